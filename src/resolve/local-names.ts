/** Every form of name an entity of a reading is mentioned by, where the reader saw a description as well. */
import type { DocumentInfo, Mention, MentionType, Reading } from '../schema/reading.js'
import { legalFormAfter } from './names/organization.js'
import { properName } from './names/proper.js'

const NUMBERED = /^ (?:No\.?|Nr\.?|№) ?\d{1,4}\b/

/** In the order of the text; empty for what is only described. */
export function formsOf(own: readonly Mention[], type: MentionType, document: DocumentInfo): string[] {
  const forms = own.filter((m) => m.form === 'name').map((m) => completed(m, document.text))
  const proper = own
    .filter((m) => m.form === 'nominal')
    .flatMap((m) => properName(whole(m, document.text), type, startsSentence(m, document.text)) ?? [])
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

/** True for the bare surname of a person of the document, which nothing there places: "Brekke's men" beside Olav Brekke. */
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

const REST_AFTER = /^(?:[\p{L}\p{N}]+|[-‐‑]\p{L}[\p{L}\p{N}]*)+/u
const REST_BEFORE = /(?:\p{L}[\p{L}\p{N}]*[-‐‑])+$/u
const LONGEST_WORD = 40

/** With the rest of a word of which the reader saw a part ("Otchere" in Otchere-Nti), and with its legal form. */
export function completed({ text, start, end }: Mention, all: string): string {
  const before = REST_BEFORE.exec(all.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? ''
  const after = REST_AFTER.exec(all.slice(end, end + LONGEST_WORD))?.[0] ?? ''
  const name = before + text + (/[’']s?$/.test(text) ? '' : after)
  return name + legalFormAfter(all.slice(end + after.length, end + after.length + LONGEST_WORD))
}

/** A description's first line, with the number that belongs to it. */
function whole({ text, end }: Mention, all: string): string {
  const first = text.split('\n', 1)[0]!
  const number = first === text ? (NUMBERED.exec(all.slice(end, end + 12))?.[0] ?? '') : ''
  return (first + number).replace(/\s+/g, ' ').trim()
}

const startsSentence = ({ start }: Mention, all: string): boolean =>
  /(?:^|[.!?:;"“”\n])\s*$/.test(all.slice(Math.max(0, start - 4), start))

const isInitialsOf = (form: string, proper: string): boolean =>
  /^\p{Lu}\.$/u.test(form) && proper.startsWith(form)

/** A paper calls itself by the last word of its name: "the Review" in the Meridian Review. */
function publisherShort(description: string, publisher: string | null): string | null {
  const short = /^the (\p{Lu}\p{L}+)$/iu.exec(description)?.[1]
  return short !== undefined && publisher !== null && publisher.endsWith(` ${short}`) ? publisher : null
}
