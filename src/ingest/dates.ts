/** Dates as pages and headers write them → EDTF (ISO 8601-2) days, months or years. */
import { MONTHS } from './month-names.js'

const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')
const YEAR = '(1[5-9]\\d\\d|20\\d\\d|21\\d\\d)'
const DAY = '([0-3]?\\d)(?:st|nd|rd|th|er|º|ª)?'
const EDGE = '(?![\\p{L}\\p{N}])'

interface Form {
  readonly pattern: RegExp
  readonly read: (parts: readonly string[]) => string | null
}

const day = (year: string, month: number, date: string): string | null => {
  const [y, d] = [Number(year), Number(date)]
  const real = new Date(Date.UTC(y, month - 1, d))
  if (month < 1 || month > 12 || real.getUTCDate() !== d || real.getUTCMonth() !== month - 1) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
const named = (name: string): number => MONTHS.get(name)!
const form = (source: string, read: Form['read']): Form => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${source}${EDGE}`, 'u'),
  read,
})

/** Tried in this order; the first that fits decides. */
const FORMS: readonly Form[] = [
  form(
    `${YEAR}-(\\d\\d)-(\\d\\d)(?:[t ]\\d\\d:?\\d\\d[\\d:.,]*\\s?(?:z|[+-]\\d\\d:?\\d\\d)?)?`,
    ([y, m, d]) => day(y!, Number(m), d!),
  ),
  form(`${YEAR}[./](\\d\\d?)[./](\\d\\d?)`, ([y, m, d]) => day(y!, Number(m), d!)),
  form(`${YEAR}年\\s?(\\d\\d?)月\\s?(\\d\\d?)日`, ([y, m, d]) => day(y!, Number(m), d!)),
  form(`${DAY}\\.?[\\s-]+(?:de |of )?(${MONTH})\\.?,?[\\s-]+(?:de |del )?${YEAR}`, ([d, m, y]) =>
    day(y!, named(m!), d!),
  ),
  form(`(${MONTH})\\.?\\s+${DAY},?\\s+${YEAR}`, ([m, d, y]) => day(y!, named(m!), d!)),
  form(`(\\d\\d?)\\.\\s?(\\d\\d?)\\.\\s?${YEAR}`, ([d, m, y]) => day(y!, Number(m), d!)),
  form(`(\\d\\d?)[/-](\\d\\d?)[/-]${YEAR}`, ([a, b, y]) => eitherOrder(a!, b!, y!)),
  form(`(${MONTH})\\.?,?\\s+${YEAR}`, ([m, y]) => `${y}-${String(named(m!)).padStart(2, '0')}`),
  form(`${YEAR}(\\d\\d)(\\d\\d)(?:t\\d{4,6}z?)?`, ([y, m, d]) => day(y!, Number(m), d!)),
]

/** 03/04/2021 is March in one country and April in another: then only the year is sure. */
function eitherOrder(a: string, b: string, year: string): string | null {
  const monthFirst = day(year, Number(a), b)
  const dayFirst = day(year, Number(b), a)
  if (monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst) return year
  return monthFirst ?? dayFirst
}

export interface FoundDate {
  readonly edtf: string
  /** The words it was read from, folded to lower case. */
  readonly words: string
}

const LONGEST = 300

/** The first date in a short text, as EDTF; null where there is none. Only the first 300 characters are looked at. */
export function findDate(text: string): FoundDate | null {
  const folded = fold(text.slice(0, LONGEST))
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(folded)
    const edtf = match && read(match.slice(1))
    if (match) return edtf === null ? null : { edtf, words: match[0] }
  }
  return null
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')

const AROUND =
  /\b(?:published|posted|updated|last|first|modified|created|on|at|date|dated|today|online|print|edition|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m\.?|[a-z]{2,4}t|utc|gmt|z|h|min|ago)\b/g

/** The date of a text that says nothing else ("Published: Tuesday, March 3, 2021, 4:10 p.m. EST"); null for any other text. */
export function dateAlone(text: string): string | null {
  if (text.length > 120) return null
  const found = findDate(text)
  if (found === null) return null
  const rest = fold(text).replace(found.words, ' ').replace(AROUND, ' ')
  return /\p{L}{2,}/u.test(rest) ? null : found.edtf
}
