/**
 * Times are EDTF strings (ISO 8601-2, Library of Congress' Extended Date/Time Format). Here they become
 * stretches of days that can be compared. Dates, unspecified digits (`199X`), seasons, qualifiers and intervals
 * are read here; the rest of the format goes through the `edtf` package.
 */
import edtf from 'edtf'
import { dayNumber, isDate } from './day.js'

/** The days an EDTF string may mean, both ends included (see day.ts for the numbers); an open end is infinite. */
export interface DateInterval {
  readonly earliest: number
  readonly latest: number
  /** `~`: about then. */
  readonly approximate: boolean
  /** `?`: perhaps then. */
  readonly uncertain: boolean
}

export type TimeRelation = 'same' | 'within' | 'contains' | 'overlaps' | 'before' | 'after'

// Longer strings are no dates of a document, and the package's parser is slower than linear.
const LONGEST = 64
const POINT =
  /^(-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?([?~%]?)$/
/** EDTF's season, quarter (33–36), third (37–39) and half (40, 41) numbers with their first and last month. */
const GROUPS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [1, 14], 25: [3, 5], 26: [6, 8], 27: [9, 11], 28: [1, 14],
  29: [9, 11], 30: [1, 14], 31: [3, 5], 32: [6, 8], 33: [1, 3], 34: [4, 6], 35: [7, 9], 36: [10, 12],
  37: [1, 4], 38: [5, 8], 39: [9, 12], 40: [1, 6], 41: [7, 12],
} // prettier-ignore

const monthEnd = (year: number, month: number): number => dayNumber(year, month + 1, 1) - 1

function pointInterval(text: string): DateInterval | null {
  const [, year, month, day, mark] = POINT.exec(text) ?? []
  if (year === undefined) return null
  const flags = { approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' }
  const bounds = yearBounds(year)
  if (month === undefined || month === 'XX') {
    if (day !== undefined && day !== 'XX') return null
    return { earliest: dayNumber(bounds[0], 1, 1), latest: monthEnd(bounds[1], 12), ...flags }
  }
  const y = bounds[0]
  if (y !== bounds[1]) return null
  const group = GROUPS[Number(month)]
  // "Winter 2020" may be either end of that year: both are allowed for.
  if (group)
    return day === undefined
      ? { earliest: dayNumber(y, group[0], 1), latest: monthEnd(y, group[1]), ...flags }
      : null
  const m = Number(month)
  if (!isDate(y, m, 1)) return null
  if (day === undefined || day === 'XX')
    return { earliest: dayNumber(y, m, 1), latest: monthEnd(y, m), ...flags }
  if (!isDate(y, m, Number(day))) return null
  const at = dayNumber(y, m, Number(day))
  return { earliest: at, latest: at, ...flags }
}

function yearBounds(text: string): readonly [number, number] {
  const low = Number(text.replace(/X/g, '0'))
  const high = Number(text.replace(/X/g, '9'))
  return low <= high ? [low, high] : [high, low]
}

/** The days `text` may mean; null where it is not EDTF or names no day (an interval that ends before it begins, 30 February). */
export function edtfInterval(text: string): DateInterval | null {
  if (text.length > LONGEST) return null
  const slash = text.indexOf('/')
  if (slash < 0) return pointInterval(text) ?? packageInterval(text)
  const [left, right] = [text.slice(0, slash), text.slice(slash + 1)]
  const from = left === '..' || left === '' ? null : pointInterval(left)
  const to = right === '..' || right === '' ? null : pointInterval(right)
  if ((from === null && left !== '..' && left !== '') || (to === null && right !== '..' && right !== ''))
    return packageInterval(text)
  if (from === null && to === null) return null
  const earliest = from?.earliest ?? -Infinity
  const latest = to?.latest ?? Infinity
  if (earliest > latest) return null
  return {
    earliest,
    latest,
    approximate: (from?.approximate || to?.approximate) ?? false,
    uncertain: (from?.uncertain || to?.uncertain) ?? false,
  }
}

const DAY_MS = 86_400_000

function packageInterval(text: string): DateInterval | null {
  // The package lets 29 February of any year and years beyond Date's range through; both come back unreadable here.
  if (/^-?[\dX]{4}-\d\d-\d\d/.test(text)) return null
  try {
    const { min, max } = edtf(text)
    if (Number.isNaN(min) || Number.isNaN(max) || min > max) return null
    return {
      earliest: Math.floor(min / DAY_MS),
      latest: Math.floor(max / DAY_MS),
      approximate: /[~%]/.test(text),
      uncertain: /[?%]/.test(text),
    }
  } catch {
    return null
  }
}

/** True for EDTF that names real days. */
export const isEdtf = (text: string): boolean => edtfInterval(text) !== null

/** How `a` lies to `b`. */
export function relateTimes(a: DateInterval, b: DateInterval): TimeRelation {
  if (a.latest < b.earliest) return 'before'
  if (a.earliest > b.latest) return 'after'
  if (a.earliest === b.earliest && a.latest === b.latest) return 'same'
  if (a.earliest >= b.earliest && a.latest <= b.latest) return 'within'
  if (a.earliest <= b.earliest && a.latest >= b.latest) return 'contains'
  return 'overlaps'
}

/** True where every day of `inner` is a day of `outer`. */
export const containsTime = (outer: DateInterval, inner: DateInterval): boolean =>
  inner.earliest >= outer.earliest && inner.latest <= outer.latest

/** For sorting: by the first possible day, then by the last. */
export const compareTimes = (a: DateInterval, b: DateInterval): number =>
  order(a.earliest, b.earliest) || order(a.latest, b.latest)

// Two open ends are equal, though their difference is not a number.
const order = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** An approximate time reaches as far again to each side as it is long: `2011~` from 2010 to 2012. */
export function widened(time: DateInterval): DateInterval {
  const length = time.latest - time.earliest + 1
  if (!time.approximate || !Number.isFinite(length)) return time
  return { ...time, earliest: time.earliest - length, latest: time.latest + length }
}

/** True where both can be the same day, approximate times being widened. Two claims of one event with incompatible times contradict. */
export function compatibleTimes(a: DateInterval, b: DateInterval): boolean {
  const [x, y] = [widened(a), widened(b)]
  return x.earliest <= y.latest && y.earliest <= x.latest
}

/** How fine a time is: the days from its first to its last, infinite where an end is open. */
export const daysCovered = (time: DateInterval): number => time.latest - time.earliest + 1
