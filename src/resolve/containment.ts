/** Which of a case's places lie in which: by the gazetteer, and by what documents say ("Elvebakk, a town in Vestfold"). */
import type { CaseEntity } from '../schema/case.js'
import { contains, countryOf, placeOf, type Place } from './gazetteer.js'
import type { LocalEntity } from './local-entity.js'

const INSIDE: ReadonlySet<string> = new Set(['locatedIn', 'location', 'partOf', 'country'])
const PHRASE = /\b(?:in|of)\s+(?:the\s+)?((?:\p{Lu}[\p{L}'’-]+\s?){1,4})$/u
const DEEPEST = 8

/** A test whether the place `inner` lies in the place `outer` (ids of case entities); true for one and the same. */
export function containment(
  entities: readonly CaseEntity[],
  locals: readonly LocalEntity[],
  entityOf: ReadonlyMap<string, string>,
): (inner: string, outer: string) => boolean {
  const places = new Map(
    entities.filter((e) => e.type === 'Place' && e.names.length > 0).map((e) => [e.id, e]),
  )
  const byName = new Map(
    [...places.values()].flatMap((e) => e.names.map((n) => [n.toLowerCase(), e.id] as const)),
  )
  const within = new Map<string, Set<string>>()
  const countries = new Map<string, Set<string>>()
  for (const local of locals) {
    const id = entityOf.get(local.key)
    if (id === undefined || !places.has(id)) continue
    const said = local.facts
      .filter((f) => INSIDE.has(f.property))
      .map((f) => (f.entity && entityOf.get(f.entity)) ?? byName.get(f.value.toLowerCase()))
    const described = local.descriptions.map((d) =>
      byName.get(PHRASE.exec(d)?.[1]?.trim().toLowerCase() ?? ''),
    )
    for (const outer of [...said, ...described])
      if (outer !== undefined && outer !== id) within.set(id, (within.get(id) ?? new Set()).add(outer))
    const near = countries.get(id) ?? new Set<string>()
    for (const name of local.near) {
      const code = near.size < 20 ? countryOf(name) : null
      if (code) near.add(code)
    }
    countries.set(id, near)
  }
  const known = new Map<string, Place | null>()
  const place = (id: string): Place | null => {
    const found = known.get(id)
    if (found !== undefined) return found
    const entity = places.get(id)
    const own = entity ? placeOf(entity.name, [...(countries.get(id) ?? [])]) : null
    known.set(id, own)
    return own
  }
  const lies = (inner: string, outer: string, depth: number): boolean => {
    if (inner === outer) return true
    const [a, b] = [place(inner), place(outer)]
    if (a && b && contains(b, a)) return true
    return depth < DEEPEST && [...(within.get(inner) ?? [])].some((next) => lies(next, outer, depth + 1))
  }
  return (inner, outer) => lies(inner, outer, 0)
}
