/** Years, decades and centuries. A number of four figures is a year only where its neighbours let it. */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { readOrdinal } from '../lang/en/numbers.js'
import type { Form, Read, Rule, YearRef } from './form.js'
import {
  BEFORE_YEAR,
  COUNTED,
  DECADES,
  FUNCTION_WORDS,
  NOT_BEFORE_YEAR,
  PICK_SHIFT,
  YEAR_ONLY_AFTER,
  isApostrophe,
  isDash,
  pastHyphen,
  pickAt,
} from './vocabulary.js'

const FOUR = /^(?:1\d|20|21)\d\d$/
const TWO = /^\d\d$/
const ERA = /^(?:bc|bce|ad|ce)$/

/** Two figures are a year of the hundred years around 2000 that end in 2049. */
const century = (short: number): number => (short < 50 ? 2000 : 1900) + short

const yearForm = (year: number, fiscal = false): Form => ({
  kind: 'moment',
  moment: { grain: 'year', year },
  fiscal,
})

/** A year that follows a month or a season, so that nothing else has to prove it: "2014", "'07". */
export function yearAt(
  l: readonly Lexeme[],
  i: number,
): { readonly year: number; readonly next: number } | null {
  const own = l[i]
  if (isApostrophe(l, i) && TWO.test(l[i + 1]?.lower ?? '') && l[i + 1]!.glued)
    return { year: century(l[i + 1]!.value), next: i + 2 }
  if (own?.kind !== 'number' || !FOUR.test(own.lower) || tiedOn(l, i) || COUNTED.has(wordAt(l, i + 1)))
    return null
  return { year: own.value, next: i + 1 }
}

/** "2014", "of 2014", ", 2014", "last year", "of last year", "of the year". */
export function yearRefAt(
  l: readonly Lexeme[],
  i: number,
  comma: boolean,
): { readonly year: YearRef; readonly next: number } | null {
  const of = wordAt(l, i) === 'of' || (wordAt(l, i) === 'in' && yearAt(l, i + 1) !== null)
  const at = of || (comma && markAt(l, i) === ',') ? i + 1 : i
  const given = yearAt(l, at) ?? (comma ? earlyYear(l, at, of) : null)
  if (given) return { year: { given: given.year }, next: given.next }
  if (at > i && !of) return null
  const pick = pickAt(l, at)
  if (pick && wordAt(l, at + 1) === 'year') return { year: { shift: PICK_SHIFT[pick] }, next: at + 2 }
  if (of && wordAt(l, at) === 'the') {
    const fiscal = /^(?:fiscal|financial)$/.test(wordAt(l, at + 1)) ? at + 2 : at + 1
    if (wordAt(l, fiscal) === 'year') return { year: { shift: 0 }, next: fiscal + 1 }
  }
  return null
}

/** "30 September 420", "December of 384": three figures are a year only at the end of a date. */
function earlyYear(
  l: readonly Lexeme[],
  i: number,
  of: boolean,
): { readonly year: number; readonly next: number } | null {
  const own = l[i]
  if (
    own?.kind !== 'number' ||
    !/^[1-9]\d\d$/.test(own.lower) ||
    tiedOn(l, i) ||
    COUNTED.has(wordAt(l, i + 1))
  )
    return null
  const ends = l[i + 1] === undefined || /^[),.;]$/.test(markAt(l, i + 1))
  return (of || markAt(l, i - 1) === '') && (of || ends) ? { year: own.value, next: i + 1 } : null
}

/** A letter, figure or sign that makes the number part of something longer: "2000s", "2000-05", "2000:1", "2000%". */
function tiedOn(l: readonly Lexeme[], i: number): boolean {
  const after = l[i + 1]
  if (!after) return false
  if (after.lower === '%' || after.lower === '°') return true
  if (!after.glued) return false
  return (
    after.kind === 'word' ||
    after.kind === 'number' ||
    (/[:/+*^=_@]/.test(after.lower) && l[i + 2]?.glued === true)
  )
}

function tiedBefore(l: readonly Lexeme[], i: number): boolean {
  const before = l[i - 1]
  if (!before) return false
  if (/^[$€£¥#№+<>=~@_]$/.test(before.lower)) return true
  if (!l[i]!.glued) return false
  // "461-1776" is a telephone number.
  if (isDash(l, i - 1) && before.glued && l[i - 2]?.kind === 'number') return !FOUR.test(l[i - 2]!.lower)
  return before.kind !== 'mark' || /^[./:*^\\]$/.test(before.lower)
}

/** "2014", "1832", "2009-10", "fiscal 2008", "44 BC", "AD 79". */
export const readYear: Rule = (l, i) => {
  const fiscal = fiscalYear(l, i)
  if (fiscal) return fiscal
  const era = eraYear(l, i) ?? nearYear(l, i)
  if (era) return era
  const own = l[i]
  if (own?.kind === 'mark') {
    const short =
      isApostrophe(l, i) &&
      !own.glued &&
      /^(?:in|of|since|summer|spring|winter|autumn)$/.test(wordAt(l, i - 1))
        ? yearAt(l, i)
        : null
    return short ? { first: i, next: short.next, form: yearForm(short.year) } : null
  }
  if (own?.kind !== 'number' || !FOUR.test(own.lower) || tiedOn(l, i) || tiedBefore(l, i) || !placed(l, i))
    return null
  return shortRange(l, i) ?? { first: i, next: i + 1, form: yearForm(own.value) }
}

/** Whether the words around allow a year here. */
function placed(l: readonly Lexeme[], i: number): boolean {
  const before = wordAt(l, markAt(l, i - 1) === '.' && /^ca?$/.test(wordAt(l, i - 2)) ? i - 2 : i - 1)
  const after = wordAt(l, i + 1)
  if (NOT_BEFORE_YEAR.has(before))
    return before === 'least' && /^(?:until|till|since|in|to|by)$/.test(wordAt(l, i - 3))
  const sure = /^(?:in|since|until|during|year)$/.test(before)
  if (COUNTED.has(after) && !(sure && !/^(?:m|km|am|pm|per)/.test(after))) return false
  if (l[i]!.value >= 1900 && l[i]!.value < 2100) return BEFORE_YEAR.has(before) || !countsPlural(l, i + 1)
  if (YEAR_ONLY_AFTER.has(before)) return true
  // "From 1598 to 1722", "in 1687 and 1689".
  if (/^(?:to|and|or)$/.test(before) && FOUR.test(l[i - 2]?.lower ?? '')) return true
  if (before === 'the') return l[i]!.value >= 1500 && after !== ''
  const [left, right] = [markAt(l, i - 1), markAt(l, i + 1)]
  // "(1789–1832)", "Arlen, 1832."
  if (left === '(' || left === ',' || isDash(l, i - 1)) return right !== '' || i + 1 === l.length
  return false
}

/** "2000 shares": a plural in lower case right after, with nothing before that speaks for a year. */
function countsPlural(l: readonly Lexeme[], i: number): boolean {
  const w = wordAt(l, i)
  return w.length > 3 && /[^su]s$/.test(w) && !l[i]!.capital && !FUNCTION_WORDS.has(w)
}

/** "2009-10", "1939–45": the second year in two figures. */
function shortRange(l: readonly Lexeme[], i: number): Read | null {
  const own = l[i]!
  const second = l[i + 2]
  if (!isDash(l, i + 1) || !second || !TWO.test(second.lower)) return null
  if (!(second.glued && l[i + 1]!.glued) && markAt(l, i + 3) !== ')') return null
  const after = l[i + 3]
  if (after?.glued && (after.kind !== 'mark' || isDash(l, i + 3))) return null
  if (second.value <= own.value % 100) return null
  const to = own.value - (own.value % 100) + second.value
  return {
    first: i,
    next: i + 3,
    form: {
      kind: 'range',
      from: { first: i, next: i + 1, form: yearForm(own.value) },
      to: { first: i + 2, next: i + 3, form: yearForm(to) },
    },
  }
}

/** "c. 347", "the year 71". */
function nearYear(l: readonly Lexeme[], i: number): Read | null {
  const own = l[i]
  if (own?.kind !== 'number' || !/^[1-9]\d{1,2}$/.test(own.lower) || tiedOn(l, i)) return null
  const at = markAt(l, i - 1) === '.' ? i - 2 : i - 1
  const before = wordAt(l, at)
  const led =
    /^(?:c|ca|circa)$/.test(before) || (before === 'year' && wordAt(l, at - 1) === 'the' && at === i - 1)
  return led ? { first: i, next: i + 1, form: yearForm(own.value) } : null
}

function fiscalYear(l: readonly Lexeme[], i: number): Read | null {
  const w = wordAt(l, i)
  let at = i + 1
  if (w === 'fiscal' || w === 'financial') {
    if (wordAt(l, at) === 'year') at++
    else if (w === 'financial') return null
  } else if (w !== 'fy') return null
  const short =
    w === 'fy' && TWO.test(l[at]?.lower ?? '') ? { year: century(l[at]!.value), next: at + 1 } : null
  const year = yearAt(l, at) ?? short
  return year ? { first: i, next: year.next, form: yearForm(year.year, true) } : null
}

function eraYear(l: readonly Lexeme[], i: number): Read | null {
  const own = l[i]
  if (wordAt(l, i) === 'ad' && own?.capital && /^\d{1,4}$/.test(l[i + 1]?.lower ?? ''))
    return { first: i, next: i + 2, form: yearForm(l[i + 1]!.value) }
  if (own?.kind !== 'number' || !/^\d{1,4}$/.test(own.lower) || tiedBefore(l, i)) return null
  const era = wordAt(l, i + 1)
  if (!ERA.test(era) || !l[i + 1]!.capital || own.value === 0) return null
  return { first: i, next: i + 2, form: yearForm(era.startsWith('b') ? 1 - own.value : own.value) }
}

/** "1990s", "the '90s", "the nineties", "1800s" (a century). */
export const readDecade: Rule = (l, i) => {
  // "A man in his nineties" has an age.
  if (
    /^(?:his|her|their|my|your|our)$/.test(wordAt(l, i - 1)) ||
    /^(?:his|her|their)$/.test(wordAt(l, i - 2))
  )
    return null
  const named = DECADES.get(wordAt(l, i))
  if (named !== undefined)
    return wordAt(l, i - 1) === 'the' || isDash(l, i - 1) ? decade(i, i + 1, 1900 + named) : null
  const at = isApostrophe(l, i) ? i + 1 : i
  const own = l[at]
  if (own?.kind !== 'number' || !/^(?:1\d|20)?\d0$/.test(own.lower)) return null
  const mark = isApostrophe(l, at + 1) && l[at + 1]!.glued ? at + 2 : at + 1
  if (wordAt(l, mark) !== 's' || !l[mark]!.glued || markAt(l, mark + 1) === '°') return null
  if (own.lower.length === 2) {
    if (at === i && !/^(?:the|mid|late|early)$/.test(wordAt(l, i - 1)) && !isDash(l, i - 1)) return null
    return decade(i, mark + 1, (own.value < 30 ? 2000 : 1900) + own.value)
  }
  if (own.value % 100 === 0 && own.value < 2000)
    return {
      first: i,
      next: mark + 1,
      form: { kind: 'moment', moment: { grain: 'century', year: own.value }, fiscal: false },
    }
  return decade(i, mark + 1, own.value)
}

const decade = (first: number, next: number, year: number): Read => ({
  first,
  next,
  form: { kind: 'moment', moment: { grain: 'decade', year }, fiscal: false },
})

/** "the 19th century", "twentieth-century". */
export const readCentury: Rule = (l, i) => {
  const ordinal = readOrdinal(l, i)
  if (!ordinal || ordinal.value < 1 || ordinal.value > 22) return null
  const at = pastHyphen(l, ordinal.next)
  if (!/^centur(?:y|ies)$/.test(wordAt(l, at)) || ERA.test(wordAt(l, at + 1))) return null
  return {
    first: i,
    next: at + 1,
    form: { kind: 'moment', moment: { grain: 'century', year: (ordinal.value - 1) * 100 }, fiscal: false },
  }
}
