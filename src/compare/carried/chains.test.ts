import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bare } from '../../../test/builders/passages.js'
import type { Passage } from '../passages/passage.js'
import { chainsIn, type Weighed } from './chains.js'

const PAPER = bare('paper', 0, 'The cable may have come from the old cableway, a welder says')
const PORTAL = bare('portal', 0, 'The cable came from the old cableway')
const RADIO = bare('radio', 0, 'The cable was scrap from a cableway, the portal reports')
const OTHER = bare('other', 0, 'The bridge was painted in the spring')
const FIFTH = bare('fifth', 0, 'The bridge had new paint')

const pair = (earlier: Passage, later: Passage, likely: number): Weighed => ({ earlier, later, likely })
const chainsOf = (...weighed: readonly Weighed[]): string[][] =>
  chainsIn(weighed, 0.5).map(({ said }) => said.map((p) => p.document).sort())

describe('sentences that carry one origin’s word', () => {
  it('are one chain where likely pairs hang together', () => {
    expect(chainsOf(pair(PAPER, PORTAL, 0.9), pair(PORTAL, RADIO, 0.6))).toEqual([
      ['paper', 'portal', 'radio'],
    ])
  })
  it('are not joined by an unlikely pair', () => {
    expect(chainsOf(pair(PAPER, PORTAL, 0.9), pair(PORTAL, OTHER, 0.2))).toEqual([['paper', 'portal']])
  })
  it('are two chains where nothing joins them, the surest first', () => {
    expect(chainsOf(pair(PAPER, PORTAL, 0.6), pair(OTHER, FIFTH, 0.9))).toEqual([
      ['fifth', 'other'],
      ['paper', 'portal'],
    ])
  })
  it('count a document once, however many of its sentences say it', () => {
    const again = bare('portal', 4, 'It came from the cableway')
    const [chain] = chainsIn([pair(PAPER, PORTAL, 0.9), pair(PAPER, again, 0.8)], 0.5)
    expect([chain!.said.length, chain!.documents]).toEqual([3, 2])
  })
  it('are as likely as their surest pair', () => {
    expect(chainsIn([pair(PAPER, PORTAL, 0.6), pair(PORTAL, RADIO, 0.9)], 0.5)[0]!.likely).toBe(0.9)
  })
  it('are the same in whatever order the pairs come', () => {
    const all = [PAPER, PORTAL, RADIO, OTHER, FIFTH]
    const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))
    const likely = fc.array(fc.constantFrom(0.2, 0.6, 0.7, 0.9), {
      minLength: pairs.length,
      maxLength: pairs.length,
    })
    fc.assert(
      fc.property(likely, fc.infiniteStream(fc.nat()), (chances, random) => {
        const weighed = pairs.map(([a, b], i) => pair(a, b, chances[i]!))
        const turned = weighed
          .map((w) => [random.next().value, w] as const)
          .sort(([x], [y]) => x - y)
          .map(([, w]) => w)
        expect(chainsIn(turned, 0.5)).toEqual(chainsIn(weighed, 0.5))
      }),
    )
  })
})
