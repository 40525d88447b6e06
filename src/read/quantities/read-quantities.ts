/** Every amount of a document: money, measures, shares and counts. */
import type { Span } from '../../schema/span.js'
import { lexemesOf, type Lexeme } from '../lexemes.js'
import type { Amount } from './amount.js'
import { boundsBefore } from './bounds.js'
import { numberFirst, vagueCount } from './count.js'
import type { Found } from './found.js'
import { moneyFirst } from './money.js'
import { namedNumbers, numberRun } from './number-name.js'

/**
 * The amounts in `text`, sentence by sentence. What lies in one of the `times` is left to the calendar, except lengths
 * of time, which EDTF cannot hold. Linear in the length of the text.
 */
export function readQuantities(
  text: string,
  sentences: readonly Span[],
  times: readonly (Span & { readonly edtf: string | null })[],
): Amount[] {
  const out: Amount[] = []
  let time = 0
  const lexemes = sentences.map((s) => lexemesOf(text, s.start, s.end))
  const named = namedNumbers(text, lexemes)
  for (const l of lexemes) {
    for (let i = 0; i < l.length;) {
      while (time < times.length && times[time]!.end <= l[i]!.start) time++
      const within = times[time] && times[time]!.start <= l[i]!.start ? times[time]! : null
      const run = numberRun(l, i)
      const found =
        run > i ? null : (moneyFirst(text, l, i) ?? vagueCount(text, l, i) ?? numberFirst(text, l, i, named))
      if (found && !(within && isCalendar(l, found, within))) out.push(amount(text, l, found))
      i = found ? found.next : Math.max(run, i + 1)
    }
  }
  return out
}

/** Whether a number inside a time belongs to a date. A length ("six months") ends where its time ends, and has no EDTF. */
function isCalendar(
  l: readonly Lexeme[],
  found: Found,
  time: Span & { readonly edtf: string | null },
): boolean {
  const end = l[found.next - 1]!.end
  return time.edtf !== null || end !== time.end || found.unit === null || !TIME_UNITS.has(found.unit)
}

const TIME_UNITS = new Set(['s', 'min', 'h', 'd', 'wk', 'mo', 'a'])

function amount(text: string, l: readonly Lexeme[], found: Found): Amount {
  const { start } = l[found.first]!
  const { end } = l[found.next - 1]!
  const bounds = boundsBefore(l, found.first)
  return {
    start,
    end,
    text: text.slice(start, end),
    value: found.value === null ? null : rounded(found.value),
    unit: found.unit,
    low: found.low ?? (bounds.low ? found.value : null),
    high: found.high ?? (bounds.high ? found.value : null),
    approximate: bounds.approximate,
  }
}

/** 1.2 × 1000000 is 1200000, not 1199999.9999999998. */
const rounded = (n: number): number => Number(n.toPrecision(12))
