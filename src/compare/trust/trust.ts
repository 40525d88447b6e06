/**
 * How far a finding can be trusted whose sides cannot both hold: the tests that raise them were made with some affairs in view, and
 * how often each errs was learned from affairs that it had not seen (training/trust.ts).
 */
import data from './weights.json' with { type: 'json' }
import type { Finding, FindingKind } from '../../schema/reading.js'
import type { Passages } from '../passages/index.js'
import { chanceBy } from '../regression.js'
import { signsOf, type Signs } from './evidence.js'

/** Kinds that are weighed. */
export const AGAINST: ReadonlySet<FindingKind> = new Set(['contradiction', 'disputed', 'impossible'])

/**
 * The same findings without those that are too likely wrong; of the others the score is how likely they are right. Unchanged where
 * there is no network for pairs.
 */
export async function trusted(findings: readonly Finding[], passages: Passages): Promise<Finding[]> {
  const { embed, relate } = passages.context
  if (!embed || !relate) return [...findings]
  const weighed = findings.filter(({ kind }) => AGAINST.has(kind))
  const signs = await signsOf(weighed, passages)
  const trust = new Map(weighed.map((f, i) => [f, signs[i] ? likelihood(signs[i]) : null] as const))
  return findings.flatMap((f): Finding[] => {
    const likely = trust.get(f)
    if (likely === undefined || likely === null) return [f]
    return likely < data.least ? [] : [{ ...f, score: shownScore(likely, data.least) }]
  })
}

/** 0..1: how likely a finding with these signs is right. */
export const likelihood = (signs: Signs): number => chanceBy(data, signs)

/** Findings are ordered with those of other kinds, and the least trusted that is shown at all has the score of the least of those. */
export const shownScore = (likely: number, least: number): number =>
  Math.round(100 * (0.4 + (0.55 * (likely - least)) / (1 - least))) / 100
