import { describe, expect, it } from 'vitest'
import type { RawAttribution } from '../layers.js'
import { distinct, stanceOf } from './raw-attributions.js'

const anchored = (anchor: number, score: number, cue: [number, number][] = []): RawAttribution => ({
  anchor,
  score,
  source: [],
  cue: cue.map(([first, last]) => ({ first, last })),
  content: [{ first: 20, last: 30 }],
  stance: 'asserts',
  kind: null,
})
const anchors = (...found: RawAttribution[]): number[] => distinct(found).map((a) => a.anchor)

describe('distinct', () => {
  it('keeps the surer of two with a cue word in common', () =>
    expect(anchors(anchored(3, 0.6, [[2, 4]]), anchored(2, 0.9, [[2, 3]]))).toEqual([2]))
  it('keeps both where they have none', () =>
    expect(anchors(anchored(7, 0.6, [[7, 8]]), anchored(2, 0.9, [[2, 3]]))).toEqual([2, 7]))
  it('takes the anchor for the cue where none is marked', () =>
    expect(anchors(anchored(3, 0.6), anchored(2, 0.9, [[2, 4]]))).toEqual([2]))
  it('does not depend on the order', () => {
    const all = [anchored(3, 0.7, [[2, 4]]), anchored(2, 0.7, [[2, 3]]), anchored(9, 0.5)]
    expect(anchors(...all)).toEqual(anchors(...all.toReversed()))
  })
})

describe('stanceOf', () => {
  const of = (...scores: number[]) =>
    stanceOf(Float32Array.from([50, ...scores]), 1, ['none', 'asserts', 'denies'])
  it('names the best stance and how sure it is that there is one', () => {
    expect(of(0, 0, 5).stance).toBe('denies')
    expect(of(0, 0, 0).probability).toBeCloseTo(2 / 3)
    expect(of(9, 5, 0)).toMatchObject({ stance: 'asserts' })
    expect(of(9, 5, 0).probability).toBeLessThan(0.05)
  })
  it('bears scores of any size', () => expect(of(1e4, -1e4, -1e4).probability).toBe(0))
})
