import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stack } from './stack.js'

describe('notes in the margin', () => {
  it.each([
    [
      [0, 100],
      [20, 20],
      [0, 100],
    ],
    [
      [100, 100],
      [20, 20],
      [90, 110],
    ],
    [
      [0, 0, 0],
      [20, 20, 20],
      [0, 20, 40],
    ],
    [
      [10, 200, 205],
      [20, 20, 20],
      [10, 192.5, 212.5],
    ],
  ])('that want %j with heights %j stand at %j', (wanted, heights, tops) =>
    expect(stack(wanted, heights, 0)).toEqual(tops),
  )

  it('keep their order, never overlap, and stay where they like if there is room', () => {
    const notes = fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 60 })))
    fc.assert(
      fc.property(notes, (pairs) => {
        const sorted = [...pairs].sort((a, b) => a[0] - b[0])
        const wanted = sorted.map(([top]) => top)
        const heights = sorted.map(([, height]) => height)
        const tops = stack(wanted, heights, 2)
        expect(tops).toHaveLength(pairs.length)
        tops.forEach((top, i) => {
          expect(top).toBeGreaterThanOrEqual(0)
          if (i > 0) expect(top).toBeGreaterThanOrEqual(tops[i - 1]! + heights[i - 1]! + 2 - 1e-6)
        })
        if (wanted.every((top, i) => i === 0 || top >= wanted[i - 1]! + heights[i - 1]! + 2))
          expect(tops).toEqual(wanted)
      }),
    )
  })
})
