import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pairRow, type Said } from './pair-row.js'
import { readVocabulary } from './wordpiece.js'

const vocabulary = readVocabulary(
  readFileSync(new URL('../../model/pairs/vocab.txt', import.meta.url), 'utf8'),
)
const said = (text: string, who = '', when = ''): Said => ({ text, who, when })
const row = (a: Said, b: Said) => pairRow(a, b, vocabulary)
/** The mark of a word's first piece, by side. */
function markOf(word: string, side: 1 | 2, a: string, b: string): number | undefined {
  const { pieces, marks, sides } = row(said(a), said(b))
  const piece = vocabulary.ids.get(word)
  const at = pieces.findIndex((p, i) => p === piece && sides[i] === side)
  return marks[at]
}

describe('a pair of sentences as input', () => {
  it.each([
    ['oaks', 2, 'Felled 412 oaks.', 'He saw the oaks.'],
    ['saw', 1, 'He saw 12.', 'Felled oaks.'],
    ['12', 6, 'He saw 12.', 'There were 12.'],
    ['12', 5, 'He saw 12.', 'There were 14.'],
    ['london', 4, 'He left London.', 'To London he came.'],
    ['london', 3, 'He left London.', 'He came.'],
    ['never', 7, 'He never came.', 'He came.'],
    ['paid', 2, 'He paid.', 'He pays, or paid.'],
  ])('marks “%s” as %i', (word, mark, a, b) => expect(markOf(word, 1, a, b)).toBe(mark))

  it('says who says it and when before what is said', () => {
    const { pieces } = row(said('He came.', 'court', '2019'), said('He left.'))
    expect(pieces.slice(1, 4)).toEqual(['2019', 'court', ':'].map((w) => vocabulary.ids.get(w)))
  })

  it('holds as many marks and sides as pieces, and never more than the network takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 2000 }), (a, b) => {
        const { pieces, marks, sides } = row(said(a, b, b), said(b, a))
        expect([marks.length, sides.length]).toEqual([pieces.length, pieces.length])
        expect(pieces.length).toBeLessThanOrEqual(3 + 2 * (80 + 14))
        expect(Math.max(...marks)).toBeLessThan(8)
      }),
    )
  })
})
