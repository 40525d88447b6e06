import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../schema/span.js'
import { type Mark, piecesOf, runsOf } from './runs.js'

const at = (start: number, end: number): Span => ({ start, end })
const mark = (kind: Mark['kind'], start: number, end: number): Mark => ({ kind, start, end })
const covers = (whole: Span, parts: readonly Span[]): void => {
  let position = whole.start
  for (const { start, end } of parts) {
    expect(start).toBe(position)
    expect(end).toBeGreaterThan(start)
    position = end
  }
  expect(position).toBe(whole.end)
}

describe('marks in the text', () => {
  it('cut it where they begin and end', () => {
    expect(runsOf(at(0, 10), [mark('evidence', 2, 8), mark('hedge', 6, 12)])).toEqual([
      { start: 0, end: 2, kinds: [] },
      { start: 2, end: 6, kinds: ['evidence'] },
      { start: 6, end: 8, kinds: ['evidence', 'hedge'] },
      { start: 8, end: 10, kinds: ['hedge'] },
    ])
  })

  const spans = fc
    .array(fc.tuple(fc.nat(60), fc.nat(20)))
    .map((pairs) => pairs.map(([start, length]) => mark('source', start, start + length)))

  it('lose no character, whatever they are', () => {
    fc.assert(fc.property(spans, (marks) => covers(at(10, 50), runsOf(at(10, 50), marks))))
  })

  it('nor do sentences', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 20 }))), (pairs) => {
        let position = 0
        const sentences = pairs.map(([gap, length]) => {
          const start = position + gap
          position = start + length
          return at(start, position)
        })
        covers(at(10, 50), piecesOf(at(10, 50), sentences))
      }),
    )
  })
})
