/** Names among what was read as descriptions, and kinds that a name itself gives away. */
import type { MentionType } from '../../schema/reading.js'
import { fold } from './fold.js'
import { personName } from './person.js'
import { GENERATIONS, PARTICLES, TITLES } from './titles.js'

const ARTICLE = /^(?:the|an?)\s+/i
const NUMBER = /^(?:no\.?|nr\.?|№|\d{1,4})$/i
const JOINING: ReadonlySet<string> = new Set(['of', 'and', 'the', 'for', '&'])
const SETTLEMENT =
  /^(?:the\s+)?(?:village|town|city|island|islet|hamlet|municipality|county|province|republic|kingdom|state) of\s+(?:the\s+)?/i
const INITIALS = /^(?:\p{Lu}\.[\s\u00a0]*){1,3}\p{Lu}[\p{L}'’-]+$/u
const CIVIL = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor)\.?\s+\p{Lu}/iu

/**
 * The name that a description is: "The Bergen Evening Ledger", "School No. 4", "Olav Kveldro junior", "the village of Kveldro".
 * Null where it only describes: "the Authority", "police in Bergen".
 */
export function properName(description: string, type: MentionType): string | null {
  if (type === 'Place' && SETTLEMENT.test(description)) {
    const rest = description.replace(SETTLEMENT, '').replace(/[’']s$/, '')
    return rest.split(' ').every((w) => /^\p{Lu}/u.test(w)) ? rest : null
  }
  const text = description.replace(ARTICLE, '').replace(/[’']s$/, '')
  // "the Review of 18 May" is dated, not called so.
  if (/[,;:()"“”\n]|\bof \d/.test(text)) return null
  const words = text.split(' ')
  const isName = (w: string): boolean => /^\p{Lu}/u.test(w)
  const isPart = (w: string): boolean =>
    isName(w) || NUMBER.test(w) || JOINING.has(w) || PARTICLES.has(fold(w)) || isGeneration(w)
  if (words.length > 8 || !words.every(isPart) || !isName(words[0]!)) return null
  // One capital may begin a sentence.
  if (words.filter((w) => isName(w) || /^\d+$/.test(w)).length < 2) return null
  if (JOINING.has(words.at(-1)!)) return null
  if (type !== 'Person') return text
  const own = personName(text).words
  return own.length > 0 && own.every((w) => !TITLES.has(w.folded)) ? text : null
}

const isGeneration = (word: string): boolean => GENERATIONS.has(fold(word).replaceAll('.', ''))

/** True where only a person is written so: "A. Tveiten", or "Mr Tveiten" beside a name. */
export const isPersonal = (names: readonly string[], descriptions: readonly string[]): boolean =>
  names.length > 0 &&
  (names.every((name) => INITIALS.test(name)) ||
    descriptions.some((d) => CIVIL.test(d) && names.some((name) => d.replace(CIVIL_WORD, '') === name)))
const CIVIL_WORD = /^\S+\s+/
