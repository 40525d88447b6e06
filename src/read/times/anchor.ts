/** Which stretch of the calendar a form means, seen from the document's date and from what was told last. */
import { dayNumber, isDate, weekdayOf } from '../../schema/day.js'
import type { Base, Form, Part, Pick, YearRef } from './form.js'
import { fixedDate, holidayIn } from './holiday.js'
import { shifted, widen, yearOf, type Grain, type Moment } from './moment.js'
import type { Tense } from './tense.js'

export interface Anchor {
  /** When the document was published; null where it does not say. */
  readonly published: Moment | null
  /** The last time of the calendar told before this one. */
  readonly narrative: Moment | null
  /** A year given shortly before, which a month without one may belong to. */
  readonly year: number | null
  readonly tense: Tense | null
  /** How this document orders figures ("5/4/2014"), where another date in it shows that. */
  readonly dayFirst: boolean | null
}

export interface Anchored {
  readonly moment: Moment
  /** The year was taken over from a time told before: likely, not said. */
  readonly inferred: boolean
}

/** Null where the document does not say enough. */
export function anchored(form: Form, anchor: Anchor): Anchored | null {
  const sure = (moment: Moment | null): Anchored | null => (moment ? { moment, inferred: false } : null)
  switch (form.kind) {
    case 'moment':
      return sure(form.moment)
    case 'stamp':
      return sure({ grain: 'day', day: form.day })
    case 'figures': {
      const dayFirst = form.dayFirst ?? anchor.dayFirst
      return dayFirst === null ? null : sure(figuresDay(form, dayFirst))
    }
    case 'offset': {
      if (form.grain === 'weekend' && form.by === 0 && anchor.tense === 'past')
        return sure(lastWeekend(form.base, anchor))
      const base = baseOf(form.base, form.grain, anchor)
      return sure(base ? shifted(base, form.by) : null)
    }
    case 'monthday':
      return sure(monthday(form.day, anchor))
    case 'weekday':
      return sure(weekday(form.weekday, form.pick, form.base, anchor))
    case 'part':
      return part(form.part, form.year, form.pick, form.weekday, anchor)
    default:
      return null
  }
}

/** The stretch of `grain` around the base; null where the base is unknown or coarser. */
export function baseOf(base: Base, grain: Grain, anchor: Anchor): Moment | null {
  const moment = base === 'narrative' ? anchor.narrative : anchor.published
  return moment ? widen(moment, grain) : null
}

export function figuresDay(
  form: { readonly first: number; readonly second: number; readonly year: number },
  dayFirst: boolean,
): Moment {
  const [day, month] = dayFirst ? [form.first, form.second] : [form.second, form.first]
  return { grain: 'day', day: dayNumber(form.year, month, day) }
}

/** The day of the month told last, or of the nearest month before (after) publication. */
function monthday(day: number, anchor: Anchor): Moment | null {
  const told = anchor.narrative ? widen(anchor.narrative, 'month') : null
  const now = baseOf('published', 'day', anchor)
  const here = told ?? (now ? widen(now, 'month') : null)
  const inMonth = (m: Moment | null): Moment | null =>
    m?.grain === 'month' ? inYear({ grain: 'day', month: m.index, day }, m.year) : null
  const own = inMonth(here)
  if (told || !own || !here || own.grain !== 'day' || now?.grain !== 'day') return own
  if (anchor.tense === 'future') return own.day >= now.day ? own : inMonth(shifted(here, 1))
  return own.day <= now.day ? own : inMonth(shifted(here, -1))
}

/** "This weekend" that was: on Monday to Friday the one before. */
function lastWeekend(base: Base, anchor: Anchor): Moment | null {
  const day = baseOf(base, 'day', anchor)
  const week = baseOf(base, 'weekend', anchor)
  return day?.grain === 'day' && week && weekdayOf(day.day) < 6 ? shifted(week, -1) : week
}

/** The weekday nearest before (after, in the future tense) the base's day; the day itself counts. */
function weekday(wanted: number, pick: Pick | null, base: Base, anchor: Anchor): Moment | null {
  const from = baseOf(base, 'day', anchor)
  if (from?.grain !== 'day') return null
  const ahead = (wanted - weekdayOf(from.day) + 7) % 7
  const back = ahead === 0 ? 0 : ahead - 7
  if (pick === 'last') return shifted(from, back || -7)
  if (pick === 'next') return shifted(from, ahead || 7)
  if (pick === 'this') return shifted(from, anchor.tense === 'past' ? back : ahead)
  return shifted(from, anchor.tense === 'future' || anchor.tense === 'open' ? ahead : back)
}

function part(
  of: Part,
  year: YearRef | null,
  pick: Pick | null,
  weekdayGiven: number | null,
  anchor: Anchor,
): Anchored | null {
  if (year) {
    const base = 'given' in year ? year.given : shiftedYear(year.shift, anchor)
    const moment = base === null ? null : inYear(of, base)
    return moment ? { moment, inferred: false } : null
  }
  if (anchor.year !== null && pick === null) {
    const moment = inYear(of, anchor.year)
    return moment ? { moment, inferred: true } : null
  }
  const grain: Grain = of.grain === 'holiday' ? 'day' : of.grain
  const now = baseOf('published', grain, anchor)
  if (!now) return null
  const around = yearOf(now)
  const near = [around - 1, around, around + 1, ...(isLeapDay(of) ? leapYears(around) : [])]
    .map((y) => inYear(of, y))
    .filter((m) => m !== null)
  const fits =
    weekdayGiven === null ? near : near.filter((m) => m.grain === 'day' && weekdayOf(m.day) === weekdayGiven)
  const moment = choose(fits.length > 0 ? fits : near, now, pick, anchor.tense)
  return moment ? { moment, inferred: false } : null
}

const isLeapDay = (of: Part): boolean => of.grain === 'day' && of.month === 2 && of.day === 29
const leapYears = (year: number): number[] => [year - 4, year - 3, year - 2].filter((y) => isDate(y, 2, 29))

function shiftedYear(by: number, anchor: Anchor): number | null {
  const year = baseOf('published', 'year', anchor)
  return year ? yearOf(year) + by : null
}

/** Null for a date the year does not have. */
export function inYear(of: Part, year: number): Moment | null {
  if (of.grain === 'day')
    return isDate(year, of.month, of.day) ? { grain: 'day', day: dayNumber(year, of.month, of.day) } : null
  if (of.grain === 'holiday') return { grain: 'day', day: holidayIn(of.name, year) }
  return { grain: of.grain, year, index: of.index }
}

/** Position on a line on which the same part of following years are equally far apart, more or less. */
const place = (m: Moment): number =>
  'index' in m
    ? m.year * 12 + (m.index * 12) / { month: 12, quarter: 4, half: 2, season: 4 }[m.grain]
    : 'day' in m
      ? m.day
      : m.year

/** Past tense takes the last before now, future tense the next; without either the nearest, the past being likelier for months. */
function choose(
  candidates: readonly Moment[],
  now: Moment,
  pick: Pick | null,
  tense: Tense | null,
): Moment | null {
  const gap = (m: Moment): number => place(m) - place(now)
  const past = candidates
    .filter((m) => gap(m) <= 0)
    .reduce<Moment | null>((best, m) => (best && gap(best) >= gap(m) ? best : m), null)
  const coming = candidates
    .filter((m) => gap(m) >= 0)
    .reduce<Moment | null>((best, m) => (best && gap(best) <= gap(m) ? best : m), null)
  if (pick === 'last')
    return candidates
      .filter((m) => gap(m) < 0)
      .reduce<Moment | null>((best, m) => (best && gap(best) >= gap(m) ? best : m), null)
  if (pick === 'next')
    return candidates
      .filter((m) => gap(m) > 0)
      .reduce<Moment | null>((best, m) => (best && gap(best) <= gap(m) ? best : m), null)
  if (pick === 'this') return candidates.find((m) => yearOf(m) === yearOf(now)) ?? null
  if (tense === 'past') return past ?? coming
  if (tense === 'future') return coming ?? past
  if (!past || !coming) return past ?? coming
  return -gap(past) <= gap(coming) * (now.grain === 'day' || tense === 'open' ? 1 : 0.34) ? past : coming
}

/** A part without its year as TIMEX3 writes it: `XXXX-05-04`. */
export function yearless(of: Part): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  if (of.grain === 'day') return `XXXX-${two(of.month)}-${two(of.day)}`
  if (of.grain === 'holiday') {
    const fixed = fixedDate(of.name)
    return fixed ? `XXXX-${two(fixed.month)}-${two(fixed.day)}` : 'XXXX-XX-XX'
  }
  if (of.grain === 'month') return `XXXX-${two(of.index)}`
  return `XXXX-${of.grain === 'quarter' ? `Q${of.index}` : of.grain === 'half' ? `H${of.index}` : ['SP', 'SU', 'FA', 'WI'][of.index - 1]!}`
}
