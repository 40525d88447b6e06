/** Bare names that no fuller name in the case takes up: a paper or a ship misread as a person, and a name without a surname. */
import type { Clusters } from './clusters.js'
import type { Profile } from './profile.js'
import { nicknameGroups } from './words/nicknames.js'

interface Edge {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** From here on two equal bare names are one where nobody in the case bears more of it. */
const LONE = 0.6
/** A name that more documents bear than this without anything in common is a common one. */
const MOST_ALIKE = 3

/**
 * Joins equal bare names, whatever they were read as, as long as none may be short for a fuller name: a man and his village are
 * kept apart by anything that shows the man to be one. `edges`, surest first, are those of at least one partial profile.
 */
export function joinStrays(edges: readonly Edge[], profiles: readonly Profile[], clusters: Clusters): void {
  const at = (i: number): Profile => profiles[i]!
  const taken = new Set<number>()
  const alike = new Map<number, number>()
  const equal: Edge[] = []
  for (const edge of edges) {
    const [a, b] = [at(edge.a), at(edge.b)]
    if (a.family === 'person' && b.family === 'person' && a.partial !== b.partial)
      taken.add(a.partial ? edge.a : edge.b)
    else if (isEqual(a, b)) {
      equal.push(edge)
      for (const i of [edge.a, edge.b]) alike.set(i, (alike.get(i) ?? 0) + 1)
    }
  }
  for (const { a, b, score } of equal) {
    if (score < LONE || taken.has(a) || taken.has(b)) continue
    const [x, y] = [at(a), at(b)]
    const isOneKind = x.family === y.family
    const common = isOneKind && (isGiven(x) || Math.max(alike.get(a)!, alike.get(b)!) > MOST_ALIKE)
    if (!common && (isOneKind || mayBeMisread(x, y))) clusters.join(a, b)
  }
}

const isEqual = (a: Profile, b: Profile): boolean =>
  a.names.length === 1 && b.names.length === 1 && a.names[0]!.folded === b.names[0]!.folded
const isGiven = (p: Profile): boolean => p.names[0]!.words.some((w) => nicknameGroups(w.folded).length > 0)
const mayBeMisread = (a: Profile, b: Profile): boolean => {
  const [person, other] = a.family === 'person' ? [a, b] : [b, a]
  return !isSurelyPerson(person) || [...person.roles].some((word) => other.roles.has(word))
}

/** True where something besides the name shows a person. */
export const isSurelyPerson = (p: Profile): boolean =>
  p.gender !== null ||
  p.hasPost ||
  p.kin.size > 0 ||
  p.relatives.size > 0 ||
  p.born !== null ||
  p.died !== null
