/**
 * Entities of single documents → entities of the case: block, weigh the evidence, judge. Locals that nothing tells apart are
 * lumped first, pairs are looked for in blocks only, and nothing that evidence or a person forbids is ever in one cluster.
 */
import type { CaseEntity, DoubtfulPair, Judgement } from '../schema/case.js'
import { caseEntity } from './case-entity.js'
import { profilesOf } from './group.js'
import { judge } from './judge.js'
import { decisionsOf } from './judged.js'
import type { LocalEntity } from './local-entity.js'
import { order } from './pairs.js'
import { settled } from './settle.js'

export interface Resolution {
  /** Every local is a member of exactly one. What has no name is an entity by itself, with no `names`. */
  readonly entities: readonly CaseEntity[]
  /** Ids of entities that may be one, likeliest first. */
  readonly doubtful: readonly DoubtfulPair[]
  /** Local key → id of the case's entity. */
  readonly entityOf: ReadonlyMap<string, string>
  /** Blocks so full that only their most mentioned were compared with the rest; nothing was left out silently. */
  readonly cut: readonly { readonly key: string; readonly size: number }[]
}

/**
 * `read` holds them in the order their documents were added: an entity is named after its first member, so ids hold while documents are
 * added. Who is who does not depend on the order. Standing 'entities' judgements (same, different) always win.
 */
export function resolve(read: readonly LocalEntity[], judgements: readonly Judgement[]): Resolution {
  const locals = settled(read)
  const decisions = decisionsOf(judgements, locals)
  const single = new Set(decisions.flatMap((d) => [d.left, d.right]))
  const profiles = profilesOf(byKey(locals), single).sort(order)
  const profileAt = new Map(profiles.flatMap((p, i) => p.locals.map((l) => [l.key, i] as const)))
  const { clusters, doubtful, cut } = judge(profiles, decisions, (key) => profileAt.get(key))

  const place = new Map(locals.map((l, i) => [l.key, i]))
  const entities: CaseEntity[] = locals.filter((l) => !profileAt.has(l.key)).map((l) => caseEntity([l]))
  const idOf = new Map<number, string>()
  for (const i of profiles.keys()) {
    if (clusters.find(i) !== i) continue
    const members = clusters.members(i).flatMap((p) => profiles[p]!.locals)
    const entity = caseEntity(members.slice().sort((a, b) => place.get(a.key)! - place.get(b.key)!))
    idOf.set(i, entity.id)
    entities.push(entity)
  }
  const entityOf = new Map(entities.flatMap((e) => e.members.map((m) => [m, e.id] as const)))
  const named = (i: number): string => idOf.get(clusters.find(i))!
  return {
    entities: entities.sort((a, b) => place.get(a.members[0]!)! - place.get(b.members[0]!)!),
    doubtful: doubtful.map(({ a, b, score, reasons }) => {
      const [left, right] = [named(a), named(b)].sort() as [string, string]
      return { left, right, score: Math.round(1000 * score) / 1000, reasons }
    }),
    entityOf,
    cut,
  }
}

/** So that no choice depends on the order documents came in. */
const byKey = (locals: readonly LocalEntity[]): LocalEntity[] =>
  locals.slice().sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
