/** Times that come again: "every year", "on Mondays", "annual". */
import { wordAt } from '../lexemes.js'
import { readCount } from '../lang/en/numbers.js'
import type { Read, Rule } from './form.js'
import { MONTHS, PERIODIC, SEASONS, UNITS, WEEKDAYS, durationValue, type Unit } from './vocabulary.js'

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
