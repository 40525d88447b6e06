import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeOf } from './tree.js'

/** A row a word: the scores of words 0, 1, … as its governor, the root's last. */
const heads = (...rows: number[][]): number[] => treeOf(rows.length, (k, h) => rows[k]!.at(h)!)

const scores = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.array(fc.array(fc.float(), { minLength: size + 1, maxLength: size + 1 }), {
    minLength: size,
    maxLength: size,
  }),
)

describe('treeOf', () => {
  it('gives each word its best governor', () =>
    expect(heads([0, 5, 0, 1], [0, 0, 0, 9], [0, 7, 0, 1])).toEqual([1, -1, 1]))

  it('keeps one root where several words would be', () =>
    expect(heads([0, 1, 0, 8], [2, 0, 0, 9], [1, 0, 0, 7])).toEqual([1, -1, 0]))

  it('opens a cycle where that costs least', () =>
    // 0 and 1 would govern each other; 2 is the root. 0 gives up 9 - 3, 1 gives up 9 - 4.
    expect(heads([0, 9, 3, 0], [9, 0, 4, 0], [0, 0, 0, 9])).toEqual([1, 2, -1]))

  it('does not hang a cycle from a word that hangs from it', () =>
    // 3 hangs from the cycle of 0 and 1 and would be the best other governor of both
    expect(heads([0, 9, 1, 8, 0], [9, 0, 2, 8, 0], [0, 0, 0, 0, 9], [9, 0, 0, 0, 0])).toEqual([1, 2, -1, 0]))

  it('gives nothing for no words, and the root for one', () => {
    expect(treeOf(0, () => 0)).toEqual([])
    expect(treeOf(1, () => NaN)).toEqual([-1])
  })

  it('always gives one root and no cycle, NaN and infinity among the scores', () =>
    fc.assert(
      fc.property(scores, (rows) => {
        const tree = heads(...rows)
        expect(tree.filter((h) => h === -1)).toHaveLength(1)
        for (let k = 0; k < tree.length; k++) {
          let at = k
          for (let steps = 0; at !== -1 && steps <= tree.length; steps++) at = tree[at]!
          expect(at).toBe(-1)
        }
      }),
    ))

  it('takes time with the square of the sentence at most, however many cycles there are', () => {
    const size = 400
    let asked = 0
    treeOf(size, (k, h) => {
      asked++
      return h === (k ^ 1) ? 1 : 0
    })
    expect(asked).toBeLessThan(4 * size * size)
  })
})
