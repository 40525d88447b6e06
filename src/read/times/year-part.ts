/** Quarters, halves, seasons and holidays, with or without their year: "the third quarter of 2008", "last summer", "Christmas Day". */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { readOrdinal } from '../lang/en/numbers.js'
import holidays from '../lang/en/holidays.json' with { type: 'json' }
import type { Form, Part, Pick, Rule, YearRef } from './form.js'
import { FUNCTION_WORDS, SEASONS, WEEKDAYS, isApostrophe, isDash, pastHyphen, pickAt } from './vocabulary.js'
import { yearRefAt } from './year.js'

const partForm = (part: Part, year: YearRef | null, pick: Pick | null): Form => ({
  kind: 'part',
  part,
  year,
  pick,
  weekday: null,
})

/** "third quarter of 2008", "Q3 2008", "the first half of the year". A half stands only with its year: the others are of matches. */
export const readQuarter: Rule = (l, i) => {
  const short = shortQuarter(l, i)
  if (short) {
    const year = yearRefAt(l, short.next, true)
    return {
      first: i,
      next: year?.next ?? short.next,
      form: partForm({ grain: 'quarter', index: short.index }, year?.year ?? null, null),
    }
  }
  const ordinal = wordAt(l, i) === 'final' ? { value: 4, next: i + 1 } : readOrdinal(l, i)
  if (!ordinal || ordinal.value > 4 || ordinal.value < 1) return null
  const at = pastHyphen(l, ordinal.next)
  const word = wordAt(l, at)
  if (word !== 'quarter' && !(word === 'half' && ordinal.value < 3)) return null
  const skipped = /^(?:fiscal|financial)$/.test(wordAt(l, at + 2)) && wordAt(l, at + 1) === 'of' ? at + 2 : at
  const year = yearRefAt(l, at + 1, true) ?? yearRefAt(l, skipped + 1, false)
  if (!year && (word === 'half' || wordAt(l, at + 1) === 'of' || wordAt(l, at + 1) === 'final')) return null
  return {
    first: i,
    next: year?.next ?? at + 1,
    form: partForm({ grain: word, index: ordinal.value }, year?.year ?? null, null),
  }
}

function shortQuarter(
  l: readonly Lexeme[],
  i: number,
): { readonly index: number; readonly next: number } | null {
  const [first, second] = [l[i], l[i + 1]]
  if (!second?.glued) return null
  const [letter, figure] = first?.kind === 'word' ? [first, second] : [second, first]
  if (
    letter.lower !== 'q' ||
    !letter.capital ||
    !figure ||
    !/^[1-4]$/.test(figure.lower) ||
    (l[i + 2]?.glued && l[i + 2]!.kind !== 'mark')
  )
    return null
  return { index: figure.value, next: i + 2 }
}

/** "summer 2020", "the summer of 2020", "last summer", "in the spring". */
export const readSeason: Rule = (l, i) => {
  const pick = pickAt(l, i)
  const at = pick ? i + 1 : i
  const index = SEASONS.get(wordAt(l, at))
  if (index === undefined) return null
  const part: Part = { grain: 'season', index }
  const year = yearRefAt(l, at + 1, true)
  if (year) {
    // "The winter of 2009-10" is called by its first year.
    const tail =
      'given' in year.year && isDash(l, year.next) && /^\d\d(?:\d\d)?$/.test(l[year.next + 1]?.lower ?? '')
        ? 2
        : 0
    return { first: i, next: year.next + tail, form: partForm(part, year.year, null) }
  }
  if (pick) return { first: i, next: at + 1, form: partForm(part, null, pick) }
  const before = wordAt(l, i - 1)
  const led = before === 'the' ? wordAt(l, i - 2) : before
  const named = index === 2 || (index === 4 && before === 'the') || before === 'the'
  if (!/^(?:in|during|since|until|by|over|throughout)$/.test(led) || !named || wordAt(l, at + 1) === 'of')
    return null
  return { first: i, next: at + 1, form: partForm(part, null, null) }
}

const NAMES = new Set([
  ...Object.keys(holidays.fixed),
  ...Object.keys(holidays.easter),
  ...Object.keys(holidays.nth),
])
const FIRST_WORDS = new Set([...NAMES].map((name) => /^[a-z]+/.exec(name)![0]))
const LONGEST_NAME = 8

/** "Christmas Day", "Easter Monday 2016", "last Thanksgiving". */
export const readHoliday: Rule = (l, i) => {
  const pick = pickAt(l, i)
  const start = pick ? i + 1 : i
  if (!l[start]?.capital || !FIRST_WORDS.has(l[start].lower)) return null
  let key = ''
  let found: { name: string; next: number } | null = null
  for (let at = start; at < Math.min(l.length, start + LONGEST_NAME); at++) {
    const own = l[at]!
    if (own.kind === 'number') break
    if (isApostrophe(l, at)) key += "'"
    else if (own.kind === 'word')
      key +=
        key === '' || (isApostrophe(l, at - 1) && own.glued && own.lower === 's')
          ? own.lower
          : ` ${own.lower}`
    else if (markAt(l, at) !== '.') break
    if (own.kind === 'word' && NAMES.has(key)) found = { name: key, next: at + 1 }
  }
  // "Johnnie Christmas".
  const before = l[start - 1]
  const surname =
    before?.kind === 'word' &&
    before.capital &&
    start > 1 &&
    !FUNCTION_WORDS.has(before.lower) &&
    !WEEKDAYS.has(before.lower)
  if (surname && !pick) return null
  if (
    !found ||
    /^(?:island|islands|father|rising|bunny|egg|tree)$/.test(wordAt(l, found.next)) ||
    wordAt(l, start - 1) === 'father'
  )
    return null
  const year = yearRefAt(l, found.next, true)
  return {
    first: i,
    next: year?.next ?? found.next,
    form: partForm({ grain: 'holiday', name: found.name }, year?.year ?? null, year ? null : pick),
  }
}
