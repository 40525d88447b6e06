/** What persons decided about entities: standing judgements, the newest first where two cannot both hold. */
import type { CaseEntity, Judgement } from '../schema/case.js'
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

/** Whether a person said last that a local entity (`document#entity`) is not who one of the members of an entity of the case is. */
export function toldApart(judgements: readonly Judgement[]): (key: string, entity: CaseEntity) => boolean {
  const last = new Map<string, Map<string, Judgement>>()
  const tell = (one: string, other: string, judgement: Judgement): void => {
    const known = last.get(one) ?? new Map<string, Judgement>()
    const before = known.get(other)
    if (!before || before.at < judgement.at) known.set(other, judgement)
    last.set(one, known)
  }
  for (const judgement of judgements) {
    const { kind, left, right, withdrawn } = judgement
    if (kind !== 'entities' || withdrawn !== null || right === null) continue
    tell(left, right, judgement)
    tell(right, left, judgement)
  }
  return (key, { id, members }) =>
    [...(last.get(key) ?? [])].some(
      ([other, { verdict }]) => verdict === 'different' && (other === id || members.includes(other)),
    )
}
