/** Whether two names may be of one bearer, by their parts alone. */
import type { MentionType } from '../../schema/reading.js'

export interface NameParts {
  readonly type: MentionType
  /** Lower case, without titles, possessives and dots. */
  readonly parts: readonly string[]
}

const TITLES = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady rev reverend fr father sister sen senator rep representative gov governor gen general col colonel maj major capt captain lt lieutenant sgt sergeant president minister judge justice mayor king queen prince princess pope st chief inspector detective officer congressman congresswoman ambassador secretary chancellor the'.split(
    ' ',
  ),
)

/** The parts of a name that tell bearers apart. */
export function namePartsOf(words: readonly string[], type: MentionType): NameParts {
  const plain = words
    .map((w) => w.toLowerCase().replace(/[.’']s?$/u, '').replace(/\./g, ''))
    .filter((w) => /[\p{L}\p{N}]/u.test(w) && w !== 's')
  const parts = plain.filter((w) => !TITLES.has(w))
  return { type, parts: parts.length > 0 ? parts : plain }
}

const isInitial = (part: string): boolean => part.length === 1

/** The same parts in the same order. */
export const sameName = (a: NameParts, b: NameParts): boolean =>
  a.parts.length === b.parts.length && a.parts.every((p, i) => p === b.parts[i])

/**
 * The shorter may stand for the longer: a person's surname or first name, a person's name less a middle name or with initials,
 * the head of an organisation's name ("the Audit Office" for "the National Audit Office"), or its acronym.
 */
export function mayShorten(short: NameParts, long: NameParts): boolean {
  if (short.parts.length === 0 || long.parts.length === 0) return false
  if (short.type === 'Person' && long.type === 'Person') return shortensPerson(short.parts, long.parts)
  if (short.type === 'Place' && long.type === 'Place') return false
  return isAcronym(short.parts, long.parts) || isTail(short.parts, long.parts)
}

function shortensPerson(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 1)
    return long.length > 1 && (short[0] === long.at(-1) || (short[0] === long[0] && !isInitial(short[0]!)))
  if (short.at(-1) !== long.at(-1)) return false
  const given = long.slice(0, -1)
  let at = 0
  return short.slice(0, -1).every((part) => {
    const next = given.findIndex((g, i) => i >= at && (g === part || ((isInitial(part) || isInitial(g)) && g[0] === part[0])))
    if (next < 0) return false
    at = next + 1
    return true
  })
}

const isTail = (short: readonly string[], long: readonly string[]): boolean =>
  short.length >= 2 && short.length < long.length && short.every((p, i) => p === long[long.length - short.length + i])

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', '&', 'de', 'la', 'du'])

function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  const [word] = short
  if (short.length !== 1 || !word || word.length < 2 || long.length < 2) return false
  const initials = (parts: readonly string[]): string => parts.map((p) => p[0]).join('')
  return word === initials(long.filter((p) => !SMALL.has(p))) || word === initials(long)
}

/** Two names that cannot be of one bearer: persons whose surnames differ, or whose given names do. */
export function areDifferent(a: NameParts, b: NameParts): boolean {
  if (sameName(a, b) || mayShorten(a, b) || mayShorten(b, a)) return false
  if (a.type === 'Person' && b.type === 'Person') return true
  if (a.type === 'Place' && b.type === 'Place') return true
  return a.parts.length > 0 && b.parts.length > 0 && !a.parts.some((p) => b.parts.includes(p))
}
