/** The parts of an organisation's name: its own words, its legal form, its acronyms. */
import { fold } from './fold.js'
import data from './legal-forms.json' with { type: 'json' }
import { nameWord, type NameWord } from './person.js'

export interface OrganizationName {
  readonly text: string
  /** Without legal form, articles and prepositions. */
  readonly words: readonly NameWord[]
  readonly form: string | null
  /** 'nao' where the name is one itself; else the initials of its words, with and without the small ones. */
  readonly acronym: string | null
  readonly initials: readonly string[]
}

const FORMS = new Map(
  Object.entries(data.forms).flatMap(([head, forms]) => forms.map((f) => [f, head] as const)),
)
const LOOSE: ReadonlySet<string> = new Set(data.loose)
const SMALL: ReadonlySet<string> = new Set(data.small)
/** "Ministry", "national": words that many organisations share. */
export const KIND_WORDS: ReadonlySet<string> = new Set(data.kinds)
const MOST_WORDS = 12

export function organizationName(text: string): OrganizationName {
  const raws = text
    .replace(/[’']s\b/g, '')
    .replace(/(?<=\p{L})\.(?=\p{L}\.)/gu, '')
    .replace(/\bA\/S\b/gi, 'AS')
    .split(/[^\p{L}\p{N}&+]+/u)
    .filter((w) => w !== '')
    .slice(0, MOST_WORDS)
  let words = raws.map((w) => nameWord(w.toLowerCase())).filter((w) => w.folded !== '')
  let form: string | null = null
  while (words.length > 1) {
    const found = FORMS.get(words.at(-1)!.folded)
    if (!found) break
    if (!LOOSE.has(found)) form ??= found
    words = words.slice(0, -1)
  }
  const all = words.map((w) => w.folded)
  const own = words.filter((w) => !SMALL.has(w.folded))
  if (own.length > 0) words = own
  const single =
    raws.length === 1 || words.length === 1 ? (raws.find((r) => fold(r) === words[0]?.folded) ?? '') : ''
  return {
    text,
    words,
    form,
    acronym: /^\p{Lu}[\p{Lu}\p{N}&]{1,7}$/u.test(single) ? words[0]!.folded : null,
    initials:
      words.length < 2
        ? []
        : [...new Set([words.map((w) => w.folded[0]).join(''), all.map((w) => w[0]).join('')])].filter(
            (i) => i.length >= 2,
          ),
  }
}
