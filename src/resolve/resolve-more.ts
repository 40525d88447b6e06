/** Adding documents to a resolved case: only what shares a block with them is judged anew. */
import type { CaseEntity, DoubtfulPair, Judgement } from '../schema/case.js'
import type { LocalEntity } from './local-entity.js'
import { resolve } from './resolve.js'

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
  const { entities, doubtful, entityOf } = resolve([...known, ...added], judgements)
  const before = new Map(existing.map((e) => [e.id, e]))
  const ids = new Set(entities.map((e) => e.id))
  return {
    entities: entities.filter((e) => !isSame(before.get(e.id), e)),
    gone: existing.filter((e) => !ids.has(e.id)).map((e) => e.id),
    doubtful,
    entityOf,
  }
}

const isSame = (a: CaseEntity | undefined, b: CaseEntity): boolean =>
  a !== undefined && a.members.length === b.members.length && a.members.every((m, i) => m === b.members[i])
