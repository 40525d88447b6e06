/** Dates of the calendar in words and figures: "4 May 2014", "May 4th, 2014", "Tuesday, 3 June", "May 2014", "12-14 May", "March". */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { readOrdinal } from '../lang/en/numbers.js'
import type { Form, Read, Rule, YearRef } from './form.js'
import {
  BEFORE_MONTH,
  COUNTED,
  FUNCTION_WORDS,
  MONTHS,
  MONTHS_ALSO_NAMES,
  MONTHS_SHORT,
  WEEKDAYS,
  WEEKDAYS_SHORT,
  isDash,
  pickAt,
} from './vocabulary.js'
import { yearRefAt } from './year.js'

interface Found {
  readonly value: number
  readonly next: number
}

/** A month's name; `short` forms and names that are also people's need more around them. */
export function monthAt(l: readonly Lexeme[], i: number): (Found & { readonly weak: boolean }) | null {
  const own = l[i]
  if (own?.kind !== 'word' || !own.capital) return null
  const full = MONTHS.get(own.lower)
  if (full !== undefined) return { value: full, next: i + 1, weak: MONTHS_ALSO_NAMES.has(own.lower) }
  const short = MONTHS_SHORT.get(own.lower)
  if (short === undefined) return null
  return { value: short, next: markAt(l, i + 1) === '.' && l[i + 1]!.glued ? i + 2 : i + 1, weak: true }
}

/** A day of the month in figures or as an ordinal: "4", "04", "4th", "third". */
function dayAt(l: readonly Lexeme[], i: number): Found | null {
  const ordinal = readOrdinal(l, i)
  if (ordinal) return ordinal.value <= 31 ? ordinal : null
  const own = l[i]
  if (own?.kind !== 'number' || !/^\d{1,2}$/.test(own.lower) || own.value < 1 || own.value > 31) return null
  const after = l[i + 1]
  if (after?.glued && (after.kind === 'word' || /^[:/%°]$/.test(after.lower))) return null
  return { value: own.value, next: i + 1 }
}

/** The weekday in front of a date: "Tuesday, ", "Tues. ", "Tuesday the ". */
function weekdayBefore(l: readonly Lexeme[], i: number): Found | null {
  if (!l[i]?.capital) return null
  const value = WEEKDAYS.get(l[i].lower) ?? WEEKDAYS_SHORT.get(l[i].lower)
  if (value === undefined) return null
  let next = i + 1
  while (next < i + 3 && /^[.,(]$/.test(markAt(l, next))) next++
  return { value, next }
}

const dateForm = (month: number, day: number, year: YearRef | null, weekday: number | null): Form => ({
  kind: 'part',
  part: { grain: 'day', month, day },
  year,
  pick: null,
  weekday,
})

/** Any date with a month's name in it. */
export const readDate: Rule = (l, i) => {
  const weekday = weekdayBefore(l, i)
  const at = weekday?.next ?? i
  const read = dayFirst(l, at, weekday?.value ?? null) ?? monthFirst(l, at, weekday?.value ?? null)
  if (read) return read.form.kind === 'range' && weekday ? null : { ...read, first: i }
  return weekday ? null : monthOnly(l, i)
}

/** "4 May 2014", "the 4th of May", "12-14 May", "12 and 14 May". */
function dayFirst(l: readonly Lexeme[], i: number, weekday: number | null): Read | null {
  const start = wordAt(l, i) === 'the' ? i + 1 : i
  const day = dayAt(l, start)
  if (!day || (start > i && l[start]!.kind === 'number' && day.next === start + 1)) return null
  const joined = joiner(l, day.next)
  const second = joined === null ? null : dayAt(l, wordAt(l, joined) === 'the' ? joined + 1 : joined)
  const last = second ?? day
  const of = wordAt(l, last.next) === 'of'
  const month = monthAt(l, of ? last.next + 1 : last.next)
  // "His second May in office" is no date.
  if (!month || (!of && l[start]!.kind === 'word')) return null
  const year = yearRefAt(l, month.next, true)
  const next = year?.next ?? month.next
  const ref = year?.year ?? null
  if (!second) return { first: i, next, form: dateForm(month.value, day.value, ref, weekday) }
  if (second.value <= day.value) return null
  return {
    first: i,
    next,
    form: {
      kind: 'range',
      from: { first: start, next: day.next, form: dateForm(month.value, day.value, ref, null) },
      to: { first: joined!, next, form: dateForm(month.value, second.value, ref, null) },
    },
  }
}

/** What joins two days of one month: a dash, "to", "and", "until". */
function joiner(l: readonly Lexeme[], i: number): number | null {
  if (isDash(l, i)) return i + 1
  return /^(?:to|and|until|till|through)$/.test(wordAt(l, i)) ? i + 1 : null
}

/** "May 4, 2014", "May 4th", "May 12-14, 2014". */
function monthFirst(l: readonly Lexeme[], i: number, weekday: number | null): Read | null {
  const month = monthAt(l, i)
  if (!month) return null
  const start = wordAt(l, month.next) === 'the' ? month.next + 1 : month.next
  const day = dayAt(l, start)
  // "In May 4 people died"; "second" alone is no day.
  if (!day || COUNTED.has(wordAt(l, day.next)) || (l[start]!.kind === 'word' && start === month.next))
    return null
  const joined = joiner(l, day.next)
  const second = joined === null ? null : dayAt(l, joined)
  if (
    second &&
    second.value > day.value &&
    !monthAt(l, second.next) &&
    !COUNTED.has(wordAt(l, second.next))
  ) {
    const year = yearRefAt(l, second.next, true)
    const of = year?.year ?? null
    return {
      first: i,
      next: year?.next ?? second.next,
      form: {
        kind: 'range',
        from: { first: i, next: day.next, form: dateForm(month.value, day.value, of, null) },
        to: {
          first: joined!,
          next: year?.next ?? second.next,
          form: dateForm(month.value, second.value, of, null),
        },
      },
    }
  }
  const year = yearRefAt(l, day.next, true)
  return {
    first: i,
    next: year?.next ?? day.next,
    form: dateForm(month.value, day.value, year?.year ?? null, weekday),
  }
}

/** "On the 15th", with the month told last. */
export const readMonthday: Rule = (l, i) => {
  if (wordAt(l, i) !== 'the' || !/^(?:on|until|till|by|since|before|after)$/.test(wordAt(l, i - 1)))
    return null
  const day = l[i + 1]?.kind === 'number' ? readOrdinal(l, i + 1) : null
  if (!day || day.value > 31 || day.value < 1) return null
  const after = wordAt(l, day.next)
  if ((after !== '' && !FUNCTION_WORDS.has(after)) || after === 'of' || isDash(l, day.next)) return null
  return { first: i, next: day.next, form: { kind: 'monthday', day: day.value } }
}

/** "May 2014", "last May", "March last year", "in May". */
function monthOnly(l: readonly Lexeme[], i: number): Read | null {
  const pick = pickAt(l, i)
  const at = pick ? i + 1 : i
  const month = monthAt(l, at)
  if (!month) return null
  const year = yearRefAt(l, month.next, true)
  if (year)
    return pick && !('given' in year.year)
      ? null
      : { first: i, next: year.next, form: monthForm(month.value, year.year, null) }
  if (!pick && month.weak && !spokenFor(l, at, month.next)) return null
  return { first: i, next: month.next, form: monthForm(month.value, null, pick) }
}

const monthForm = (index: number, year: YearRef | null, pick: 'last' | 'this' | 'next' | null): Form => ({
  kind: 'part',
  part: { grain: 'month', index },
  year,
  pick,
  weekday: null,
})

/** "May" and "April" are months after "in", not before a surname. */
function spokenFor(l: readonly Lexeme[], i: number, next: number): boolean {
  const before = isDash(l, i - 1) ? wordAt(l, i - 2) : wordAt(l, i - 1)
  if (!BEFORE_MONTH.has(before) && !monthAt(l, i - 2)) return false
  const after = l[next]
  const surname = after?.kind === 'word' && after.capital
  return !surname || /^(?:in|since|until|till|during|late|early|mid|throughout|this)$/.test(before)
}
