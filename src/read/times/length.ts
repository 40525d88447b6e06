/** A number and a unit of time, and the ages that look like one. */
import { wordAt, type Lexeme } from '../lexemes.js'
import { readCount } from '../lang/en/numbers.js'
import { FUNCTION_WORDS, UNITS, VAGUE, durationValue, isDash, pastHyphen, type Unit } from './vocabulary.js'

export interface Length {
  readonly next: number
  readonly unit: Unit
  /** Null for an unknown number ("several"). */
  readonly amount: number | null
  readonly value: string
  readonly plural: boolean
  readonly article: boolean
}

/** A number and a unit: "six months", "two-and-a-half-year", "half an hour", "a week", "several years", "an hour and a half". */
export function lengthAt(l: readonly Lexeme[], i: number): Length | null {
  const number = howMany(l, i)
  if (!number) return null
  let at = pastHyphen(l, number.next)
  if (number.ofAllowed && wordAt(l, at) === 'of') at++
  if (
    /^(?:full|whole|more|consecutive|straight|long|calendar|working|business|further|additional|solid|short|successive)$/.test(
      wordAt(l, at),
    )
  )
    at++
  const unit = UNITS.get(wordAt(l, at))
  if (!unit) return null
  const word = wordAt(l, at)
  let amount = number.amount
  let next = at + 1
  // "An hour and a half".
  if (
    amount !== null &&
    wordAt(l, next) === 'and' &&
    wordAt(l, next + 1) === 'a' &&
    wordAt(l, next + 2) === 'half' &&
    !UNITS.has(wordAt(l, next + 3))
  ) {
    amount += 0.5
    next += 3
  }
  if (unit === 'second' && !word.endsWith('s') && l[i]!.kind !== 'number') return null
  if (
    !word.endsWith('s') &&
    at === number.next &&
    number.amount !== null &&
    number.amount > 1 &&
    !attributive(l, next, number.amount)
  )
    return null
  // "Three quarters of them" are a share.
  if (unit === 'quarter' && (number.article || wordAt(l, next) === 'of')) return null
  const base = { unit, amount, plural: word.endsWith('s') || unit === 'century', article: number.article }
  const more = compound(l, next, unit, amount)
  return more ? { ...base, ...more } : { ...base, next, value: durationValue(unit, amount) }
}

/** "A two hour stoppage" lacks its hyphen; "World Cup 2018 day five" has no length. */
const attributive = (l: readonly Lexeme[], i: number, amount: number): boolean =>
  amount < 1000 && wordAt(l, i) !== '' && !FUNCTION_WORDS.has(wordAt(l, i)) && !readCount(l, i)

/** "two years and six months". */
function compound(
  l: readonly Lexeme[],
  i: number,
  unit: Unit,
  amount: number | null,
): { readonly next: number; readonly value: string } | null {
  if (wordAt(l, i) !== 'and' || amount === null || !Number.isInteger(amount)) return null
  const number = readCount(l, i + 1)
  const smaller = number ? UNITS.get(wordAt(l, number.next)) : undefined
  const value = smaller ? durationValue(smaller, number!.value) : ''
  const own = durationValue(unit, amount)
  if (!smaller || smaller === unit || (own.startsWith('PT') && !value.startsWith('PT'))) return null
  return {
    next: number!.next + 1,
    value:
      own.startsWith('PT') || !value.startsWith('PT')
        ? own + value.replace(/^PT?/, '')
        : own + value.slice(1),
  }
}

interface Many {
  readonly amount: number | null
  readonly next: number
  readonly article: boolean
  readonly ofAllowed: boolean
}

function howMany(l: readonly Lexeme[], i: number): Many | null {
  const w = wordAt(l, i)
  if (w === 'half' && /^an?$/.test(wordAt(l, i + 1)) && UNITS.has(wordAt(l, i + 2)))
    return { amount: 0.5, next: i + 2, article: false, ofAllowed: false }
  if (w === 'half' && isDash(l, i + 1)) return { amount: 0.5, next: i + 1, article: false, ofAllowed: false }
  const number = l[i]?.kind === 'number' && l[i].glued && l[i - 1]?.kind !== 'mark' ? null : readCount(l, i)
  if (number) return { amount: number.value, next: number.next, article: false, ofAllowed: false }
  if (/^an?$/.test(w)) {
    const vague = wordAt(l, i + 1)
    if (vague === 'few' || vague === 'couple' || vague === 'number')
      return { amount: null, next: i + 2, article: false, ofAllowed: true }
    return { amount: 1, next: i + 1, article: true, ofAllowed: false }
  }
  if (!VAGUE.has(w)) return null
  return { amount: null, next: i + 1, article: false, ofAllowed: true }
}

/** "for years", "decades ago", "months-long". */
export function barePlural(l: readonly Lexeme[], i: number): Length | null {
  const w = wordAt(l, i)
  const unit = UNITS.get(w)
  if (!unit) return null
  const hyphen = pastHyphen(l, i + 1)
  const long = wordAt(l, hyphen) === 'long' && hyphen > i + 1
  const length = { unit, plural: true, article: false }
  if (long)
    return {
      ...length,
      amount: w.endsWith('s') ? null : 1,
      next: hyphen + 1,
      value: durationValue(unit, w.endsWith('s') ? null : 1),
    }
  if (!w.endsWith('s') && unit !== 'century') return null
  const overThe =
    wordAt(l, i - 1) === 'the' &&
    /^(?:over|through|down)$/.test(wordAt(l, i - 2)) &&
    wordAt(l, i + 1) !== 'of'
  const before = wordAt(l, i - 1)
  const led =
    overThe ||
    /^(?:for|over|in|after|within|took|taken|take|spent|many|last|lasts|lasted|lasting|just|mere)$/.test(
      before,
    )
  if (!led && !/^(?:ago|later|earlier|of|ahead)$/.test(wordAt(l, i + 1))) return null
  return { ...length, amount: null, next: i + 1, value: durationValue(unit, null) }
}

/** "45 years old", "45-year-old", "aged two years": ages are not times. */
export function isAge(l: readonly Lexeme[], i: number, next: number): boolean {
  const after = pastHyphen(l, next)
  if (
    /^(?:old|olds)$/.test(wordAt(l, after)) ||
    (wordAt(l, after) === 'of' && wordAt(l, after + 1) === 'age')
  )
    return true
  if (/^(?:older|younger|senior|junior)$/.test(wordAt(l, after))) return true
  return wordAt(l, i - 1) === 'aged' || (wordAt(l, i - 1) === 'of' && wordAt(l, i - 2) === 'age')
}
