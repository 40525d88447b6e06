/** Days as integers (days since 1970-01-01, proleptic Gregorian calendar; year 0 is 1 BC), so that dates are compared and added as numbers. */

export interface CivilDate {
  readonly year: number
  /** 1–12. */
  readonly month: number
  readonly day: number
}

/** The day's number. A month or day past its end runs over into the next, as in `new Date`. */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1
  const y0 = Math.floor(months / 12)
  const m = months - y0 * 12 + 1
  // Howard Hinnant, "chrono-compatible low-level date algorithms": the year begins in March, eras have 400 years.
  const y = m <= 2 ? y0 - 1 : y0
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

/** Inverse of `dayNumber`. */
export function civilDate(number: number): CivilDate {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const ofEra = z - era * 146097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * ofYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

/** ISO weekday: Monday is 1, Sunday 7. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

export const daysInMonth = (year: number, month: number): number =>
  dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)

/** True for a date of the calendar: 29 February only in leap years. */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** ISO 8601 week: the year it counts in (that of its Thursday) and its number, 1–53. */
export function isoWeek(number: number): { readonly year: number; readonly week: number } {
  const thursday = number - weekdayOf(number) + 4
  const { year } = civilDate(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

/** A year as ISO 8601 writes it: four digits, a minus sign before year 0. */
export const yearText = (year: number): string =>
  (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')

/** `2014-05-04`. */
export function dayText(number: number): string {
  const { year, month, day } = civilDate(number)
  return `${yearText(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
