import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowsOf } from './windows.js'

const ones = (n: number): number[] => new Array<number>(n).fill(1)

describe('windowsOf', () => {
  it('gives one window where everything fits', () =>
    expect(windowsOf(ones(254), [0], [0])).toEqual({
      windows: [{ first: 0, last: 254 }],
      home: new Array(254).fill(0),
    }))

  it('gives none for no words', () => expect(windowsOf([], [], [])).toEqual({ windows: [], home: [] }))

  it('repeats a third where no boundary is near', () =>
    expect(windowsOf(ones(50), [0], [0], 32).windows).toEqual([
      { first: 0, last: 30 },
      { first: 20, last: 50 },
    ]))

  it('begins at a sentence near by, and at a block rather than a sentence', () => {
    expect(windowsOf(ones(50), [0, 17, 29], [0], 32).windows[1]).toEqual({ first: 17, last: 47 })
    expect(windowsOf(ones(50), [0, 17, 23], [0, 23], 32).windows[1]).toEqual({ first: 23, last: 50 })
  })

  it('gives each word the window in which it stands deepest', () => {
    const { home } = windowsOf(ones(50), [0], [0], 32)
    expect(home.join('')).toBe('0'.repeat(25) + '1'.repeat(25))
  })

  it('counts pieces, not words', () =>
    expect(windowsOf([12, 12, 12, 12], [0], [0], 26).windows).toEqual([
      { first: 0, last: 2 },
      { first: 1, last: 3 },
      { first: 2, last: 4 },
    ]))

  it('refuses windows that one word could fill', () =>
    expect(() => windowsOf([1], [0], [0], 13)).toThrow(RangeError))

  it('keeps its promises for any document', () => {
    const documents = fc.record({
      counts: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 400 }),
      sentences: fc.array(fc.nat(400)),
      blocks: fc.array(fc.nat(400)),
      max: fc.integer({ min: 14, max: 64 }),
    })
    fc.assert(
      fc.property(documents, ({ counts, sentences, blocks, max }) => {
        const { windows, home } = windowsOf(counts, sentences, blocks, max)
        const pieces = (first: number, last: number): number =>
          counts.slice(first, last).reduce((a, b) => a + b, 0)
        windows.forEach(({ first, last }, i) => {
          expect(pieces(first, last)).toBeLessThanOrEqual(max - 2)
          expect(last).toBeGreaterThan(first)
          if (i > 0) expect(first).toBeGreaterThan(windows[i - 1]!.first)
          if (i > 0) expect(first).toBeLessThanOrEqual(windows[i - 1]!.last)
        })
        expect(windows[0]?.first ?? 0).toBe(0)
        expect(windows.at(-1)?.last ?? 0).toBe(counts.length)
        expect(home).toHaveLength(counts.length)
        home.forEach((w, i) => {
          expect(windows[w]!.first).toBeLessThanOrEqual(i)
          expect(windows[w]!.last).toBeGreaterThan(i)
        })
        home.forEach((w, i) => expect(w).toBeGreaterThanOrEqual(home[i - 1] ?? 0))
      }),
    )
  })
})
