/** The case's entity that local entities make. */
import type { CaseEntity } from '../schema/case.js'
import type { MentionType } from '../schema/reading.js'
import { entityId } from './entity-id.js'
import type { LocalEntity } from './local-entity.js'
import { scriptOf } from './names/fold.js'
import { isPartial } from './profile.js'
import { parseName } from './names/name.js'

/** `members` in the order their documents were added; never empty. */
export function caseEntity(members: readonly LocalEntity[]): CaseEntity {
  const counts = new Map<string, number>()
  const types = new Map<MentionType, number>()
  for (const { name, aliases, names, type } of members) {
    types.set(type, (types.get(type) ?? 0) + 1)
    if (names.length === 0) continue
    for (const text of new Set([name, ...aliases])) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const type = most(types) ?? members[0]!.type
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const shown = new Map(names.map(([text, count]) => [text, count + 1e6 * fullness(text, type)]))
  return {
    id: entityId(members[0]!.key),
    type,
    name: most(shown) ?? members[0]!.name,
    names: names.map(([text]) => text),
    documents: new Set(members.map((m) => m.document)).size,
    members: members.map((m) => m.key),
  }
}

/** A whole name in Latin letters is shown before a part of one; among whole names the most frequent. */
function fullness(text: string, type: MentionType): number {
  const name = parseName(text, type)
  if (!name) return 0
  const whole = type === 'Person' ? (isPartial(name) ? 1 : 2) : name.acronym ? 1 : 2
  return whole + (scriptOf(text) === 'latin' ? 4 : 0)
}

const most = <T extends string>(counts: ReadonlyMap<T, number>): T | undefined =>
  [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0]
