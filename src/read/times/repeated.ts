/** Times that come again ("every year", "on Mondays", "annual") and times without a date ("now", "recently", "in recent years"). */
import { wordAt } from '../lexemes.js'
import { readCount } from '../lang/en/numbers.js'
import type { Read, Rule } from './form.js'
import {
  isDash,
  MONTHS,
  PAST_REFERENCE,
  PERIODIC,
  PRESENT_REFERENCE,
  SEASONS,
  UNITS,
  WEEKDAYS,
  durationValue,
  type Unit,
} from './vocabulary.js'

const SEASON_VALUES = ['SP', 'SU', 'FA', 'WI'] as const
const set = (first: number, next: number, value: string): Read => ({
  first,
  next,
  form: { kind: 'plain', type: 'SET', value },
})

/** "every year", "each Monday", "every two weeks", "per month", "annually", "Mondays". */
export const readSet: Rule = (l, i) => {
  const w = wordAt(l, i)
  const periodic = PERIODIC.get(w)
  // "The Daily Courier" is a name.
  if (periodic !== undefined)
    return l[i]!.capital && (i > 0 || l[i + 1]?.capital) ? null : set(i, i + 1, periodic)
  if (l[i]?.capital && w.endsWith('s') && WEEKDAYS.has(w.slice(0, -1)))
    return set(i, i + 1, `XXXX-WXX-${WEEKDAYS.get(w.slice(0, -1))}`)
  if (w !== 'every' && w !== 'each' && w !== 'per') return null
  const other = wordAt(l, i + 1) === 'other' || wordAt(l, i + 1) === 'single' ? i + 2 : i + 1
  const number = readCount(l, other)
  const at = number?.next ?? other
  const word = wordAt(l, at)
  const unit: Unit | undefined = word === 'annum' ? 'year' : UNITS.get(word)
  if (unit)
    return set(i, at + 1, durationValue(unit, number?.value ?? (wordAt(l, i + 1) === 'other' ? 2 : 1)))
  if (w === 'per' || number) return null
  const weekday = WEEKDAYS.get(word)
  if (weekday !== undefined) return set(i, at + 1, `XXXX-WXX-${weekday}`)
  const month = MONTHS.get(word)
  if (month !== undefined && l[at]!.capital) return set(i, at + 1, `XXXX-${String(month).padStart(2, '0')}`)
  const season = SEASONS.get(word)
  if (season !== undefined) return set(i, at + 1, `XXXX-${SEASON_VALUES[season - 1]!}`)
  return /^(?:morning|evening|night|afternoon)$/.test(word)
    ? set(i, at + 1, `XXXX-XX-XXT${word === 'night' ? 'NI' : word.slice(0, 2).toUpperCase()}`)
    : null
}

const reference = (first: number, next: number, value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'): Read => ({
  first,
  next,
  form: { kind: 'plain', type: 'DATE', value },
})

/** "now", "at present", "these days", "recently", "in the past", "in recent years", "the near future". */
export const readReference: Rule = (l, i) => {
  const w = wordAt(l, i)
  if (PRESENT_REFERENCE.has(w))
    return (l[i]!.capital && i > 0) || (isDash(l, i + 1) && l[i + 1]!.glued)
      ? null
      : reference(i, i + 1, 'PRESENT_REF')
  if (PAST_REFERENCE.has(w)) return reference(i, i + 1, 'PAST_REF')
  const second = wordAt(l, i + 1)
  if (w === 'this' && second === 'day' && wordAt(l, i - 1) === 'to') return reference(i, i + 2, 'PRESENT_REF')
  if (w === 'these' && second === 'days') return reference(i, i + 2, 'PRESENT_REF')
  if (w === 'at' && second === 'present') return reference(i, i + 2, 'PRESENT_REF')
  if (w === 'at' && second === 'the' && wordAt(l, i + 2) === 'moment')
    return reference(i, i + 3, 'PRESENT_REF')
  if (w === 'recent' && /^(?:years|months|weeks|days|times|decades)$/.test(second))
    return reference(i, i + 2, 'PAST_REF')
  if (w !== 'the') return null
  const near = /^(?:near|foreseeable|recent|distant)$/.test(second)
  const noun = wordAt(l, near ? i + 2 : i + 1)
  if (UNITS.has(wordAt(l, near ? i + 3 : i + 2)) || readCount(l, near ? i + 3 : i + 2)) return null
  const next = near ? i + 3 : i + 2
  const preposition = /^(?:in|for|of|from|to)$/.test(wordAt(l, i - 1))
  // "The past year" is read by amount.ts; "the past president" is nobody's time.
  if (
    noun === 'past' &&
    preposition &&
    (l[next]?.kind !== 'word' ||
      /^(?:and|but|he|she|it|they|have|has|had|was|were|with|by|for)$/.test(wordAt(l, next)))
  )
    return reference(i, next, 'PAST_REF')
  return noun === 'future' && preposition ? reference(i, next, 'FUTURE_REF') : null
}
