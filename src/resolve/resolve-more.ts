/** Adding documents to a resolved case: only what shares a block with them is judged anew. */
import type { CaseEntity, DoubtfulPair, Judgement } from '../schema/case.js'
import type { LocalEntity } from './local-entity.js'
import { MAYBE, weigh } from './features.js'
import { profilesOf } from './group.js'
import { decisionsOf } from './judged.js'
import { namesakes } from './namesakes.js'
import { blocksOf, pairsOf } from './pairs.js'
import { resolve } from './resolve.js'
import { settled } from './settle.js'

export interface Changes {
  /** New entities and those whose members changed. */
  readonly entities: readonly CaseEntity[]
  /** Ids of entities that are no more: merged into others. */
  readonly gone: readonly string[]
  /** All doubtful pairs among the entities that were looked at. */
  readonly doubtful: readonly DoubtfulPair[]
  /** Local key → id, for every local that was looked at. */
  readonly entityOf: ReadonlyMap<string, string>
}

/**
 * What shares only a block is looked at, and left alone if nothing more speaks for it.
 *
 * @param existing the case's entities that share one of the new locals' `blockKeys`
 * @param known the locals of all their members, in the order their documents were added
 * @param added the locals of the new documents
 */
export function resolveMore(
  existing: readonly CaseEntity[],
  known: readonly LocalEntity[],
  added: readonly LocalEntity[],
  judgements: readonly Judgement[],
): Changes {
  const touched = neighbours(existing, known, added, judgements)
  const members = new Set(touched.flatMap((e) => e.members))
  const { entities, doubtful, entityOf } = resolve(
    [...known.filter((l) => members.has(l.key)), ...added],
    judgements,
  )
  const before = new Map(touched.map((e) => [e.id, e]))
  const ids = new Set(entities.map((e) => e.id))
  return {
    entities: entities.filter((e) => !isSame(before.get(e.id), e)),
    gone: touched.filter((e) => !ids.has(e.id)).map((e) => e.id),
    doubtful,
    entityOf,
  }
}

/** Entities that may be one with what is added, then those that may be one with these: they compete for the same names. */
function neighbours(
  existing: readonly CaseEntity[],
  known: readonly LocalEntity[],
  added: readonly LocalEntity[],
  judgements: readonly Judgement[],
): CaseEntity[] {
  const entityOf = new Map(existing.flatMap((e) => e.members.map((m) => [m, e] as const)))
  const fresh = new Set(added.map((l) => l.key))
  const all = settled([...known, ...added])
  const alike = namesakes(all, fresh, (key) => entityOf.get(key)?.members ?? [])
  const profiles = profilesOf(
    all.filter(({ key }) => alike.has(key)),
    new Set(),
  )
  const blocks = blocksOf(profiles)
  const touched = new Set<CaseEntity>()
  const touch = (i: number): void => {
    for (const l of profiles[i]!.locals) {
      const entity = entityOf.get(l.key)
      if (entity) touched.add(entity)
    }
  }
  const isTouched = (i: number): boolean =>
    profiles[i]!.locals.some((l) => fresh.has(l.key) || touched.has(entityOf.get(l.key)!))
  for (const { left, right } of decisionsOf(judgements, [...known, ...added]))
    if (fresh.has(left) || fresh.has(right))
      for (const key of [left, right]) if (entityOf.has(key)) touched.add(entityOf.get(key)!)
  for (let hop = 0; hop < 2; hop++) {
    const near = profiles.map((_, i) => isTouched(i))
    near.forEach((is, i) => {
      if (is) touch(i)
    })
    for (const [a, b] of pairsOf(profiles, blocks, (i) => near[i]!).pairs)
      if (weigh(profiles[a]!, profiles[b]!).score >= MAYBE) for (const i of [a, b]) touch(i)
  }
  return [...touched]
}

const isSame = (a: CaseEntity | undefined, b: CaseEntity): boolean =>
  a !== undefined && a.members.length === b.members.length && a.members.every((m, i) => m === b.members[i])
