/** Names among what was read as descriptions, and kinds that a name itself gives away. */
import type { MentionType } from '../../schema/reading.js'
import { fold } from './fold.js'
import { HEADS, isOrganizational, KIND_WORDS } from './organization.js'
import { personName } from './person.js'
import data from './proper.json' with { type: 'json' }
import { GENERATIONS, PARTICLES, TITLES } from './titles.js'

const LONGEST = 200
/** What stands before 'of' and the name of the very place. */
export const SETTLEMENTS: readonly string[] = data.settlements
/** "the Lender": what a contract calls its parties. */
const PARTIES: ReadonlySet<string> = new Set(data.parties)
const ARTICLE = /^(?:the|an?)\s+/i
const NUMBER = /^(?:no\.?|nr\.?|№|\d{1,4})$/i
const JOINING: ReadonlySet<string> = new Set(['of', 'and', 'the', 'for', '&'])
const PARTS = "\\p{Lu}[\\p{L}\\p{N}'’-]*(?: (?:\\p{Lu}|\\d)[\\p{L}\\p{N}'’-]*){0,4}"
/** "the old town of Odal" is Odal; its coast, its outskirts and its mayor are not. */
const SETTLEMENT = new RegExp(
  `^(?:the )?(?:[\\p{Ll}-]+ ){0,2}(?:${SETTLEMENTS.join('|')}) of (?:the )?(${PARTS})$`,
  'iu',
)
/** "the patrol boat LS-184", "the daily newspaper Ora": a kind of thing, and its name. */
const APPOSED = new RegExp(
  `^(?:[Tt]he )?(?:(?!(?:a|an|and|any|as|at|but|by|each|every|for|from|her|his|in|into|its|like|my|near|no|of|on|or|our|over|some|than|that|their|these|this|those|to|under|who|with|your) )[\\p{Ll}-]+ ){1,3}(${PARTS})$`,
  'u',
)
/** "the tax office in Ghent": what there is one of, since a name says where or whose. */
const ANCHORED = new RegExp(
  `^(?:[Tt]he )((?:[\\p{Ll}-]+ ){0,2}([\\p{Ll}-]+) (?:of|in|at|for) (?:the )?${PARTS})$`,
  'u',
)
/** "The health office", "our water office": of which a case mostly has one, though nobody writes it large. */
const INSTITUTION = /^(?:the|our|this|that|its|their) ((?:[\p{L}’'-]+ ){1,3}[\p{L}-]+)$/iu
const VAGUE: ReadonlySet<string> = new Set(data.vague)
const PLURAL = /[^s]s$/
const isFacility = (noun: string): boolean => KIND_WORDS.has(noun) || FACILITIES.has(noun)
/** Kinds that are no institution but an area, or many. */
const AREAS: ReadonlySet<string> = new Set(data.areas)
const FACILITIES: ReadonlySet<string> = new Set(data.facilities)
const CAPITALS = /^\p{Lu}{4,}$|^\p{Lu}{3,}(?: \p{Lu}{3,}){1,2}$/u
/** "the Tribune": short for a longer name. */
const SHORT = /^the (\p{Lu}[\p{L}'’-]{2,})$/u
const WITH_INITIALS = /^(?:\p{Lu}\p{L}+[ ]){0,3}(?:\p{Lu}\.[ ]?){1,3}\p{Lu}[\p{L}'’-]+$/u
const INITIALS = /^(?:\p{Lu}\.[\s\u00a0]*){1,3}\p{Lu}[\p{L}'’-]+$/u
const CIVIL = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor)\.?\s+\p{Lu}/iu

/**
 * The name that a description is: "The Odal Evening Ledger", "School No. 4", "Odd Odal junior", "the village of Odal".
 * Null where it only describes: "the Authority", "police in Bergen".
 */
export function properName(description: string, type: MentionType): string | null {
  if (description.length > LONGEST) return null
  if (type === 'Place') {
    const name = SETTLEMENT.exec(description.replace(/[’']s$/, ''))?.[1]
    if (name !== undefined) return /^\p{Lu}/u.test(name) ? name : null
  }
  const apposed = APPOSED.exec(description)?.[1]
  if (apposed !== undefined && type !== 'Group') return nameAlone(apposed, type)
  if (type === 'Organization' || type === 'Place') {
    const anchored = ANCHORED.exec(description)
    if (anchored && !PLURAL.test(anchored[2]!) && (type === 'Organization' || isFacility(anchored[2]!)))
      return anchored[1]!
  }
  const institution = institutionIn(description, type)
  if (institution !== null) return institution
  const short = SHORT.exec(description)?.[1]
  if (short !== undefined) return type === 'Person' ? null : nameAlone(short, type)
  if (type === 'Place' && CAPITALS.test(description)) return nameAlone(description, type)
  const whole = type === 'Person' ? description : description.split(/[,;(]/, 1)[0]!
  const text = whole
    .trim()
    .replace(ARTICLE, '')
    .replace(/[’']s$/, '')
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

/** Its kind and what tells it from others of that kind: "new", "other" and "whole" tell nothing. */
function institutionIn(description: string, type: MentionType): string | null {
  if (type !== 'Organization' && type !== 'Place') return null
  const name = INSTITUTION.exec(description)?.[1]
  if (name === undefined) return null
  const words = name.split(' ')
  const kind = words.at(-1)!.toLowerCase()
  if (!(KIND_WORDS.has(kind) || HEADS.has(kind) || FACILITIES.has(kind)) || AREAS.has(kind)) return null
  const own = words.slice(0, -1)
  return own.some((w) => VAGUE.has(w.toLowerCase())) || own.every((w) => /[’']s?$/.test(w)) ? null : name
}

/** A person's takes two words: "the young Norwegian" is none. */
function nameAlone(text: string, type: MentionType): string | null {
  const words = text.split(' ').map(fold)
  if (type === 'Person' && words.length < 2) return null
  return words.every((w) => TITLES.has(w) || KIND_WORDS.has(w) || PARTIES.has(w)) ? null : text
}

const isGeneration = (word: string): boolean => GENERATIONS.has(fold(word).replaceAll('.', ''))

/** True where only a person is written so: "A. Orvik", or "Mr Orvik" beside a name. */
export const isPersonal = (names: readonly string[], descriptions: readonly string[]): boolean =>
  names.length > 0 &&
  (names.every(
    (name) =>
      INITIALS.test(name) || ((WITH_INITIALS.test(name) || isAddressed(name)) && !isOrganizational(name)),
  ) ||
    descriptions.some((d) => CIVIL.test(d) && names.some((name) => d.replace(CIVIL_WORD, '') === name)))
/** "Atty. Orvik", "Ma'am Aud": with a title that nothing but a person has; "King Street" and "Lady Lake" are called after one. */
const isAddressed = (name: string): boolean => {
  const [title, ...words] = personName(name).titles
  return title !== undefined && words.length === 0 && ADDRESSES.has(title) && /^\S+ \p{Lu}/u.test(name)
}
const ADDRESSES: ReadonlySet<string> = new Set(data.addresses)
const CIVIL_WORD = /^\S+\s+/
