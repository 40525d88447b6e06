import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bare, passagesOf } from '../../../test/builders/passages.js'
import { pairsOf } from './pairs.js'

const names = (passages: ReturnType<typeof passagesOf>, about?: string): string[] =>
  pairsOf(passages, about ?? null)
    .filter(({ a }) => !a.document.startsWith('filler'))
    .map(({ a, b }) => `${a.document}${a.sentence} ${b.document}${b.sentence}`)

describe('pairs that may oppose each other', () => {
  const harbour = bare('a', 0, 'The crane in the harbour was inspected by the surveyor')
  const again = bare('b', 0, 'No surveyor inspected the crane')
  const other = bare('c', 0, 'Bread became dearer in spring')

  it('share words, in different documents', () =>
    expect(names(passagesOf([harbour, again, other]))).toEqual(['a0 b0']))

  it('are those of one document where only that is asked about', () => {
    const third = bare('d', 0, 'The surveyor saw the crane')
    expect(names(passagesOf([harbour, again, third]), 'd')).toEqual(['a0 d0', 'b0 d0'])
  })

  it('are each there once, and grow with the sentences, not with their square', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const all = Array.from({ length: count }, (_, i) =>
          bare(`d${i}`, 0, 'The surveyor inspected the crane'),
        )
        const found = names(passagesOf(all))
        expect(new Set(found).size).toBe(found.length)
        expect(found.length).toBeLessThanOrEqual(8 * count)
      }),
    )
  })
})
