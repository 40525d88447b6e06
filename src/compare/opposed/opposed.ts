/**
 * Quarrels in which the network for pairs and the tests of comparing are one witness each: how often they are right, together and
 * alone, was learned from affairs that neither had seen (training/opposed.ts).
 */
import data from './weights.json' with { type: 'json' }
import type { Evidence, Finding } from '../../schema/reading.js'
import { placeOf, touches } from '../places.js'
import type { Passages, Raised } from '../passages/index.js'
import { chanceBy } from '../regression.js'
import { gathered, type Quarrel } from './gather.js'
import { lookedAt } from './looks.js'
import { kindOf, signsOf } from './signs.js'
import { answered, weighed } from './weigh.js'

export interface Opposed {
  readonly quarrel: Quarrel
  /** Findings of the tests on both its sides, each with whether its first side is the quarrel's second. */
  readonly ruled: readonly { readonly finding: Finding; readonly turned: boolean }[]
}

/** The quarrels of a case; none where there is no encoder or no network. With `about`, those in which that document has a part. */
export async function quarrelsIn(passages: Passages, about: string | null = null): Promise<Quarrel[]> {
  const { embed, relate } = passages.context
  if (!embed || !relate) return []
  const pairs = await answered(await lookedAt(passages, about), passages)
  return gathered(weighed(pairs, passages), pairs)
}

/** Each quarrel with the findings that stand on both its sides; a finding belongs to the first of its quarrels. */
export function withRuled(quarrels: readonly Quarrel[], findings: readonly Finding[]): Opposed[] {
  const byFile = new Map<string, Finding[]>()
  for (const finding of findings)
    for (const file of new Set(finding.sides.flatMap(({ evidence }) => evidence.map((e) => e.file))))
      byFile.set(file, [...(byFile.get(file) ?? []), finding])
  const taken = new Set<Finding>()
  return quarrels.map((quarrel) => {
    const sides = quarrel.sides.map((side) => [...side].map((p) => p.evidence))
    const near = new Set(sides[0]!.flatMap(({ file }) => byFile.get(file) ?? []))
    const ruled = [...near].flatMap((finding) => {
      if (taken.has(finding) || finding.sides.length < 2) return []
      const [one, other] = finding.sides.map(({ evidence }) => evidence)
      const straight = meet(one!, sides[0]!) && meet(other!, sides[1]!)
      const turned = meet(one!, sides[1]!) && meet(other!, sides[0]!)
      if (!straight && !turned) return []
      taken.add(finding)
      return [{ finding, turned: !straight }]
    })
    return { quarrel, ruled }
  })
}
const meet = (one: readonly Evidence[], other: readonly Evidence[]): boolean =>
  one.some((e) => other.some((f) => touches(e, f)))

/** 0..1: how likely the quarrel is one. */
export const likelihood = ({ quarrel, ruled }: Opposed): number =>
  chanceBy(
    data.quarrel,
    signsOf(
      quarrel,
      ruled.map(({ finding }) => finding),
    ),
  )

export const LEAST = data.least

/** The quarrel as it is raised: what a test says it is, where one of them is of its kind, else what the network says. */
export function raisedOf({ quarrel, ruled }: Opposed, score: number): Raised {
  const { kind, on } = kindOf(quarrel.pairs)
  const known = ruled.map(({ finding }) => finding).find((finding) => finding.kind === kind)
  const sides = quarrel.sides.map((side) => [...side])
  return { kind: kind as Raised['kind'], on: known?.on ?? on, sides, why: '', score }
}

/** Evidence of the tests that a quarrel's own sides lack. */
export function evidenceOf({ ruled }: Opposed, side: 0 | 1, own: readonly Evidence[]): Evidence[] {
  const known = new Set(own.map(placeOf))
  const more = ruled.flatMap(({ finding, turned }) => finding.sides[turned ? 1 - side : side]!.evidence)
  return more.filter((e) => !known.has(placeOf(e)) && !own.some((f) => touches(e, f)))
}
