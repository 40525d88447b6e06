import { describe, expect, test } from 'vitest'
import { encodedOf } from '../../../test/builders/encoded.js'
import { layersOf } from '../../../test/builders/layers.js'
import type { Stance } from '../../schema/reading.js'
import { withPlainSaying } from './plain-saying.js'

const stanceOf = (text: string, cue: string, content: string, stance: Stance): Stance => {
  const { layers } = encodedOf(text, { attributions: [{ anchor: cue, cue, content, stance }] })
  return withPlainSaying(layers.encoded.attributions, layers.words)[0]!.stance
}

describe('who only says', () => {
  test.each<[string, string, string, Stance]>([
    ['Orr says she resigned', 'says', 'she resigned', 'asserts'],
    ['Orr said it had received no warning', 'said', 'it had received no warning', 'denies'],
    ['Orr said that was false', 'said', 'that was false', 'denies'],
    ['Orr denied she resigned', 'denied', 'she resigned', 'denies'],
  ])('%s', (text, cue, content, expected) => expect(stanceOf(text, cue, content, 'denies')).toBe(expected))

  test('neither denies nor asks all of several sentences', () => {
    const { layers } = layersOf(
      'Orr/PROPN/0/root :/PUNCT/1/punct I/PRON/4/nsubj left/VERB/1/parataxis\nDid/AUX/2/aux she/PRON/0/root',
    )
    for (const stance of ['denies', 'asks'] as const) {
      const a = { anchor: 1, source: [{ first: 0, last: 1 }], cue: [{ first: 1, last: 2 }], content: [{ first: 2, last: 6 }], stance, kind: null, score: 1 } // prettier-ignore
      expect(withPlainSaying([a], layers.words)[0]!.stance).toBe('asserts')
    }
  })

  test('but may ask a single question', () => {
    const { layers } = layersOf('Orr/PROPN/0/root :/PUNCT/1/punct why/ADV/1/parataxis ?/PUNCT/3/punct')
    const a = { anchor: 1, source: [{ first: 0, last: 1 }], cue: [{ first: 1, last: 2 }], content: [{ first: 2, last: 4 }], stance: 'asks' as const, kind: null, score: 1 } // prettier-ignore
    expect(withPlainSaying([a], layers.words)[0]!.stance).toBe('asks')
  })
})
