import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Word } from '../layers.js'
import { nestingOf } from './nesting.js'
import { withRelays } from './relay.js'

const wordsOf = (text: string): Word[] => {
  let sentence = 0
  return [...text.matchAll(/\S+/g)].map((m) => {
    const word = { text: m[0], start: m.index, end: m.index + m[0].length, sentence }
    if (m[0] === '.') sentence++
    return word
  })
}
const at = (anchor: number, first: number, last: number) => ({ anchor, content: [{ first, last }] })

describe('what is cited', () => {
  const words = wordsOf('Funds vanished , Orr told Nova , citing a report . Others left , citing heat .')

  test('stands within the attribution before it that ascribes the same', () => {
    expect(withRelays([at(4, 0, 2), at(7, 0, 2)], words, [null, null])).toEqual([null, 0])
  })
  test('stands within the one after it where none before it ascribes the same', () => {
    const cited = wordsOf('Nova , citing guards , reported that funds vanished .')
    expect(withRelays([at(2, 6, 9), at(5, 6, 9)], cited, [null, null])).toEqual([1, null])
  })
  test('stays as it is where the attribution before ascribes something else', () => {
    expect(withRelays([at(4, 8, 10), at(7, 0, 2)], words, [null, null])).toEqual([null, null])
  })
  test('does not reach into another sentence', () => {
    expect(withRelays([at(4, 0, 2), at(14, 11, 13)], words, [null, null])).toEqual([null, null])
  })
  test('keeps what is nested already', () => {
    expect(withRelays([at(4, 0, 2), at(7, 0, 2)], words, [1, null])).toEqual([1, null])
  })

  const cited = fc.record({ anchor: fc.nat(11), first: fc.nat(10), length: fc.integer({ min: 1, max: 6 }) })
  test('never makes a circle', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('citing', 'said'), { minLength: 12, maxLength: 12 }),
        fc.uniqueArray(cited, { selector: (a) => a.anchor }),
        (forms, all) => {
          const raw = all
            .map((a) => at(a.anchor, a.first, a.first + a.length))
            .sort((a, b) => a.anchor - b.anchor)
          const within = withRelays(raw, wordsOf(forms.join(' ')), nestingOf(raw))
          raw.forEach((_, i) => {
            let [outer, steps] = [within[i]!, 0]
            for (; outer !== null && steps <= raw.length; steps++) outer = within[outer]!
            expect(outer).toBeNull()
          })
        },
      ),
    ))
})
