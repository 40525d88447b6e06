/** Two numbers with something between them: "10-12", "10 to 12", "between 10 and 12". */
import { readCount, type NumberRead } from '../lang/en/numbers.js'
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import type { Found } from './found.js'
import { signAt } from './sign.js'
import { unitAt, type UnitRead } from './unit.js'

export interface RangeEnd {
  readonly number: NumberRead
  readonly unit: UnitRead | null
  readonly next: number
}

/** The second number of a range: "10-12", "10 to 12", "between 10 and 12". "From 10 to 12" tells of a change, and is two amounts. */
export function rangeEnd(
  text: string,
  l: readonly Lexeme[],
  first: number,
  at: number,
  money: boolean,
): RangeEnd | null {
  const dash = /^[-–—]$/.test(markAt(l, at))
  const word = wordAt(l, at)
  const before = wordAt(l, first - 1)
  if (!dash && !(word === 'to' && before !== 'from') && !(word === 'and' && before === 'between')) return null
  const sign = money ? signAt(text, l, at + 1) : null
  const number = readCount(l, sign?.next ?? at + 1, money)
  if (!number) return null
  const unit = unitAt(text, l, number.next)
  return { number, unit, next: number.next }
}

/** A range has no single value. "12-20 million" begins at twelve million. */
export function range(
  first: number,
  from: NumberRead,
  to: NumberRead,
  next: number,
  unit: string,
  factor = 1,
): Found | null {
  const short = from.scale === 1 && to.scale > 1 && from.value < to.value / to.scale
  const low = short ? from.value * to.scale : from.value
  return low < to.value
    ? { first, next, value: null, unit, low: low * factor, high: to.value * factor }
    : null
}
