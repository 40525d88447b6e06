/**
 * What documents carry that goes back to one origin. Which two sentences carry one origin's word was learned from planted affairs
 * (training/carried.ts); those that hang together are one finding.
 */
import type { Lineage } from '../lineage.js'
import type { Passages, Raised } from '../passages/index.js'
import { chanceBy } from '../regression.js'
import { chainsIn, type Chain } from './chains.js'
import { carriedPairs } from './signs.js'
import data from './weights.json' with { type: 'json' }

/** From so many documents on it is more than that two have it from one. */
const MANY = 3
/** Score of the least likely one that is shown, and how much the surest has above it. */
const LEAST = 0.5
const ABOVE = 0.4

/** Sentences of three and more documents behind which one origin stands. None where there is no network for pairs. */
export async function carriedByMany(passages: Passages, lineage: Lineage): Promise<Raised[]> {
  const weighed = (await carriedPairs(passages, lineage)).map((pair) => ({
    ...pair,
    likely: chanceBy(data, pair.signs),
  }))
  return circularAmong(chainsIn(weighed, data.least)).map(({ said, documents, likely }) => ({
    kind: 'circular',
    on: 'origin',
    sides: [said],
    score: Math.round(100 * (LEAST + ABOVE * likely)) / 100,
    why: `${documents} documents say so, and all seem to have it from one: “${said[0]!.evidence.text.replace(/\s+/g, ' ').slice(0, 160)}”`,
  }))
}

export const circularAmong = (chains: readonly Chain[]): Chain[] =>
  chains.filter(({ documents }) => documents >= MANY)
