/** "By Ada Brock and Tom Vale, Meridian Press" → who wrote it and whose paper it is in. */
import {
  AFTER_NAME,
  BY,
  BY_ELSEWHERE,
  GENERATION,
  NOBODY,
  OUTLET_WORDS,
  PARTICLES,
  ROLE_WORDS,
} from './byline-words.js'
import { findDate } from './dates.js'

export interface Byline {
  readonly people: readonly string[]
  readonly outlet: string | null
}

const LONGEST = 200
const LONGEST_NAME = 60
const MOST_PEOPLE = 12
const CONTACTS = /\S+@\S+|https?:\/\/\S+|(?:www|twitter)\.\S+|@\w+/g
const AGENCIES: ReadonlySet<string> = new Set([
  'reuters',
  'bloomberg',
  'xinhua',
  'tass',
  'interfax',
  'dpa',
  'efe',
  'ansa',
])
const BETWEEN = /\s*(?:[,;|•·()\n]|\s[-–—/]\s|\s(?:and|&|und|et|with)\s)\s*/u

/** People and outlet of a byline, "By" or not; what is neither (roles, degrees, dates, addresses) is left out. */
export function readByline(line: string): Byline {
  const people: string[] = []
  let outlet: string | null = null
  for (const part of partsOf(line)) {
    if (GENERATION.test(part) && people.length > 0) people.push(`${people.pop()!}, ${part}`)
    else if (isAside(part) || NOBODY.has(part.toLowerCase()) || !looksLikeName(part)) continue
    else if (isOutlet(part)) outlet ??= part
    else if (!people.includes(part)) people.push(part)
  }
  return { people: people.slice(0, MOST_PEOPLE), outlet }
}

/** True for a line that begins as a byline does and goes on with names only. */
export function isByline(line: string): boolean {
  if (line.length > LONGEST || !(BY.test(line) || BY_ELSEWHERE.test(line))) return false
  const parts = partsOf(line)
  return (
    parts.length > 0 && parts.every((part) => isAside(part) || GENERATION.test(part) || looksLikeName(part))
  )
}

/** "Meridian Press", "The Valley Post", "AFP": a name that only an outlet would have. */
export function isOutlet(name: string): boolean {
  if (!looksLikeName(name) || isAside(name)) return false
  const words = name.toLowerCase().split(/\s+/)
  if (words.length === 1) return ACRONYM.test(name) || SITE.test(name) || AGENCIES.has(words[0]!)
  return (
    words[0] === 'the' ||
    OUTLET_WORDS.has(words[0]!) ||
    OUTLET_WORDS.has(words.at(-1)!) ||
    ACRONYM_FIRST.test(name)
  )
}
const ACRONYM = /^[A-Z]{2,5}$/
const ACRONYM_FIRST = /^[A-Z]{2,5}\s.*[a-z]/
const SITE = /^\w+\.(?:com|org|net|news)$/

/** Two to five capitalised words (or a name in a script without capitals) that are no outlet and no role. */
export const isPerson = (name: string): boolean =>
  looksLikeName(name) && !isOutlet(name) && !isAside(name) && (/\s/.test(name) || /^\p{Lo}+$/u.test(name))

const isAside = (part: string): boolean => ROLE_WORDS.test(part) || AFTER_NAME.test(part)

/** The parts a byline is made of, "By" and any date left out. */
export function partsOf(line: string): string[] {
  let text = line.slice(0, LONGEST).replace(CONTACTS, ' ').replace(BY, '').replace(BY_ELSEWHERE, '').trim()
  const date = findDate(text)
  const at = date ? text.toLowerCase().indexOf(date.words) : -1
  if (date && at !== -1) text = `${text.slice(0, at)} , ${text.slice(at + date.words.length)}`
  return text
    .split(BETWEEN)
    .map((part) =>
      part
        .replace(/^(?:by|and)(?:\s+|$)/i, '')
        .replace(/\s(?:on|in|at|for)(?:\s.*)?$/, '')
        .replace(TRAILING_STOP, '')
        .trim(),
    )
    .filter((part) => part !== '')
}
/** A full stop that closes a line, not one that shortens a word. */
const TRAILING_STOP = /(?<!\b(?:\p{L}|[JS]r))[.:\s]+$/u

function looksLikeName(name: string): boolean {
  if (SITE.test(name)) return true
  if (name.length < 2 || name.length > LONGEST_NAME || /[\d<>{}[\]"“”?!:=+*]/.test(name)) return false
  const words = name.split(/\s+/)
  return (
    words.length <= 5 &&
    words.every((word) => PARTICLES.has(word.toLowerCase()) || /^['‘’]?[\p{Lu}\p{Lo}\p{Lt}]/u.test(word))
  )
}
