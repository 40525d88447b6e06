/** What persons decided about entities: standing judgements, the newest first where two cannot both hold. */
import type { Judgement } from '../schema/case.js'
import { entityId } from './entity-id.js'
import type { LocalEntity } from './local-entity.js'

export interface Decision {
  /** Keys of local entities. */
  readonly left: string
  readonly right: string
  readonly same: boolean
}

/** Sides may be keys of local entities or ids of the case's entities, which stand for their first member. Others are left out. */
export function decisionsOf(judgements: readonly Judgement[], locals: readonly LocalEntity[]): Decision[] {
  const standing = judgements
    .filter(
      (j) =>
        j.kind === 'entities' && j.withdrawn === null && (j.verdict === 'same' || j.verdict === 'different'),
    )
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
  if (standing.length === 0) return []
  const keys = new Map<string, string>()
  for (const { key } of locals) {
    keys.set(key, key)
    keys.set(entityId(key), key)
  }
  return standing.flatMap(({ left, right, verdict }) => {
    const [a, b] = [keys.get(left), right === null ? undefined : keys.get(right)]
    return a === undefined || b === undefined || a === b
      ? []
      : [{ left: a, right: b, same: verdict === 'same' }]
  })
}
