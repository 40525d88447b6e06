/** When a named day falls in a year. */
import { dayNumber, daysInMonth, weekdayOf } from '../../schema/day.js'
import holidays from '../lang/en/holidays.json' with { type: 'json' }

/** Day number of Easter Sunday (Gregorian; Meeus, Jones and Butcher's algorithm). */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

const FIXED: Readonly<Record<string, number[]>> = holidays.fixed
const EASTER: Readonly<Record<string, number>> = holidays.easter
const NTH: Readonly<Record<string, number[]>> = holidays.nth

/** Day number of the holiday `name` (a key of holidays.json) in `year`. */
export function holidayIn(name: string, year: number): number {
  const fixed = FIXED[name]
  if (fixed) return dayNumber(year, fixed[0]!, fixed[1]!)
  const offset = EASTER[name]
  if (offset !== undefined) return easter(year) + offset
  const [month, weekday, nth] = NTH[name] as [number, number, number]
  if (nth < 0) {
    const last = dayNumber(year, month, daysInMonth(year, month))
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = dayNumber(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
}

/** Month and day, for holidays that fall on the same date every year; null for others. */
export const fixedDate = (name: string): { readonly month: number; readonly day: number } | null => {
  const fixed = FIXED[name]
  return fixed ? { month: fixed[0]!, day: fixed[1]! } : null
}
