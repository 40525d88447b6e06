import { describe, expect, it } from 'vitest'
import { layersOf, type Marks } from '../../../test/builders/layers.js'
import type { Link } from '../../schema/reading.js'
import { chainOf } from './chain.js'

const NOTATION =
  'The/DET/2/det Courier/PROPN/3/nsubj reported/VERB/0/root that/SCONJ/9/mark nine/NUM/9/nsubj of/ADP/8/case the/DET/8/det ten/NUM/5/nmod allege/VERB/3/ccomp it/PRON/11/nsubj burned/VERB/9/ccomp'
const ATTRIBUTIONS: Marks['attributions'] = [
  { source: 'The Courier', cue: 'reported', content: 'nine of the ten allege it burned', stance: 'reports' },
  { source: 'nine of the ten', cue: 'allege', content: 'it burned', stance: 'alleges', within: 0 },
]

function chain(attribution: string | null, attributions = ATTRIBUTIONS): Link[] {
  const { document, layers } = layersOf(NOTATION, { attributions: attributions ?? [] })
  return chainOf(document, attribution, layers)
}

describe('chainOf', () => {
  it('begins with the document, which vouches for what nobody else says', () =>
    expect(chain(null)).toEqual([
      {
        who: { text: 'The Kelso Courier' },
        kind: 'document',
        stance: 'asserts',
        certainty: 'certain',
        quantifier: null,
        cue: null,
        attribution: null,
      },
    ]))

  it('goes from the outermost to the origin', () => {
    const [, courier, nine] = chain('a1')
    expect([courier!.who.text, courier!.certainty, courier!.quantifier]).toEqual([
      'The Courier',
      'certain',
      null,
    ])
    expect(nine).toMatchObject({
      who: { text: 'nine of the ten', start: 26, end: 41 },
      stance: 'alleges',
      certainty: 'probable',
      quantifier: { text: 'nine of the ten', said: 9, of: 10, except: 1 },
      cue: { start: 42, end: 48 },
      attribution: 'a1',
    })
  })

  it('stops at an attribution that is not there, and at a circle', () => {
    expect(chain('a9')).toHaveLength(1)
    const [first, second] = ATTRIBUTIONS as [object, object]
    const circle = [{ ...first, within: 1 }, second] as Marks['attributions']
    expect(chain('a1', circle)).toHaveLength(3)
  })

  it('keeps a link whose source is nobody', () =>
    expect(chain('a0', [{ cue: 'reported', content: 'it burned' }])[1]).toMatchObject({
      who: { text: '' },
      quantifier: null,
    }))
})
