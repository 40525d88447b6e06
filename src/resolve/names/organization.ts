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
/** "Shipping", "Gazette": what ends a name of two words or more that is no person's. */
export const HEADS: ReadonlySet<string> = new Set(data.heads)
/** "Agios Petros" is Saint Petros. */
const SAINTS: ReadonlySet<string> = new Set(data.saints)
const SAINT = nameWord('saint')
/** "Mail", "Monitor": what papers are called, and other things as well. */
export const PAPERS: ReadonlySet<string> = new Set(data.papers)
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
  words = words.map((w, i) => (i < words.length - 1 && SAINTS.has(w.folded) ? SAINT : w))
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

/** Forms as they are written in names, of those that no other word is spelt like. */
export const FORMS_WRITTEN: readonly string[] = [
  'Ltd',
  'Limited',
  'PLC',
  'plc',
  'Inc',
  'LLC',
  'LLP',
  'GmbH',
  'AG',
  'NV',
  'BV',
  'SA',
  'S\\.A',
  'AS',
  'ASA',
  'AB',
  'Oy',
  'Kft',
  'JSC',
  'OOO',
  'd\\.o\\.o',
  's\\.r\\.o',
  'SpA',
  'S\\.p\\.A',
  'Srl',
  'SARL',
  'Corp',
  'Corporation',
]

/** The legal form that follows a name, with what parts the two; empty where none does: ", Ltd", " d.o.o". */
export function legalFormAfter(text: string): string {
  const words = /^,? (\S+(?: \S+){0,2})/.exec(text.split('\n', 1)[0]!)?.[1]?.split(' ') ?? []
  for (let n = words.length; n > 0; n--) {
    const form = words.slice(0, n).join(' ')
    const bare = fold(form)
      .replace(/[.,;:)]+$/, '')
      .replaceAll('.', '')
    const head = FORMS.get(bare)
    // "as" and "co" are words as well: a form is written large or with dots.
    if (head && (/^\p{Lu}/u.test(form) || /\p{L}\.\p{L}/u.test(form) || bare === 'plc'))
      return text.slice(0, text.indexOf(form) + form.length).replace(/[.,;:)]+$/, '')
  }
  return ''
}

/** True for "Nordhav Shipping AS". */
export function hasLegalForm(name: string): boolean {
  const words = name.split(/[\s,]+/)
  return [1, 2, 3].some((n) => words.length > n && legalFormAfter(` ${words.slice(-n).join(' ')}`) !== '')
}

/** True for a name that only an organisation has: by its legal form, or the noun it ends with. */
export function isOrganizational(name: string): boolean {
  const words = name.replace(/[’']s?$/, '').split(/[\s,]+/)
  if (words.length < 2) return false
  return hasLegalForm(name) || HEADS.has(fold(words.at(-1)!))
}
