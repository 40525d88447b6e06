/** Stretches of the calendar that English names: a day, a week, a month … a century; written as TIMEX3 and as EDTF. */
import { civilDate, dayNumber, dayText, isoWeek, weekdayOf, yearText } from '../../schema/day.js'
import { edtfInterval } from '../../schema/edtf.js'

export type Moment =
  | { readonly grain: 'day'; readonly day: number }
  /** Monday of the week. */
  | { readonly grain: 'week' | 'weekend'; readonly day: number }
  | { readonly grain: 'month' | 'quarter' | 'half' | 'season'; readonly year: number; readonly index: number }
  /** First year. */
  | { readonly grain: 'year' | 'decade' | 'century'; readonly year: number }

export type Grain = Moment['grain']

const two = (n: number): string => String(n).padStart(2, '0')
const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const
const LENGTH = { month: 12, quarter: 4, half: 2, season: 4 } as const

export const monthText = (year: number, month: number): string => `${yearText(year)}-${two(month)}`

/** The TIMEX3 value: `2008-Q3`, `2020-SU`, `2004-W47`, `199`. */
export function timexOf(m: Moment): string {
  switch (m.grain) {
    case 'day':
      return dayText(m.day)
    case 'week':
    case 'weekend': {
      const { year, week } = isoWeek(m.day)
      return `${yearText(year)}-W${two(week)}${m.grain === 'weekend' ? '-WE' : ''}`
    }
    case 'month':
      return monthText(m.year, m.index)
    case 'quarter':
      return `${yearText(m.year)}-Q${m.index}`
    case 'half':
      return `${yearText(m.year)}-H${m.index}`
    case 'season':
      return `${yearText(m.year)}-${SEASONS[m.index - 1]!}`
    case 'year':
      return m.year > 0 ? yearText(m.year) : `BC${String(1 - m.year).padStart(4, '0')}`
    case 'decade':
      return yearText(m.year).slice(0, -1)
    case 'century':
      return yearText(m.year).slice(0, -2)
  }
}

/** First and last of it as EDTF dates; the same string twice where EDTF has one for the whole. */
export function boundsOf(m: Moment): readonly [string, string] {
  switch (m.grain) {
    case 'day':
      return [dayText(m.day), dayText(m.day)]
    case 'week':
      return [dayText(m.day), dayText(m.day + 6)]
    case 'weekend':
      return [dayText(m.day + 5), dayText(m.day + 6)]
    case 'month':
      return [monthText(m.year, m.index), monthText(m.year, m.index)]
    case 'quarter':
      return [monthText(m.year, m.index * 3 - 2), monthText(m.year, m.index * 3)]
    case 'half':
      return [monthText(m.year, m.index * 6 - 5), monthText(m.year, m.index * 6)]
    case 'season':
      return m.index === 4
        ? [monthText(m.year, 12), monthText(m.year + 1, 2)]
        : [monthText(m.year, m.index * 3), monthText(m.year, m.index * 3 + 2)]
    case 'year':
      return [yearText(m.year), yearText(m.year)]
    case 'decade':
      return [yearText(m.year), yearText(m.year + 9)]
    case 'century':
      return [yearText(m.year), yearText(m.year + 99)]
  }
}

/** The whole as EDTF: `2020-22` (summer), `199X`, `18XX`, `2008-07/2008-09`. */
export function edtfOf(m: Moment): string {
  if (m.grain === 'season') return `${yearText(m.year)}-${20 + m.index}`
  if (m.grain === 'decade' && m.year >= 0) return `${yearText(m.year).slice(0, 3)}X`
  if (m.grain === 'century' && m.year >= 0) return `${yearText(m.year).slice(0, 2)}XX`
  const [from, to] = boundsOf(m)
  return from === to ? from : `${from}/${to}`
}

/** The year it (first) lies in. */
export const yearOf = (m: Moment): number => ('year' in m ? m.year : civilDate(m.day).year)

/** Its first and last day's numbers. */
export function daysOf(m: Moment): readonly [number, number] {
  const [from, to] = boundsOf(m)
  return [edtfInterval(from)!.earliest, edtfInterval(to)!.latest]
}

/** The stretch of the given grain that `m` lies in; null where `m` is longer than that. */
export function widen(m: Moment, grain: Grain): Moment | null {
  if (m.grain === grain) return m
  if (m.grain === 'day') return ofDay(m.day, grain)
  const [first, last] = daysOf(m)
  const own = ofDay(first, grain)
  const end = daysOf(own)[1]
  return last <= end && daysOf(own)[0] <= first ? own : null
}

function ofDay(day: number, grain: Grain): Moment {
  const { year, month } = civilDate(day)
  switch (grain) {
    case 'day':
      return { grain, day }
    case 'week':
    case 'weekend':
      return { grain, day: day - weekdayOf(day) + 1 }
    case 'month':
      return { grain, year, index: month }
    case 'quarter':
      return { grain, year, index: Math.ceil(month / 3) }
    case 'half':
      return { grain, year, index: Math.ceil(month / 6) }
    case 'season':
      return month < 3 ? { grain, year: year - 1, index: 4 } : { grain, year, index: Math.floor(month / 3) }
    case 'year':
      return { grain, year }
    case 'decade':
      return { grain, year: Math.floor(year / 10) * 10 }
    case 'century':
      return { grain, year: Math.floor(year / 100) * 100 }
  }
}

const YEARS = { year: 1, decade: 10, century: 100 } as const

/** `by` of its own kind later (earlier, where negative). */
export function shifted(m: Moment, by: number): Moment {
  switch (m.grain) {
    case 'day':
      return { grain: 'day', day: m.day + by }
    case 'week':
    case 'weekend':
      return { grain: m.grain, day: m.day + 7 * by }
    case 'month':
    case 'quarter':
    case 'half':
    case 'season': {
      const length = LENGTH[m.grain]
      const at = m.year * length + m.index - 1 + by
      const year = Math.floor(at / length)
      return { grain: m.grain, year, index: at - year * length + 1 }
    }
    default:
      return { grain: m.grain, year: m.year + by * YEARS[m.grain] }
  }
}

const STAMP = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?[?~%]?$/

/** A simple EDTF date as a moment; null for anything else. */
export function momentOf(edtf: string | null): Moment | null {
  if (edtf === null || edtf.length > 64 || edtfInterval(edtf) === null) return null
  const [, year, month, day] = STAMP.exec(edtf) ?? []
  if (year === undefined) return null
  if (month === undefined) return { grain: 'year', year: Number(year) }
  if (Number(month) > 12) return null
  if (day === undefined) return { grain: 'month', year: Number(year), index: Number(month) }
  return { grain: 'day', day: dayNumber(Number(year), Number(month), Number(day)) }
}
