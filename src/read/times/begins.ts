/** The words a time can begin with; all others are passed over at once, which makes reading several times faster. */
import holidays from '../lang/en/holidays.json' with { type: 'json' }
import numerals from '../lang/en/numerals.json' with { type: 'json' }
import references from '../lang/en/time-references.json' with { type: 'json' }
import words from '../lang/en/time-words.json' with { type: 'json' }
import calendar from '../lang/en/calendar.json' with { type: 'json' }
import type { Lexeme } from '../lexemes.js'
import { isApostrophe } from './vocabulary.js'

const firstWord = (phrase: string): string => /^[a-z]+/.exec(phrase)?.[0] ?? phrase

const TABLES: readonly object[] = [
  calendar.months, calendar.monthsShort, calendar.weekdays, calendar.weekdaysShort, calendar.seasons, calendar.parts, calendar.units,
  calendar.decades, numerals.small, numerals.tens, numerals.scales, numerals.ordinals, words.periodic, holidays.fixed, holidays.easter, holidays.nth,
] // prettier-ignore
const LISTS: readonly (readonly string[])[] = [
  words.past, words.future, words.present, words.narrative, words.vague, words.early, words.middle, words.late, words.about,
  Object.values(references).flat(), words.beginners,
] // prettier-ignore

const BEGINNERS: ReadonlySet<string> = new Set([
  ...TABLES.flatMap((table) => Object.keys(table).map(firstWord)),
  ...LISTS.flatMap((list) => list.map(firstWord)),
  ...Object.keys(calendar.weekdays).map((day) => `${day}s`),
])

/** Whether a time may begin at lexeme `i`: a number, an apostrophe ("'90s") or one of the known words. */
export function mayBegin(l: readonly Lexeme[], i: number): boolean {
  const own = l[i]!
  return own.kind === 'number' || (own.kind === 'mark' ? isApostrophe(l, i) : BEGINNERS.has(own.lower))
}
