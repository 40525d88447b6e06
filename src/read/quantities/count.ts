/** Numbers in figures or words with what they count or measure, and numbers alone. */
import counting from '../lang/en/counting.json' with { type: 'json' }
import words from '../lang/en/time-words.json' with { type: 'json' }
import { readCount, readNumber, type NumberRead } from '../lang/en/numbers.js'
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import type { Found } from './found.js'
import { moneyAfterSuffix } from './money.js'
import { followsName, isYear, mayStart, tied } from './number-name.js'
import { range, rangeEnd } from './range.js'
import { share } from './share.js'
import { unitAt, type UnitRead } from './unit.js'

const PEOPLE = new Set(counting.people)
const VAGUE: ReadonlyMap<string, number> = new Map(Object.entries(counting.vague))
const FUNCTION_WORDS = new Set(words.function)

/** "dozens of nurses", "tens of thousands of people". */
export function vagueCount(text: string, l: readonly Lexeme[], i: number): Found | null {
  let low = VAGUE.get(wordAt(l, i))
  if (low === undefined || wordAt(l, i + 1) !== 'of') return null
  let at = i + 2
  const more = VAGUE.get(wordAt(l, at))
  if (more !== undefined && wordAt(l, at + 1) === 'of') {
    low *= more / 2
    at += 2
  }
  const unit = unitAt(text, l, at)
  return unit ? { first: i, next: unit.next, value: null, unit: unit.unit, low: low * unit.factor } : null
}

/** The amount whose number begins at lexeme `i`; `named` are the numbers this document uses as names. */
export function numberFirst(
  text: string,
  l: readonly Lexeme[],
  i: number,
  named: ReadonlySet<string>,
): Found | null {
  if (!mayStart(l, i)) return null
  const number = readNumber(l, i)
  if (!number) return null
  if (number.kind === 'share') return share(text, l, i, number)
  const unit = unitAt(text, l, number.next)
  // "£3m" is known by its sign, "3m euros" by its word.
  const money = unit?.kind === 'money' ? null : moneyAfterSuffix(text, l, i)
  if (money) return money
  const second =
    unit === null || unit.kind === 'noun' || !isUnitEnd(l, unit.next)
      ? rangeEnd(text, l, i, unit?.kind === 'noun' ? number.next : (unit?.next ?? number.next), false)
      : null
  if (second?.unit)
    return range(i, number, second.number, second.unit.next, second.unit.unit, second.unit.factor)
  if (
    l[i]!.kind === 'number' &&
    named.has(l[i]!.lower) &&
    (!unit || (unit.kind === 'noun' && !PEOPLE.has(unit.unit)))
  )
    return null
  return unit ? withUnit(text, l, i, number, unit) : bare(text, l, i, number)
}

const isUnitEnd = (l: readonly Lexeme[], i: number): boolean =>
  !/^[-–]$/.test(markAt(l, i)) && !/^(?:to|and)$/.test(wordAt(l, i))

function withUnit(
  text: string,
  l: readonly Lexeme[],
  i: number,
  number: NumberRead,
  unit: UnitRead,
): Found | null {
  if (unit.kind === 'noun') {
    const name = l[i]!.kind === 'number' && !PEOPLE.has(unit.unit) && followsName(text, l, i)
    if (name || (number.value === 1 && !onlyOne(l, i)) || tied(l, i, number)) return null
    if (isYear(l, i, number)) return PEOPLE.has(unit.unit) ? found(i, unit.next, number.value, unit) : null
  }
  if (
    unit.kind === 'time' &&
    number.value === 1 &&
    l[i]!.kind === 'word' &&
    !onlyOne(l, i) &&
    /^[dsh]$|^min$/.test(unit.unit)
  )
    return null
  return found(i, unit.next, number.value, unit)
}

const found = (first: number, next: number, value: number, unit: UnitRead): Found => ({
  first,
  next,
  value: value * unit.factor,
  unit: unit.unit,
})

const onlyOne = (l: readonly Lexeme[], i: number): boolean =>
  /^(?:only|just|exactly|least|than|barely)$/.test(wordAt(l, i - 1))

/** A number without a unit: an age, the "nine" of "nine of the ten nurses", a bare figure. */
function bare(text: string, l: readonly Lexeme[], i: number, number: NumberRead): Found | null {
  const { value, next } = number
  const figures = l[i]!.kind === 'number'
  if (tied(l, i, number) || (figures && isYear(l, i, number))) return null
  if (figures && isAge(l, i, next) && Number.isInteger(value) && value > 0 && value < 120)
    return { first: i, next, value, unit: 'a' }
  if (value === 1 && next === i + 1) return null
  const of = wordAt(l, next) === 'of' ? next + 1 : 0
  const whole = of ? unitOfWhole(text, l, of) : null
  if (whole) return { first: i, next, value, unit: whole }
  // A name's figures ("Arlen 12"), and the words for a group ("the two said").
  if (figures && followsName(text, l, i)) return null
  if (
    !figures &&
    (next === i + 1 || /^(?:the|these|those|both|other|last|first|any|all)$/.test(wordAt(l, i - 1)))
  ) {
    const thing = l[next]?.kind === 'word' && l[next].capital && !FUNCTION_WORDS.has(l[next].lower)
    if (of === 0 && next === i + 1 && !thing && !isFigureWord(l, i, next)) return null
    if (/^(?:the|these|those|other)$/.test(wordAt(l, i - 1))) return null
  }
  if (/^[-–]$/.test(markAt(l, next)) && l[next]!.glued && l[next + 1]?.glued) return null
  return { first: i, next, value, unit: null }
}

/** "rose to ten.", "a total of nine". */
const isFigureWord = (l: readonly Lexeme[], i: number, next: number): boolean =>
  /^(?:to|of|by|than|least|about|nearly|at|from|only|some)$/.test(wordAt(l, i - 1)) &&
  (l[next] === undefined || /^[.,;:()]$/.test(markAt(l, next)))

/** "Oda Lind, 45, said", "aged 45", "at the age of 45". */
function isAge(l: readonly Lexeme[], i: number, next: number): boolean {
  const before = wordAt(l, i - 1)
  if (before === 'aged' || before === 'age' || (before === 'of' && wordAt(l, i - 2) === 'age')) return true
  return markAt(l, i - 1) === ',' && l[i - 2]?.kind === 'word' && l[i - 2]!.capital && markAt(l, next) === ','
}

/** The unit of the second number in "nine of the ten nurses". */
function unitOfWhole(text: string, l: readonly Lexeme[], i: number): string | null {
  const at = /^(?:the|those|these|its|his|her|their|our)$/.test(wordAt(l, i)) ? i + 1 : i
  const number = readCount(l, at)
  const unit = number ? unitAt(text, l, number.next) : at > i ? unitAt(text, l, at) : null
  return unit?.kind === 'noun' || unit?.kind === 'money' || unit?.unit === '%' ? unit.unit : null
}
