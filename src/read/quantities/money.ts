/** Amounts of money: "€75,000", "US$ 3 million", "$12-20 million", "3m euros". */
import { readCount } from '../lang/en/numbers.js'
import type { Lexeme } from '../lexemes.js'
import type { Found } from './found.js'
import { range, rangeEnd } from './range.js'
import { signAt } from './sign.js'
import { moneyAt } from './unit.js'

/** "€75,000", "US$ 3 million", "EUR 75,000", "$12-20 million". */
export function moneyFirst(text: string, l: readonly Lexeme[], i: number): Found | null {
  const sign = signAt(text, l, i)
  if (!sign) return null
  const number = readCount(l, sign.next, true)
  if (!number || l[sign.next]!.kind !== 'number') return null
  const second = rangeEnd(text, l, i, number.next, true)
  if (second) return range(i, number, second.number, second.next, sign.unit)
  const again = moneyAt(text, l, number.next)
  const repeated = again?.kind === 'money' && !(again.unit === 'GBP' && sign.unit !== 'GBP')
  return { first: i, next: repeated ? again.next : number.next, value: number.value, unit: sign.unit }
}

/** "3m euros": only the currency tells that "m" is a million. */
export function moneyAfterSuffix(text: string, l: readonly Lexeme[], i: number): Found | null {
  const number = readCount(l, i, true)
  const money = number ? moneyAt(text, l, number.next) : null
  return money?.kind === 'money'
    ? { first: i, next: money.next, value: number!.value, unit: money.unit }
    : null
}
