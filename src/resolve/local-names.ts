/** Every form of name an entity of a reading is mentioned by, where the reader saw a description as well. */
import type { DocumentInfo, Mention, MentionType, Reading } from '../schema/reading.js'
import { FORMS_WRITTEN, isOrganizational, legalFormAfter } from './names/organization.js'
import { properName, SETTLEMENTS } from './names/proper.js'

const NUMBERED = /^ (?:No\.?|Nr\.?|№) ?\d{1,4}\b/

/** In the order of the text; empty for what is only described. */
export function formsOf(own: readonly Mention[], type: MentionType, document: DocumentInfo): string[] {
  const read = own.filter((m) => m.form === 'name').map((m) => completed(m, document.text))
  // What a firm is called is no name of the man whom the reader took it for.
  const personal = type === 'Person' ? read.filter((f) => !isOrganizational(f)) : read
  const forms = personal.length > 0 ? personal : read
  const proper = own
    .filter((m) => m.form === 'nominal')
    .flatMap((m) => properName(whole(m, document.text), type) ?? [])
  if (forms.length > 0) {
    const longer = proper.filter((p) => forms.some((f) => p.startsWith(`${f} `) || isInitialsOf(f, p)))
    return [...forms, ...longer]
  }
  if (proper.length > 0) return proper
  return own.flatMap((m) => (m.form === 'nominal' ? (publisherShort(m.text, document.publisher) ?? []) : []))
}

const PLACED = /\b(?:in|at|from|near|to|of|on|outside|around) $/i

/** Last words of the persons' names of a reading that have several. */
export const surnamesOf = ({ entities }: Pick<Reading, 'entities'>): ReadonlySet<string> =>
  new Set(
    entities.flatMap((e) => (e.type === 'Person' && /\S \S/.test(e.name) ? [e.name.split(' ').at(-1)!] : [])),
  )

/** True for the bare surname of a person of the document, which nothing there places: "Orvik's men" beside Odd Orvik. */
export function isBareSurname(own: readonly Mention[], surnames: ReadonlySet<string>, text: string): boolean {
  const named = own.filter((m) => m.form === 'name')
  return (
    named.length > 0 &&
    named.every(
      (m) =>
        surnames.has(m.text.replace(/[’']s?$/, '')) &&
        !PLACED.test(text.slice(Math.max(0, m.start - 12), m.start)),
    )
  )
}

const INSIDE = new RegExp(
  `\\b(?:in|near|outside|around|across|throughout|inside|towards?|(?:north|south|east|west|${SETTLEMENTS.join('|')}) of) $`,
  'i',
)

/** How many of the names stand behind a preposition that only a place has. */
export const timesPlaced = (own: readonly Mention[], text: string): number =>
  own.filter((m) => m.form === 'name' && INSIDE.test(text.slice(Math.max(0, m.start - 24), m.start))).length

const DATELINE = /^(?:, [^\n–—-]{1,40})? ?(?:\([^)\n]{2,40}\) ?)?[–—-]{1,2} ?[\p{Lu}“"‘]/u
/** "GORI – It rained": where a report was written. */
export const isDateline = ({ text, start, end }: Mention, all: string): boolean =>
  text === text.toUpperCase() &&
  (start === 0 || all[start - 1] === '\n') &&
  DATELINE.test(all.slice(end, end + 100))

const REST_AFTER = /^(?:[\p{L}\p{N}]+|[-‐‑]\p{L}[\p{L}\p{N}]*)+/u
const REST_BEFORE = /(?:\p{L}[\p{L}\p{N}]*[-‐‑])+$/u
/** "Lind Parkett GmbH of Linz": its name ends with its form. */
const PLACED_FIRM = new RegExp(
  `^(.{3,60} (?:${FORMS_WRITTEN.join('|')})\\.?),? (?:of|in) \\p{Lu}[\\p{L} -]{2,40}$`,
  'u',
)
const SAYING = / (?:said|says|told|tells|wrote|writes|reported|reports|added|claimed|asked)$/
const LONGEST_WORD = 40

/** With the rest of a word of which the reader saw a part ("Orvik" in Orvik-Lind), and with its legal form. */
export function completed({ text, start, end }: Mention, all: string): string {
  const before = REST_BEFORE.exec(all.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? ''
  const after = REST_AFTER.exec(all.slice(end, end + LONGEST_WORD))?.[0] ?? ''
  const name = (before + text + (/[’']s?$/.test(text) ? '' : after)).replace(SAYING, '')
  return (
    name.replace(PLACED_FIRM, '$1') +
    legalFormAfter(all.slice(end + after.length, end + after.length + LONGEST_WORD))
  )
}

/** A description's first line, with the number that belongs to it. */
function whole({ text, end }: Mention, all: string): string {
  const first = text.split('\n', 1)[0]!
  const number = first === text ? (NUMBERED.exec(all.slice(end, end + 12))?.[0] ?? '') : ''
  return (first + number).replace(/\s+/g, ' ').trim()
}

const isInitialsOf = (form: string, proper: string): boolean =>
  /^\p{Lu}\.$/u.test(form) && proper.startsWith(form)

/** A paper calls itself by the last word of its name: "the Review" in the Odal Review. */
function publisherShort(description: string, publisher: string | null): string | null {
  const short = /^the (\p{Lu}\p{L}+)$/iu.exec(description)?.[1]
  return short !== undefined && publisher !== null && publisher.endsWith(` ${short}`) ? publisher : null
}
