/** Lengths of time, alone and anchored: "six months", "27-year", "two years ago", "three days later", "the past five years", "in six months". */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { readCount } from '../lang/en/numbers.js'
import { barePlural, isAge, lengthAt, type Length } from './length.js'
import { tenseAt } from './tense.js'
import type { Base, Form, Read, Rule } from './form.js'
import { FUNCTION_WORDS, UNITS, durationValue, grainOf, isDash, stepOf } from './vocabulary.js'

export const readAmount: Rule = (l, i) => {
  const reach = readReach(l, i) ?? readAhead(l, i)
  if (reach) return reach
  const length = lengthAt(l, i) ?? barePlural(l, i)
  if (!length || isAge(l, i, length.next)) return null
  return shifted(l, i, length) ?? plain(l, i, length)
}

/** "two years ago", "three days later", "a week earlier", "five years from now". */
function shifted(l: readonly Lexeme[], i: number, length: Length): Read | null {
  const side = wordAt(l, length.next)
  const back = /^(?:ago|earlier|before|previously|prior)$/.test(side)
  const on = /^(?:later|after|afterwards|afterward|hence)$/.test(side)
  const fromNow = side === 'from' && /^(?:now|today)$/.test(wordAt(l, length.next + 1))
  if (!back && !on && !fromNow) return null
  const after = wordAt(l, length.next + 1)
  if (after === 'than' || after === 'to') return null
  // "Two days before the vote" hangs on the vote; "two days after" alone on what was told.
  if (
    /^(?:before|after|previously|prior)$/.test(side) &&
    l[length.next + 1]?.kind === 'word' &&
    side !== 'previously'
  )
    return null
  if (l[length.next + 1]?.kind === 'number' && /^(?:before|after)$/.test(side)) return null
  const base: Base = side === 'ago' || side === 'hence' || fromNow ? 'published' : 'narrative'
  return {
    first: i,
    next: length.next + (fromNow ? 2 : 1),
    form: offsetBy(length, back ? -1 : 1, base),
  }
}

function offsetBy(length: Length, direction: -1 | 1, base: Base): Form {
  const step = stepOf(length.unit, length.amount)
  const grain = grainOf(length.unit)
  if (!step || !Number.isInteger(length.amount)) {
    if (step && length.amount !== null && grain === 'year')
      return { kind: 'offset', grain: 'year', by: direction * Math.round(length.amount), base, about: true }
    return length.amount !== null && step === null && grain === null
      ? { kind: 'plain', type: 'DURATION', value: length.value }
      : {
          kind: 'plain',
          type: 'DATE',
          value: base === 'narrative' ? 'XXXX-XX-XX' : direction < 0 ? 'PAST_REF' : 'FUTURE_REF',
        }
  }
  // "A decade ago" and "a century ago" are round.
  if (step.grain === 'year')
    return { kind: 'offset', grain: 'year', by: direction * step.amount, base, about: length.unit !== 'year' }
  if (grain === 'week' || grain === 'month')
    return { kind: 'offset', grain, by: direction * length.amount!, base, about: false }
  return { kind: 'offset', grain: step.grain, by: direction * step.amount, base, about: false }
}

/** "the past five years", "the last few months", "the next four years", "recent years". */
function readReach(l: readonly Lexeme[], i: number): Read | null {
  const the = /^(?:the|these|those|its|his|her|their|our)$/.test(wordAt(l, i)) ? i + 1 : i
  const w = wordAt(l, the)
  const back = /^(?:last|past|previous|preceding)$/.test(w)
  if (!back && !/^(?:next|coming|following|upcoming)$/.test(w)) return null
  const base: Base = w === 'previous' || w === 'preceding' || w === 'following' ? 'narrative' : 'published'
  const single = UNITS.get(wordAt(l, the + 1))
  // "Last year" is one of the calendar's; "the last year" and "the past year" are lengths.
  const length: Length | null =
    single && the > i && !/^(?:previous|preceding|following)$/.test(w)
      ? {
          next: the + 2,
          unit: single,
          amount: wordAt(l, the + 1).endsWith('s') ? null : 1,
          value: '',
          plural: false,
          article: false,
        }
      : lengthAt(l, the + 1)
  if (!length || length.article || isAge(l, i, length.next)) return null
  if (single === 'day' && w === 'next') return null
  const value = length.value === '' ? durationValue(length.unit, length.amount) : length.value
  const form: Form = {
    kind: 'reach',
    value,
    step: stepOf(length.unit, length.amount),
    direction: back ? -1 : 1,
    base,
  }
  return { first: i, next: length.next, form }
}

/** "in six months", "within two weeks" of what is still to come; in a story of the past they are mere lengths. */
function readAhead(l: readonly Lexeme[], i: number): Read | null {
  const how = wordAt(l, i)
  if (how !== 'in' && how !== 'within') return null
  const about = /^(?:about|around|just|under|less|roughly|approximately)$/.test(wordAt(l, i + 1))
    ? i + 2
    : i + 1
  const length = lengthAt(l, about)
  if (
    !length ||
    length.amount === null ||
    isAge(l, i, length.next) ||
    /^(?:of|after|ago|later|earlier)$/.test(wordAt(l, length.next))
  )
    return null
  if (
    markAt(l, length.next) === '-' ||
    isApostrophed(l, length.next) ||
    tenseAt(l, i, length.next) !== 'future'
  )
    return null
  if (how === 'in') return { first: i, next: length.next, form: offsetBy(length, 1, 'published') }
  return {
    first: i,
    next: length.next,
    form: {
      kind: 'reach',
      value: length.value,
      step: stepOf(length.unit, length.amount),
      direction: 1,
      base: 'published',
    },
  }
}

const isApostrophed = (l: readonly Lexeme[], i: number): boolean => /^['’]$/.test(markAt(l, i)) && l[i]!.glued

function plain(l: readonly Lexeme[], i: number, length: Length): Read | null {
  const read: Read = {
    first: i,
    next: length.next,
    form: { kind: 'plain', type: 'DURATION', value: length.value },
  }
  if (!length.article) return lonelyOne(l, i, length) ? null : read
  // "15 a year" is a rate; "a day when" and "a second" are no lengths.
  const before = wordAt(l, i - 1)
  if (isRate(l, i)) return { ...read, form: { kind: 'plain', type: 'SET', value: length.value } }
  if (
    /^(?:for|in|within|about|after|than|over|nearly|almost|under|just|around|of|least|most|every|last|lasted|takes|took|take|spent|spend|spending|only|exactly|roughly|up|by|once|twice|half)$/.test(
      before,
    )
  )
    return read
  const after = wordAt(l, length.next)
  if (isDash(l, length.next)) return read
  // "A week holiday" needs its hyphen; "a day when" tells a story.
  const short = /^(?:second|minute|day|night|weekend|quarter)$/.test(length.unit)
  return !short && (after === '' || FUNCTION_WORDS.has(after)) ? read : null
}

/** "one day" tells a story. */
const lonelyOne = (l: readonly Lexeme[], i: number, length: Length): boolean =>
  wordAt(l, i) === 'one' &&
  length.amount === 1 &&
  /^(?:day|night|second|minute)$/.test(length.unit) &&
  !/^(?:only|just|in|for|least|than|within|after)$/.test(wordAt(l, i - 1)) &&
  !isDash(l, i + 1)

/** A number, money or "times" shortly before: "15 a year", "$3 million a year", "twice a week". */
function isRate(l: readonly Lexeme[], i: number): boolean {
  const before = wordAt(l, i - 1)
  if (
    /^(?:times|once|twice|thrice|percent|cent)$/.test(before) ||
    l[i - 1]?.kind === 'number' ||
    markAt(l, i - 1) === '%'
  )
    return true
  if (
    /^(?:million|billion|thousand|hundred|euros|dollars|pounds|yen|tonnes|tons|units|cars|hours|days|people|barrels)$/.test(
      before,
    )
  )
    return true
  return readCount(l, i - 1)?.next === i && wordAt(l, i - 1) !== 'one'
}
