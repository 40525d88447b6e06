/** Dates in figures: ISO 8601 dates and timestamps, "4.5.2014", "5/4/2014", "7/8/07". */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { dayNumber, dayText, isDate } from '../../schema/day.js'
import type { Form, Rule } from './form.js'

const at = (l: readonly Lexeme[], i: number, figures: RegExp): number =>
  l[i]?.kind === 'number' && figures.test(l[i].lower) && (l[i].glued || figures === YEAR || figures === DAY)
    ? l[i].value
    : NaN

const YEAR = /^(?:1\d|20|21)\d\d$/
const DAY = /^\d{1,2}$/
const TWO = /^\d\d$/
const SHORT_OR_LONG = /^(?:(?:1\d|20)\d\d|\d\d)$/

/** A date in figures that begins at `i`. */
export const readNumericDate: Rule = (l, i) => {
  if (l[i]?.kind !== 'number' || (l[i].glued && /[\w./:-]/.test(l[i - 1]?.lower.at(-1) ?? ''))) return null
  return iso(l, i) ?? figures(l, i)
}

const endsHere = (l: readonly Lexeme[], i: number): boolean =>
  !l[i]?.glued ||
  (l[i].kind === 'mark' && !(/^[-./:–]$/.test(l[i].lower) && l[i + 1]?.glued && l[i + 1]!.kind === 'number'))

function iso(l: readonly Lexeme[], i: number): ReturnType<Rule> {
  const year = at(l, i, YEAR)
  if (Number.isNaN(year) || markAt(l, i + 1) !== '-' || !l[i + 1]!.glued) return null
  const month = at(l, i + 2, TWO)
  if (!isDate(year, month, 1)) return null
  if (markAt(l, i + 3) === '-' && l[i + 3]!.glued) {
    const day = at(l, i + 4, TWO)
    if (!isDate(year, month, day)) return null
    const number = dayNumber(year, month, day)
    const time = clockAfter(l, i + 5)
    if (time)
      return {
        first: i,
        next: time.next,
        form: { kind: 'stamp', day: number, edtf: stamp(number, time.text), time: time.text },
      }
    return endsHere(l, i + 5)
      ? {
          first: i,
          next: i + 5,
          form: { kind: 'moment', moment: { grain: 'day', day: number }, fiscal: false },
        }
      : null
  }
  // "2009-10" is rather the year from 2009 to 2010.
  if (!endsHere(l, i + 3) || month === (year % 100) + 1) return null
  return {
    first: i,
    next: i + 3,
    form: { kind: 'moment', moment: { grain: 'month', year, index: month }, fiscal: false },
  }
}

/** "T10:00:00Z", " 10:00". */
function clockAfter(
  l: readonly Lexeme[],
  i: number,
): { readonly text: string; readonly next: number } | null {
  if (wordAt(l, i) !== 't' || !l[i]!.glued) return null
  const hour = at(l, i + 1, TWO)
  const minute = at(l, i + 3, TWO)
  if (!(hour <= 24) || !(minute < 60) || markAt(l, i + 2) !== ':') return null
  let next = i + 4
  let text = `T${l[i + 1]!.lower}:${l[i + 3]!.lower}`
  if (markAt(l, next) === ':' && /^\d\d(?:\.\d+)?$/.test(l[next + 1]?.lower ?? '')) {
    text += `:${l[next + 1]!.lower.slice(0, 2)}`
    next += 2
  }
  if (wordAt(l, next) === 'z' && l[next]!.glued) return { text: `${text}Z`, next: next + 1 }
  if (/^[+-]$/.test(markAt(l, next)) && l[next]!.glued && !Number.isNaN(at(l, next + 1, TWO))) {
    text += `${l[next]!.lower}${l[next + 1]!.lower}`
    if (markAt(l, next + 2) === ':' && !Number.isNaN(at(l, next + 3, TWO)))
      return { text: `${text}:${l[next + 3]!.lower}`, next: next + 4 }
    return { text: `${text}:00`, next: next + 2 }
  }
  return { text, next }
}

/** EDTF knows a time of day only with seconds and a zone. */
const stamp = (day: number, time: string): string =>
  /^T\d\d:\d\d:\d\d(?:Z|[+-])/.test(time) ? dayText(day) + time : dayText(day)

function figures(l: readonly Lexeme[], i: number): ReturnType<Rule> {
  const mark = markAt(l, i + 1)
  if (!/^[./-]$/.test(mark) || markAt(l, i + 3) !== mark || !l[i + 1]!.glued || !l[i + 3]!.glued) return null
  const first = at(l, i, DAY)
  const second = at(l, i + 2, DAY)
  const last = at(l, i + 4, SHORT_OR_LONG)
  if (Number.isNaN(first + second + last) || !endsHere(l, i + 5)) return null
  const year = last > 99 ? last : last + (last < 50 ? 2000 : 1900)
  // Two figures of year after dots or hyphens are as likely a version or a number.
  if (last < 100 && mark !== '/') return null
  const dayFirst = isDate(year, second, first)
  const monthFirst = isDate(year, first, second) && mark !== '.'
  if (!dayFirst && !monthFirst) return null
  const either = dayFirst && monthFirst && first !== second
  const form: Form = { kind: 'figures', first, second, year, dayFirst: either ? null : dayFirst }
  return { first: i, next: i + 5, form }
}
