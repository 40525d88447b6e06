/** Fractions and ratios of something. */
import { readCount, type NumberRead } from '../lang/en/numbers.js'
import { wordAt, type Lexeme } from '../lexemes.js'
import type { Found } from './found.js'
import { unitAt } from './unit.js'

/** "half of the nurses", "two-thirds of voters", "one in five voters". */
export function share(text: string, l: readonly Lexeme[], i: number, number: NumberRead): Found | null {
  const vulgar = l[i]!.kind === 'mark'
  const of = wordAt(l, number.next) === 'of' ? number.next + 1 : number.next
  const the = /^(?:the|all|its|his|her|their|our|those|these)$/.test(wordAt(l, of)) ? of + 1 : of
  const second = readCount(l, the)
  const unit = unitAt(text, l, second?.next ?? the)
  const { value } = number
  if (unit && unit.kind !== 'noun' && of === number.next)
    return { first: i, next: unit.next, value: value * unit.factor, unit: unit.unit }
  if (unit?.kind === 'noun' && !second && (the > number.next || number.next > i + 1))
    return { first: i, next: unit.next, value, unit: unit.unit }
  if (of === number.next && the === of && !vulgar && number.next === i + 1) return null
  return of > number.next || number.next > i + 2 ? { first: i, next: number.next, value, unit: null } : null
}
