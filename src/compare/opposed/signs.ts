/** What tells whether a quarrel is one: its pairs together, and what the tests of comparing raised of the same two sides. */
import type { Finding } from '../../schema/reading.js'
import type { Passage } from '../passages/passage.js'
import { logOdds, type Values } from '../regression.js'
import type { Quarrel } from './gather.js'
import type { Weighed } from './weigh.js'

/** Where a pair has no second. */
const ALONE = 0.03

/** `ruled` are the findings of the tests that stand on both its sides. */
export function signsOf({ sides, pairs }: Quarrel, ruled: readonly Finding[]): Values {
  const [best, second] = pairs
  const chances = pairs.map(({ chance }) => chance)
  const documents = sides.map((side) => new Set([...side].map(documentOf)).size)
  const kinds = kindsOf(pairs)
  return {
    ...best!.values,
    best: logOdds(best!.chance),
    bestChance: best!.chance,
    second: logOdds(second?.chance ?? ALONE),
    pairs: Math.log1p(pairs.length),
    sum: chances.reduce((n, x) => n + x, 0),
    mean: chances.reduce((n, x) => n + x, 0) / chances.length,
    sentencesLess: Math.log(Math.min(...sides.map((side) => side.size))),
    sentencesMore: Math.log(Math.max(...sides.map((side) => side.size))),
    documentsLess: Math.min(...documents),
    documentsMore: Math.max(...documents),
    documents: new Set(sides.flatMap((side) => [...side].map(documentOf))).size,
    mostSame: Math.max(...pairs.map(({ answer }) => answer.same)),
    mostDiffer: Math.max(...pairs.map(({ answer }) => answer.differ)),
    ...Object.fromEntries(Object.entries(kinds).map(([kind, chance]) => [`all ${kind}`, chance])),
    ruled: ruled.length > 0 ? 1 : 0,
    ruledBest: Math.max(0, ...ruled.map(({ score }) => score)),
    ruledTimes: ruled.length,
    ...Object.fromEntries(ruled.map(({ kind }) => [`ruled ${kind}`, 1])),
    ...Object.fromEntries(ruled.map(({ on }) => [`ruled on ${on}`, 1])),
  }
}
const documentOf = (p: Passage): string => p.document

/** What the pairs differ on, the likelier pairs counting more; sums up to 1. */
export function kindsOf(pairs: readonly Weighed[]): Record<string, number> {
  const out: Record<string, number> = {}
  const all = pairs.reduce((n, { chance }) => n + chance, 0)
  for (const { chance, answer } of pairs)
    for (const [kind, share] of Object.entries(answer.kinds))
      out[kind] = (out[kind] ?? 0) + (chance * share) / all
  return out
}

/** As a finding calls it. */
export function kindOf(pairs: readonly Weighed[]): { kind: Finding['kind']; on: string } {
  const kinds = kindsOf(pairs)
  const of = (...names: readonly string[]): number => names.reduce((n, name) => n + (kinds[name] ?? 0), 0)
  const [likeliest = 'whether'] =
    Object.entries(kinds).sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0] ?? []
  if (of('impossible') > 0.5) return { kind: 'impossible', on: 'time' }
  if (of('denial', 'retraction') > 0.5)
    return { kind: 'disputed', on: of('retraction') > of('denial') ? 'retraction' : 'denial' }
  return {
    kind: 'contradiction',
    on: ['impossible', 'denial', 'retraction'].includes(likeliest) ? 'whether' : likeliest,
  }
}
