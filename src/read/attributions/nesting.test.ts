import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nestingOf } from './nesting.js'

/** "3 5-9 12-14": anchored at word 3, content from 5 to 9 and 12 to 14. */
const nested = (...written: string[]): (number | null)[] =>
  nestingOf(
    written.map((w) => {
      const [anchor, ...ranges] = w.split(' ')
      const content = ranges.map((r) => r.split('-').map(Number) as [number, number])
      return { anchor: Number(anchor), content: content.map(([first, last]) => ({ first, last })) }
    }),
  )

describe('nestingOf', () => {
  it.each<[string, string[], (number | null)[]]>([
    ['side by side', ['1 2-5', '6 7-9'], [null, null]],
    ['one in another', ['1 2-9', '4 5-9'], [null, 0]],
    ['in the smallest that holds it', ['1 2-20', '4 5-18', '7 8-9'], [null, 0, 1]],
    ['not in the gap of a discontinuous content', ['1 2-4 8-12', '5 6-7'], [null, null]],
    ['in the second part of one', ['1 2-4 8-12', '9 10-12'], [null, 0]],
    ['each in the other: the larger is the outer', ['8 1-6', '3 4-14'], [1, null]],
    ['each in the other, of equal size', ['8 1-6', '3 5-10'], [null, 0]],
    ['not in its own', ['3 1-9'], [null]],
    ['none', [], []],
  ])('%s', (_, written, expected) => expect(nested(...written)).toEqual(expected))

  const range = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 15 }))
    .map(([first, length]) => ({ first, last: first + length }))
  const attribution = fc.record({
    anchor: fc.nat(50),
    content: fc.array(range, { minLength: 1, maxLength: 3 }),
  })

  it('has no circle, and what holds an attribution holds its anchor', () =>
    fc.assert(
      fc.property(fc.array(attribution, { maxLength: 20 }), (all) => {
        const within = nestingOf(all)
        within.forEach((outer, i) => {
          const holders = all.filter((a, j) => j !== i && a.content.some((r) => holds(r, all[i]!.anchor)))
          if (outer === null) return
          expect(holders).toContain(all[outer])
          let at: number | null = i
          for (let steps = 0; at !== null; steps++) {
            expect(steps).toBeLessThanOrEqual(all.length)
            at = within[at]!
          }
        })
      }),
    ))

  it('leaves none out that a larger content holds', () =>
    fc.assert(
      fc.property(fc.array(attribution, { maxLength: 20 }), (all) => {
        const size = (i: number): number => all[i]!.content.reduce((sum, r) => sum + r.last - r.first, 0)
        nestingOf(all).forEach((outer, i) => {
          const larger = all.some(
            (a, j) => j !== i && size(j) > size(i) && a.content.some((r) => holds(r, all[i]!.anchor)),
          )
          if (larger) expect(outer).not.toBeNull()
        })
      }),
    ))
})

const holds = (r: { first: number; last: number }, word: number): boolean => word >= r.first && word < r.last
