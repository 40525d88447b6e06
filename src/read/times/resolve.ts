/** Forms become TIMEX3 values and EDTF, once it is known from when to look. */
import { daysInMonth, dayText } from '../../schema/day.js'
import { isEdtf } from '../../schema/edtf.js'
import { anchored, baseOf, figuresDay, yearless, type Anchor } from './anchor.js'
import type { Base, Form, Modifier, Step } from './form.js'
import { counted } from './inside.js'
import { thirdOf } from './modified.js'
import { boundsOf, daysOf, edtfOf, shifted, timexOf, yearOf, type Grain, type Moment } from './moment.js'
import type { TimexType } from './time-expression.js'

export interface Resolved {
  readonly type: TimexType
  readonly value: string
  readonly edtf: string | null
  /** First and last EDTF date, for ranges that begin or end here. */
  readonly bounds: readonly [string, string] | null
  /** What later times may count from. */
  readonly moment: Moment | null
  /** The year, where the text gives it here or the story goes on from one it gave. */
  readonly year: number | null
}

const UNKNOWN: Readonly<Record<Grain, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  season: 'XXXX-XX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
}

const nowhere = (type: TimexType, value: string): Resolved => ({
  type,
  value,
  edtf: null,
  bounds: null,
  moment: null,
  year: null,
})

/** Ranges are resolved by their ends (see read-times.ts); every other form here. */
export function resolve(form: Exclude<Form, { kind: 'range' }>, anchor: Anchor): Resolved {
  switch (form.kind) {
    case 'plain':
      return nowhere(form.type, form.value)
    case 'then':
      return anchor.narrative
        ? calendar({ kind: 'moment', moment: anchor.narrative, fiscal: false }, anchor)
        : nowhere('DATE', 'PAST_REF')
    case 'inside':
      return inside(form, anchor)
    case 'reach':
      return reach(form.value, form.step, form.direction, anchor, form.base)
    case 'tail':
      return tail(form.grain, form.side, form.base, anchor)
    case 'clock':
      return clock(form.time, form.of, anchor)
    case 'modified':
      return modified(form.modifier, form.of, anchor)
    case 'stamp': {
      const moment: Moment = { grain: 'day', day: form.day }
      const day = dayText(form.day)
      return {
        type: 'TIME',
        value: day + form.time,
        edtf: form.edtf,
        bounds: [day, day],
        moment,
        year: yearOf(moment),
      }
    }
    default:
      return calendar(form, anchor)
  }
}

/** A piece of a stretch; with the length as TIMEX3 value where it is of several days, weeks or months. */
function inside(form: Extract<Form, { kind: 'inside' }>, anchor: Anchor): Resolved {
  const several = form.count > 1
  const value = `P${form.count}${form.piece === 'month' ? 'M' : form.piece === 'week' ? 'W' : 'D'}`
  const whole = anchored(form.of, anchor)
  const found = whole ? counted(form, whole.moment) : null
  if (!found) return several ? nowhere('DURATION', value) : nowhere('DATE', 'XXXX-XX-XX')
  const { moment, bounds } = found
  return {
    type: several ? 'DURATION' : 'DATE',
    value: several ? value : timexOf(moment),
    edtf: joined(bounds, whole!.inferred ? '?' : ''),
    bounds,
    moment,
    year: givesYear(form.of) ? yearOf(moment) : null,
  }
}

type Calendar = Extract<Form, { kind: 'monthday' | 'part' | 'moment' | 'figures' | 'weekday' | 'offset' }>

function calendar(form: Calendar, anchor: Anchor): Resolved {
  const found = anchored(form, anchor)
  if (!found) return form.kind === 'figures' ? ambiguous(form) : nowhere('DATE', unknownValue(form))
  const { moment } = found
  const fiscal = form.kind === 'moment' && form.fiscal
  const about = (form.kind === 'offset' && form.about) || fiscal
  const mark = about ? '~' : found.inferred ? '?' : ''
  const bounds = boundsOf(moment)
  return {
    type: 'DATE',
    value: (fiscal ? 'FY' : '') + timexOf(moment),
    edtf: mark === '' ? edtfOf(moment) : joined(bounds, mark),
    bounds: [bounds[0] + mark, bounds[1] + mark],
    moment,
    year: givesYear(form) || found.inferred ? yearOf(moment) : null,
  }
}

const givesYear = (form: Form): boolean =>
  form.kind === 'moment' ||
  form.kind === 'stamp' ||
  form.kind === 'figures' ||
  (form.kind === 'part' && form.year !== null)

const joined = ([from, to]: readonly [string, string], mark = ''): string =>
  from === to ? from + mark : `${from}${mark}/${to}${mark}`

function unknownValue(form: Calendar): string {
  if (form.kind === 'part') return yearless(form.part)
  if (form.kind === 'weekday') return `XXXX-WXX-${form.weekday}`
  return form.kind === 'offset' ? UNKNOWN[form.grain] : 'XXXX-XX-XX'
}

/** 5/4/2014 may be April's or May's: only the year is known. TIMEX3 gets the American reading, as annotators do. */
function ambiguous(form: Extract<Form, { kind: 'figures' }>): Resolved {
  const year: Moment = { grain: 'year', year: form.year }
  return {
    type: 'DATE',
    value: timexOf(figuresDay(form, false)),
    edtf: edtfOf(year),
    bounds: boundsOf(year),
    moment: year,
    year: form.year,
  }
}

function modified(modifier: Modifier, form: Form, anchor: Anchor): Resolved {
  if (form.kind === 'range') return nowhere('DATE', 'XXXX-XX-XX')
  const inner = resolve(form, anchor)
  if (!inner.bounds) return inner
  if (modifier === 'APPROX' || modifier === 'UNSURE') {
    const mark = modifier === 'APPROX' ? '~' : '?'
    const plain =
      inner.edtf !== null &&
      /[\dX]$/.test(inner.edtf) &&
      !inner.edtf.includes('T') &&
      isEdtf(inner.edtf + mark)
    const bounds: readonly [string, string] = [marked(inner.bounds[0], mark), marked(inner.bounds[1], mark)]
    return {
      ...inner,
      edtf: plain && !inner.edtf.includes('/') ? inner.edtf + mark : joined(bounds),
      bounds,
    }
  }
  if (!inner.moment || inner.type === 'TIME') return inner
  const bounds = thirdOf(inner.moment, modifier)
  return { ...inner, edtf: joined(bounds), bounds }
}

const marked = (date: string, mark: string): string => (/[?~%]$/.test(date) ? date : date + mark)

function clock(time: string, of: Form | null, anchor: Anchor): Resolved {
  if (of && of.kind !== 'range') {
    const day = resolve(of, anchor)
    return {
      ...day,
      type: 'TIME',
      value: day.value + time,
      edtf: day.moment?.grain === 'day' ? day.edtf : null,
    }
  }
  // A time of day alone is of the day told last.
  const told = anchor.narrative?.grain === 'day' ? anchor.narrative : null
  const day = told ?? (anchor.published?.grain === 'day' ? anchor.published : null)
  if (!day) return nowhere('TIME', `XXXX-XX-XX${time}`)
  const text = dayText(day.day)
  return {
    type: 'TIME',
    value: text + time,
    edtf: told ? text : null,
    bounds: told ? [text, text] : null,
    moment: told,
    year: null,
  }
}

function tail(grain: Grain, side: 'earlier' | 'later', base: Base, anchor: Anchor): Resolved {
  const whole = baseOf(base, grain, anchor)
  if (!whole) return nowhere('DATE', UNKNOWN[grain])
  const now = base === 'published' ? anchor.published : anchor.narrative
  const value = timexOf(whole)
  if (grain === 'day')
    return { type: 'DATE', value, edtf: edtfOf(whole), bounds: boundsOf(whole), moment: whole, year: null }
  const [first, last] = boundsOf(whole)
  // What was told last may be the whole itself: then no more is known than that.
  if (!now || daysOf(now)[1] - daysOf(now)[0] >= daysOf(whole)[1] - daysOf(whole)[0])
    return { type: 'DATE', value, edtf: edtfOf(whole), bounds: [first, last], moment: whole, year: null }
  const [begun, ended] = boundsOf(now)
  const bounds: readonly [string, string] = side === 'earlier' ? [first, ended] : [begun, last]
  return { type: 'DATE', value, edtf: joined(fine(bounds)), bounds, moment: whole, year: null }
}

/** Both ends as fine as the finer: from `2004` to `2004-11-24` begins on 1 January. */
function fine([from, to]: readonly [string, string]): readonly [string, string] {
  const length = Math.max(from.length, to.length)
  return [pad(from, length, false), pad(to, length, true)]
}

function pad(date: string, length: number, last: boolean): string {
  const month = date.length === 4 && length > 4 ? `${date}-${last ? '12' : '01'}` : date
  if (month.length !== 7 || length < 10) return month
  return `${month}-${last ? String(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))).padStart(2, '0') : '01'}`
}

function reach(value: string, step: Step | null, direction: -1 | 1, anchor: Anchor, base: Base): Resolved {
  // "In the next five years he served": of a story, counted from where it stands.
  const from0: Base = direction > 0 && anchor.tense === 'past' ? 'narrative' : base
  const now = step ? baseOf(from0, step.grain, anchor) : null
  if (!step || !now) return nowhere('DURATION', value)
  const there = shifted(now, direction * step.amount)
  const [from, to] = direction < 0 ? [there, now] : [now, there]
  const bounds: readonly [string, string] = [boundsOf(from)[0], boundsOf(to)[1]]
  return { type: 'DURATION', value, edtf: joined(bounds), bounds, moment: null, year: null }
}
