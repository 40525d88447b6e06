/** Pieces counted inside a longer stretch: "the first three months of 2009", "the last week of May", "the third Monday in April". */
import { civilDate, dayText, weekdayOf } from '../../schema/day.js'
import { wordAt, type Lexeme } from '../lexemes.js'
import { readCount, readOrdinal } from '../lang/en/numbers.js'
import { readDate } from './date.js'
import type { Form, Read, Rule } from './form.js'
import { boundsOf, daysOf, monthText, widen, type Moment } from './moment.js'
import { readRelative, readTheUnit } from './relative.js'
import { WEEKDAYS, pickAt } from './vocabulary.js'
import { readYear } from './year.js'
import { readQuarter, readSeason } from './year-part.js'

export type Piece = 'day' | 'week' | 'weekend' | 'month' | 'weekday'
type Inside = Extract<Form, { kind: 'inside' }>

const PIECES: ReadonlyMap<string, Piece> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['months', 'month'],
])

export const readInside: Rule = (l, i) => {
  const the = wordAt(l, i) === 'the' ? i + 1 : i
  const week = weekOf(l, i, the)
  if (week) return week
  const last = /^(?:last|final|closing)$/.test(wordAt(l, the))
  const opening = wordAt(l, the) === 'opening'
  const ordinal = last
    ? { value: -1, next: the + 1 }
    : opening
      ? { value: 1, next: the + 1 }
      : readOrdinal(l, the)
  if (!ordinal || ordinal.value > 31) return null
  const number = ordinal.value === 1 || ordinal.value === -1 ? readCount(l, ordinal.next) : null
  const at = number?.next ?? ordinal.next
  const weekday = l[at]?.capital ? (WEEKDAYS.get(wordAt(l, at)) ?? null) : null
  const piece = weekday === null ? PIECES.get(wordAt(l, at)) : 'weekday'
  const count = number?.value ?? 1
  if (!piece || !/^(?:of|in)$/.test(wordAt(l, at + 1)) || !Number.isInteger(count) || count < 1 || count > 31)
    return null
  const whole = wholeAt(l, at + 2)
  if (!whole) return null
  return {
    first: i,
    next: whole.next,
    form: { kind: 'inside', piece, weekday, ordinal: ordinal.value, count, of: whole.form },
  }
}

/** A month, quarter, season or year. */
function wholeAt(l: readonly Lexeme[], i: number): Read | null {
  const the = wordAt(l, i) === 'the' && !pickAt(l, i + 1) ? i + 1 : i
  const read =
    readDate(l, the) ??
    readQuarter(l, the) ??
    readSeason(l, the) ??
    readYear(l, the) ??
    readRelative(l, i) ??
    readTheUnit(l, i)
  return read && isWhole(read.form) ? read : null
}

const isWhole = (form: Form): boolean =>
  (form.kind === 'part' && form.part.grain !== 'day' && form.part.grain !== 'holiday') ||
  (form.kind === 'moment' && form.moment.grain !== 'day' && !form.fiscal) ||
  (form.kind === 'offset' && (form.grain === 'month' || form.grain === 'year' || form.grain === 'quarter'))

/** "the week of 4 May", "the month of May". */
function weekOf(l: readonly Lexeme[], i: number, at: number): Read | null {
  const unit = wordAt(l, at)
  if ((unit !== 'week' && unit !== 'month') || wordAt(l, at + 1) !== 'of') return null
  const read = readDate(l, wordAt(l, at + 2) === 'the' ? at + 3 : at + 2)
  if (read?.form.kind !== 'part') return null
  const day = read.form.part.grain === 'day'
  if (unit === 'month') return read.form.part.grain === 'month' ? { ...read, first: i } : null
  return day
    ? {
        first: i,
        next: read.next,
        form: { kind: 'inside', piece: 'week', weekday: null, ordinal: 0, count: 1, of: read.form },
      }
    : null
}

export interface Counted {
  readonly moment: Moment
  readonly bounds: readonly [string, string]
}

/** The piece of `whole`; null where it has no such piece. `moment` is its first (last, counted from the end). */
export function counted(form: Inside, whole: Moment): Counted | null {
  const [first, last] = daysOf(whole)
  const back = form.ordinal < 0
  if (form.piece === 'month') return months(form, first, last)
  if (form.ordinal === 0) {
    const week = widen(whole, 'week')
    return week ? { moment: week, bounds: boundsOf(week) } : null
  }
  const length = form.piece === 'week' ? 7 : 1
  const nth = back ? form.count - 1 : form.ordinal - 1
  let from: number
  if (form.piece === 'weekday' || form.piece === 'weekend') {
    const wanted = form.weekday ?? 6
    from = back
      ? last - ((weekdayOf(last) - wanted + 7) % 7)
      : first + ((wanted - weekdayOf(first) + 7) % 7) + nth * 7
  } else from = back ? last + 1 - form.count * length : first + nth * length
  const to = from + (form.piece === 'weekend' ? 2 : form.piece === 'weekday' ? 1 : form.count * length) - 1
  if (from < first || from > last) return null
  const day: Moment = { grain: 'day', day: from }
  const moment =
    form.piece === 'week' || form.piece === 'weekend'
      ? widen({ grain: 'day', day: from + (form.piece === 'week' ? 3 : 0) }, form.piece)!
      : day
  return { moment, bounds: [dayText(from), dayText(to)] }
}

function months(form: Inside, first: number, last: number): Counted | null {
  const begun = civilDate(first)
  const ended = civilDate(last)
  const total = (ended.year - begun.year) * 12 + ended.month - begun.month + 1
  const at = form.ordinal < 0 ? total - form.count : form.ordinal - 1
  if (at < 0 || at + form.count > total) return null
  const month = (n: number): readonly [number, number] => [
    begun.year + Math.floor((begun.month - 1 + n) / 12),
    ((begun.month - 1 + n) % 12) + 1,
  ]
  const [year, index] = month(at)
  return {
    moment: { grain: 'month', year, index },
    bounds: [monthText(year, index), monthText(...month(at + form.count - 1))],
  }
}
