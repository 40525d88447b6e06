/** Locals that nothing tells apart become one profile, so that 5,000 copies of a document cost what one costs. */
import type { LocalEntity } from './local-entity.js'
import { nameLists } from './name-lists.js'
import { familyOf, type AnyName } from './names/name.js'
import { foldedName, isPartial, profileOf, type Profile } from './profile.js'
import { createSets } from './sets.js'

/** A name beside a bare surname links two documents only if it is rare among those that have the surname. */
const RARE = 20

/** Profiles of all locals that have names; `single` holds keys that must stand alone (someone judged them). Linear. */
export function profilesOf(locals: readonly LocalEntity[], single: ReadonlySet<string>): Profile[] {
  const lists = nameLists()
  const groups = new Map<string, { names: readonly AnyName[]; locals: LocalEntity[] }>()
  const seen = new Set<string>()
  for (const local of locals) {
    const names = lists.of(local)
    if (names.length === 0) continue
    const own = signature(local, names)
    // A document that keeps two of one name apart has a reason: neither is lumped together with the others.
    const twice = seen.has(`${own} ${local.document}`)
    seen.add(`${own} ${local.document}`)
    const key = twice || single.has(local.key) ? local.key : own
    const group = groups.get(key)
    if (group) group.locals.push(local)
    else groups.set(key, { names, locals: [local] })
  }
  return [...groups.values()].flatMap(({ names, locals: own }) =>
    components(own, names).map((l) => profileOf(l, names)),
  )
}

function signature(local: LocalEntity, names: readonly AnyName[]): string {
  const deaths = local.facts.filter((f) => f.property === 'deathDate').map((f) => f.value)
  const called = names.map((n) => `${n.folded}/${n.generation ?? ''}/${n.form ?? ''}`)
  return [familyOf(local.type), local.gender, local.born, ...called.sort(), '', ...deaths.sort()].join('\n')
}

/** Persons of one name are one profile as far as documents hang together by other names or posts; all else is one by its name. */
function components(locals: readonly LocalEntity[], names: readonly AnyName[]): LocalEntity[][] {
  if (locals.length === 1 || locals[0]!.type !== 'Person') return [[...locals]]
  const partial = names.every(isPartial)
  const sets = createSets(locals.length)
  const tokens = new Map<string, number[]>()
  locals.forEach((local, i) => {
    for (const token of contextOf(local, partial)) {
      const list = tokens.get(token)
      if (list) list.push(i)
      else tokens.set(token, [i])
    }
  })
  for (const [token, own] of tokens)
    if (!partial || own.length <= RARE || token.startsWith('=')) for (const i of own) sets.join(own[0]!, i)
  return sets.groups().map((own) => own.map((i) => locals[i]!))
}

function contextOf(local: LocalEntity, partial: boolean): string[] {
  const near = local.near.map(foldedName).filter((n) => n.includes(' '))
  const posts = local.facts.filter((f) => f.property === 'position').map((f) => foldedName(f.value))
  const whole = `${local.near.join('|')}\n${local.descriptions.join('|')}`
  const bare = local.near.length === 0 && posts.length === 0
  return bare && partial ? [] : [`=${whole}`, ...new Set([...near, ...posts])]
}
