/** Every amount of a document: money, measures, shares and counts. */
import counting from '../lang/en/counting.json' with { type: 'json' }
import currencies from '../lang/en/currencies.json' with { type: 'json' }
import words from '../lang/en/time-words.json' with { type: 'json' }
import type { Span } from '../../schema/span.js'
import { readCount, readNumber, type NumberRead } from '../lang/en/numbers.js'
import { lexemesOf, markAt, wordAt, type Lexeme } from '../lexemes.js'
import type { Amount } from './amount.js'
import { boundsBefore } from './bounds.js'
import { moneyAt, unitAt, type UnitRead } from './unit.js'

const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries(currencies.symbols))
const DOLLARS: ReadonlyMap<string, string> = new Map(Object.entries(currencies.dollarPrefixes))
const POUNDS: ReadonlyMap<string, string> = new Map(Object.entries(currencies.poundPrefixes))
const CODES = new Set(currencies.codes)
const LABELS = new Set(counting.labels)
const PEOPLE = new Set(counting.people)
const VAGUE: ReadonlyMap<string, number> = new Map(Object.entries(counting.vague))
const FUNCTION_WORDS = new Set(words.function)

/** A number with its unit, in lexemes; `low` and `high` are set for ranges and vague numbers. */
interface Found {
  readonly first: number
  readonly next: number
  readonly value: number | null
  readonly unit: string | null
  readonly low?: number
  readonly high?: number
}

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
  for (const sentence of sentences) {
    const l = lexemesOf(text, sentence.start, sentence.end)
    for (let i = 0; i < l.length;) {
      while (time < times.length && times[time]!.end <= l[i]!.start) time++
      const within = times[time] && times[time]!.start <= l[i]!.start ? times[time]! : null
      const run = numberRun(l, i)
      const found = run > i ? null : amountAt(text, l, i)
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

/** Three numbers and more side by side are a telephone or account number; the index after them, or `i`. */
function numberRun(l: readonly Lexeme[], i: number): number {
  if (l[i]?.kind !== 'number' || l[i].lower.includes(',')) return i
  let at = i + 1
  let count = 1
  for (; at < l.length; at++) {
    if (l[at]!.kind === 'number' && !l[at]!.lower.includes(',')) count++
    else if (!/^[-–./]$/.test(markAt(l, at)) || !l[at]!.glued || !l[at + 1]?.glued) break
  }
  return count > 2 ? at : i
}

function amountAt(text: string, l: readonly Lexeme[], i: number): Found | null {
  return moneyFirst(text, l, i) ?? vague(text, l, i) ?? numberFirst(text, l, i)
}

/** "€75,000", "US$ 3 million", "EUR 75,000", "$12-20 million". */
function moneyFirst(text: string, l: readonly Lexeme[], i: number): Found | null {
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

function signAt(
  text: string,
  l: readonly Lexeme[],
  i: number,
): { readonly unit: string; readonly next: number } | null {
  const w = wordAt(l, i)
  const after = markAt(l, i + 1)
  if (w !== '') {
    const table = after === '$' ? DOLLARS : after === '£' ? POUNDS : null
    const unit = table?.get(w)
    if (unit !== undefined && l[i]!.capital) return { unit, next: i + 2 }
    const own = text.slice(l[i]!.start, l[i]!.end)
    return CODES.has(own) ? { unit: own, next: SIGNS.has(after) ? i + 2 : i + 1 } : null
  }
  const unit = SIGNS.get(markAt(l, i))
  return unit === undefined ? null : { unit, next: i + 1 }
}

/** "dozens of nurses", "tens of thousands of people". */
function vague(text: string, l: readonly Lexeme[], i: number): Found | null {
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

function numberFirst(text: string, l: readonly Lexeme[], i: number): Found | null {
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
  if (unit) return withUnit(l, i, number, unit)
  return bare(text, l, i, number)
}

const isUnitEnd = (l: readonly Lexeme[], i: number): boolean =>
  !/^[-–]$/.test(markAt(l, i)) && !/^(?:to|and)$/.test(wordAt(l, i))

function moneyAfterSuffix(text: string, l: readonly Lexeme[], i: number): Found | null {
  const number = readCount(l, i, true)
  const money = number ? moneyAt(text, l, number.next) : null
  return money?.kind === 'money'
    ? { first: i, next: money.next, value: number!.value, unit: money.unit }
    : null
}

/** Numbers that are part of a name, a label, a date, a score or an ordinal are no amounts. */
function mayStart(l: readonly Lexeme[], i: number): boolean {
  const own = l[i]!
  const before = l[i - 1]
  if (own.kind === 'mark') return /^[½¼¾⅓⅔]$/.test(own.lower)
  if (own.kind === 'word')
    return !(own.glued && before !== undefined && before.kind !== 'mark') && !own.lower.startsWith('second')
  if (/^0\d/.test(own.lower)) return false
  if (before && /^[#№+@_*^=]$/.test(before.lower)) return false
  if (
    before &&
    own.glued &&
    (before.kind !== 'mark' || /^[-–./:]$/.test(before.lower)) &&
    !(l[i - 2]?.kind !== 'number' && /^[-–]$/.test(before.lower) && !before.glued)
  )
    return false
  if (
    LABELS.has(wordAt(l, i - 1)) ||
    (markAt(l, i - 1) === '.' && /^(?:no|nos|p|pp|art|sec|vol|fig)$/.test(wordAt(l, i - 2)))
  )
    return false
  const after = l[i + 1]
  if (after?.glued && /^(?:st|nd|rd|th|s)$/.test(after.lower) && after.kind === 'word' && after.lower !== 's')
    return false
  if (after?.glued && /^[/:_]$/.test(after.lower) && l[i + 2]?.glued) return false
  // "1. First", "(3)", "[4]".
  if (i === 0 && /^[.)]$/.test(markAt(l, 1)) && l[1]!.glued) return false
  return !(/^[([]$/.test(markAt(l, i - 1)) && /^[)\]]$/.test(markAt(l, i + 1)))
}

function withUnit(l: readonly Lexeme[], i: number, number: NumberRead, unit: UnitRead): Found | null {
  if (unit.kind === 'noun') {
    if (isName(l, i, unit) || (number.value === 1 && !onlyOne(l, i)) || tied(l, i, number)) return null
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

/** "Boeing 737 jets", "Windows 7 users": figures after a name belong to it, unless people are counted. */
function isName(l: readonly Lexeme[], i: number, unit: UnitRead): boolean {
  const before = l[i - 1]
  if (l[i]!.kind !== 'number' || before?.kind !== 'word' || !before.capital || PEOPLE.has(unit.unit))
    return false
  return (
    !FUNCTION_WORDS.has(before.lower) &&
    !/^(?:about|around|some|over|nearly|almost|only|all|another|roughly|approximately|just)$/.test(
      before.lower,
    )
  )
}

/** Letters right after figures: "777s", "3G". */
const tied = (l: readonly Lexeme[], i: number, number: NumberRead): boolean =>
  l[i]!.kind === 'number' && l[number.next]?.glued === true && l[number.next]!.kind === 'word'

const isYear = (l: readonly Lexeme[], i: number, number: NumberRead): boolean =>
  number.next === i + 1 && /^(?:1[5-9]|20)\d\d$/.test(l[i]!.lower)

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
  const before = l[i - 1]
  // A name's figures ("Arlen 12"), and the words for a group ("the two said").
  if (figures && before?.kind === 'word' && before.capital && !FUNCTION_WORDS.has(before.lower)) return null
  if (
    !figures &&
    (next === i + 1 || /^(?:the|these|those|both|other|last|first|any|all)$/.test(wordAt(l, i - 1)))
  ) {
    if (of === 0 && !(next > i + 1) && !isFigureWord(l, i, next)) return null
    if (/^(?:the|these|those|other)$/.test(wordAt(l, i - 1))) return null
  }
  if (/^[-–]$/.test(markAt(l, next)) && l[next]!.glued && l[next + 1]?.glued) return null
  return { first: i, next, value, unit: null }
}

/** "rose to ten.", "a total of nine". */
const isFigureWord = (l: readonly Lexeme[], i: number, next: number): boolean =>
  /^(?:to|of|by|than|least|about|nearly|at|from|only|some)$/.test(wordAt(l, i - 1)) &&
  (l[next] === undefined || /^[.,;:)]$/.test(markAt(l, next)))

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

/** "half of the nurses", "two-thirds of voters", "one in five voters". */
function share(text: string, l: readonly Lexeme[], i: number, number: NumberRead): Found | null {
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

interface RangeEnd {
  readonly number: NumberRead
  readonly unit: UnitRead | null
  readonly next: number
}

/** The second number of a range: "10-12", "10 to 12", "between 10 and 12". "From 10 to 12" tells of a change, and is two amounts. */
function rangeEnd(
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
function range(
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
