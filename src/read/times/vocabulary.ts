/** The English calendar and the words around it, from the data files, ready to be looked up. */
import type { Lexeme } from '../lexemes.js'
import { markAt, wordAt } from '../lexemes.js'
import calendar from '../lang/en/calendar.json' with { type: 'json' }
import words from '../lang/en/time-words.json' with { type: 'json' }
import type { Grain } from './moment.js'
import type { Pick, Step } from './form.js'

const map = <T>(of: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(of))
const set = (of: readonly string[]): ReadonlySet<string> => new Set(of)

export const MONTHS = map(calendar.months)
export const MONTHS_SHORT = map(calendar.monthsShort)
export const MONTHS_ALSO_NAMES = set(calendar.monthsAlsoNames)
export const WEEKDAYS = map(calendar.weekdays)
export const WEEKDAYS_SHORT = map(calendar.weekdaysShort)
export const WEEKDAY_NAMES = set(calendar.weekdayNames)
export const WEEKDAY_TITLES = set(calendar.weekdayTitles)
export const SEASONS = map(calendar.seasons)
export const PARTS = map(calendar.parts)
export const ZONES = set(calendar.zones)
export const DECADES = map(calendar.decades)
export const UNITS = map(calendar.units) as ReadonlyMap<string, Unit>

export const BEFORE_MONTH = set(words.beforeMonth)
export const BEFORE_YEAR = set(words.beforeYear)
export const YEAR_ONLY_AFTER = set(words.yearOnlyAfter)
export const NOT_BEFORE_YEAR = set(words.notBeforeYear)
export const COUNTED = set(words.counted)
export const VAGUE = set(words.vague)
export const EARLY = set(words.early)
export const MIDDLE = set(words.middle)
export const LATE = set(words.late)
export const ABOUT = set(words.about)
export const PERIODIC = map(words.periodic)
export const FUNCTION_WORDS = set(words.function)

const PAST = set(words.past)
const FUTURE = set(words.future)
const PRESENT = set(words.present)

export type Unit =
  | 'second' | 'minute' | 'hour' | 'day' | 'night' | 'week' | 'fortnight' | 'weekend' | 'month' | 'quarter' | 'year'
  | 'decade' | 'century' | 'millennium' // prettier-ignore

/** ISO 8601 durations: letter, its factor, and whether it belongs to the time part. Decades and centuries are years there. */
const DURATIONS: Readonly<
  Record<Unit, readonly [letter: string, factor: number, step: Step['grain'] | null, steps: number]>
> = {
  second: ['S', 1, null, 0],
  minute: ['M', 1, null, 0],
  hour: ['H', 1, null, 0],
  day: ['D', 1, 'day', 1],
  night: ['D', 1, 'day', 1],
  week: ['W', 1, 'day', 7],
  fortnight: ['W', 2, 'day', 14],
  weekend: ['WE', 1, 'day', 7],
  month: ['M', 1, 'month', 1],
  quarter: ['Q', 1, 'month', 3],
  year: ['Y', 1, 'year', 1],
  decade: ['Y', 10, 'year', 10],
  century: ['Y', 100, 'year', 100],
  millennium: ['Y', 1000, 'year', 1000],
}

/** `P6M`, `PT30M`, `PXY` for an unknown number. */
export function durationValue(unit: Unit, amount: number | null): string {
  const [letter, factor] = DURATIONS[unit]
  const count = amount === null ? 'X' : String(Math.round(amount * factor * 100) / 100)
  return `${unit === 'second' || unit === 'minute' || unit === 'hour' ? 'PT' : 'P'}${count}${letter}`
}

/** The length in days, months or years; null for units of the clock and for unknown or broken numbers. */
export function stepOf(unit: Unit, amount: number | null): Step | null {
  const [, , grain, steps] = DURATIONS[unit]
  const total = (amount ?? NaN) * steps
  // No calendar of a document reaches further than ten thousand years.
  return grain === null || !(total <= 10_000) ? null : { grain, amount: Math.round(total) }
}

/** The grain of the calendar that a unit names; null for those that are only lengths. */
export function grainOf(unit: Unit): Grain | null {
  if (unit === 'night') return 'day'
  return unit === 'second' ||
    unit === 'minute' ||
    unit === 'hour' ||
    unit === 'fortnight' ||
    unit === 'millennium'
    ? null
    : unit
}

/** "last", "this", "next" and their like at lexeme `i`. */
export function pickAt(l: readonly Lexeme[], i: number): Pick | null {
  const w = wordAt(l, i)
  return PAST.has(w) ? 'last' : PRESENT.has(w) ? 'this' : FUTURE.has(w) ? 'next' : null
}

export const PICK_SHIFT: Readonly<Record<Pick, number>> = { last: -1, this: 0, next: 1 }

export const isDash = (l: readonly Lexeme[], i: number): boolean => /^[-‐‑–—]$/.test(markAt(l, i))
export const isApostrophe = (l: readonly Lexeme[], i: number): boolean => /^['’‘]$/.test(markAt(l, i))

/** The index after a hyphen at `i` that ties two words, else `i`. */
export const pastHyphen = (l: readonly Lexeme[], i: number): number =>
  isDash(l, i) && l[i]!.glued && l[i + 1]?.glued === true ? i + 1 : i
