/** Whether two names may be of one bearer, by their parts alone. */
import { GENERATIONS, TITLES } from '../lang/en/titles.js'
import type { MentionType } from '../../schema/reading.js'

export interface NameParts {
  readonly type: MentionType
  /** Lower case, without titles, possessives and dots; none for a name without letters and digits. */
  readonly parts: readonly string[]
  /** "jr", where the name has it. */
  readonly generation: string | null
  /** What a title tells: "Mr Brock" and "Mrs Brock" are two. */
  readonly gender: 'm' | 'f' | null
}

/** The parts of a name that tell bearers apart. */
export function namePartsOf(words: readonly string[], type: MentionType): NameParts {
  const parts = words
    .map((w) =>
      w
        .toLowerCase()
        .replace(/(?:[’']s?|\.)$/, '')
        .replaceAll('.', ''),
    )
    .filter((w) => /[\p{L}\p{N}]/u.test(w) && w !== 's')
  if (type !== 'Person') {
    if (parts.length > 1 && parts[0] === 'the') parts.shift()
    return { type, parts, generation: null, gender: null }
  }
  let gender: NameParts['gender'] = null
  while (parts.length > 1 && TITLES.has(parts[0]!)) {
    const title = TITLES.get(parts.shift()!)!
    gender ??= title
  }
  const generation = parts.length > 1 && GENERATIONS.has(parts.at(-1)!) ? parts.pop()! : null
  return { type, parts, generation, gender }
}

const disagree = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b
const opposed = (a: NameParts, b: NameParts): boolean =>
  disagree(a.gender, b.gender) || disagree(a.generation, b.generation)

/** The same parts in the same order, and no title against it. */
export const sameName = (a: NameParts, b: NameParts): boolean =>
  a.parts.length === b.parts.length && a.parts.every((p, i) => p === b.parts[i]) && !opposed(a, b)

/**
 * The shorter may stand for the longer: a person's surname or first name, a person's name less a middle name or with initials,
 * the head of an organisation's name ("the Audit Office" for "the National Audit Office"), or its acronym.
 */
export function mayShorten(short: NameParts, long: NameParts): boolean {
  if (short.parts.length === 0 || long.parts.length === 0 || opposed(short, long)) return false
  if (short.type === 'Person' && long.type === 'Person') return shortensPerson(short.parts, long.parts)
  if (short.type === 'Place' && long.type === 'Place') return false
  return isAcronym(short, long) || isTail(short.parts, long.parts)
}

export const isInitial = (part: string): boolean => part.length === 1

function shortensPerson(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 1)
    return long.length > 1 && (short[0] === long.at(-1) || (short[0] === long[0] && !isInitial(short[0]!)))
  if (short.at(-1) !== long.at(-1)) return false
  const given = long.slice(0, -1)
  let at = 0
  return short.slice(0, -1).every((part) => {
    const next = given.findIndex(
      (g, i) => i >= at && (g === part || ((isInitial(part) || isInitial(g)) && g[0] === part[0])),
    )
    if (next < 0) return false
    at = next + 1
    return true
  })
}

const isTail = (short: readonly string[], long: readonly string[]): boolean =>
  short.length >= 2 &&
  short.length < long.length &&
  short.every((p, i) => p === long[long.length - short.length + i])

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'du'])

/** The acronyms of a name: "ons" and "ofns" for "Office for National Statistics"; none for one word. */
export function acronymsOf({ parts }: NameParts): string[] {
  if (parts.length < 2) return []
  const initials = (words: readonly string[]): string => words.map((w) => w[0]).join('')
  return [...new Set([initials(parts.filter((p) => !SMALL.has(p))), initials(parts)])]
}

/** "NAO" for "National Audit Office". */
export function isAcronym({ parts: [word, ...more] }: NameParts, long: NameParts): boolean {
  return word !== undefined && more.length === 0 && word.length >= 2 && acronymsOf(long).includes(word)
}

/** Two names that cannot be of one bearer: persons whose surnames, given names or titles differ, two places, names without a part in common. */
export function areDifferent(a: NameParts, b: NameParts): boolean {
  if (a.parts.length === 0 || b.parts.length === 0) return false
  if (sameName(a, b) || mayShorten(a, b) || mayShorten(b, a)) return false
  if (a.type === b.type && (a.type === 'Person' || a.type === 'Place')) return true
  return !a.parts.some((p) => b.parts.includes(p))
}
