/** What a number counts or measures: a currency (ISO 4217), a measure (UCUM's symbols), per cent, or a noun as written. */
import counting from '../lang/en/counting.json' with { type: 'json' }
import currencies from '../lang/en/currencies.json' with { type: 'json' }
import measures from '../lang/en/measures.json' with { type: 'json' }
import words from '../lang/en/time-words.json' with { type: 'json' }
import { readNumber } from '../lang/en/numbers.js'
import { markAt, wordAt, type Lexeme } from '../lexemes.js'

export interface UnitRead {
  readonly unit: string
  readonly next: number
  /** What the number must be multiplied by: a decade is ten years. */
  readonly factor: number
  readonly kind: 'measure' | 'time' | 'money' | 'noun'
}

const map = <T>(of: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(of))
const SYMBOLS = map(measures.symbols)
const WORDS = map(measures.words)
const TIME: ReadonlyMap<string, readonly [string, number]> = new Map(
  Object.entries(measures.time).map(([word, [unit, factor]]) => [word, [String(unit), Number(factor)]]),
)
const POWERS = map(measures.powers)
const DEGREES = map(measures.degrees)
const CODES = new Set(currencies.codes)
const MONEY = map(currencies.words)
const NATIONALS = map(currencies.nationals)
const PLURALS = new Set(counting.plurals)
const NOT_PLURALS = new Set(counting.notPlurals)
const FUNCTION_WORDS = new Set(words.function)
/** Lexemes from a number to the noun it counts: "ten newly hired long-haul pilots". */
const REACH = 7

const isDash = (l: readonly Lexeme[], i: number): boolean => /^[-‐‑–]$/.test(markAt(l, i))
const singular = (w: string): string => (w.length > 2 && w.endsWith('s') ? w.slice(0, -1) : w)

/** The unit that begins at lexeme `i`, after its number; null for none. `text` is needed for the case of symbols. */
export function unitAt(text: string, l: readonly Lexeme[], i: number): UnitRead | null {
  const hyphen = isDash(l, i) && l[i]!.glued && l[i + 1]?.glued ? i + 1 : i
  return (
    percentAt(l, i) ?? moneyAt(text, l, hyphen) ?? measureAt(text, l, hyphen) ?? nounAt(l, hyphen, hyphen > i)
  )
}

function percentAt(l: readonly Lexeme[], i: number): UnitRead | null {
  const at = isDash(l, i) ? i + 1 : i
  const found = (unit: string, next: number): UnitRead => ({ unit, next, factor: 1, kind: 'measure' })
  if (markAt(l, i) === '%')
    return wordAt(l, i + 1) === 'points' || wordAt(l, i + 1) === 'point'
      ? found('percentage points', i + 2)
      : found('%', i + 1)
  const w = wordAt(l, at)
  if (w === 'percent' || w === 'pct' || w === 'pc') return found('%', at + 1)
  if (w === 'per' && wordAt(l, at + 1) === 'cent') return found('%', at + 2)
  if (w === 'percentage' && /^points?$/.test(wordAt(l, at + 1))) return found('percentage points', at + 2)
  return w === 'basis' && /^points?$/.test(wordAt(l, at + 1)) ? found('basis points', at + 2) : null
}

/** "euros", "US dollars", "Swiss francs", "EUR". */
export function moneyAt(text: string, l: readonly Lexeme[], i: number): UnitRead | null {
  const w = wordAt(l, i)
  if (w === '') return null
  const found = (unit: string, next: number): UnitRead => ({ unit, next, factor: 1, kind: 'money' })
  let key = w
  for (let at = i; at < i + 4 && wordAt(l, at) !== ''; at++) {
    if (at > i) key += ` ${wordAt(l, at)}`
    const unit =
      NATIONALS.get(key) ?? NATIONALS.get(singular(key)) ?? NATIONALS.get(key.replace(/^pounds /, 'pound '))
    if (unit !== undefined) return found(unit, at + 1)
  }
  // "Two pounds of flour" are weighed.
  if (/^pounds?$/.test(w) && (wordAt(l, i + 1) === 'of' || weighed(l, i)))
    return { unit: 'lb', next: i + 1, factor: 1, kind: 'measure' }
  const word = MONEY.get(w)
  if (word !== undefined) return found(word, i + 1)
  const own = text.slice(l[i]!.start, l[i]!.end)
  return CODES.has(own) ? found(own, i + 1) : null
}

const weighed = (l: readonly Lexeme[], i: number): boolean => {
  for (let at = i - 1; at >= Math.max(0, i - 6); at--)
    if (/^(?:weigh|weighs|weighed|weighing|weight)$/.test(wordAt(l, at))) return true
  return false
}

function measureAt(text: string, l: readonly Lexeme[], i: number): UnitRead | null {
  const sign = markAt(l, i)
  if (sign === '°') {
    const scale = DEGREES.get(wordAt(l, i + 1))
    return { unit: scale ?? '°', next: scale ? i + 2 : i + 1, factor: 1, kind: 'measure' }
  }
  const power = POWERS.get(wordAt(l, i))
  const at = power === undefined ? i : markAt(l, i + 1) === '.' ? i + 2 : i + 1
  const w = wordAt(l, at)
  if (w === '') return null
  const time = TIME.get(w) ?? TIME.get(singular(w))
  if (time && power === undefined) return { unit: time[0], next: at + 1, factor: time[1], kind: 'time' }
  const own = text.slice(l[at]!.start, l[at]!.end)
  // A single letter is a symbol only right after figures.
  const symbol = own.length > 1 || l[at - 1]?.kind === 'number' ? SYMBOLS.get(own) : undefined
  const plain = w === 'nautical' && /^miles?$/.test(wordAt(l, at + 1)) ? { unit: 'nmi', next: at + 2 } : null
  const unit = plain?.unit ?? symbol ?? WORDS.get(w) ?? WORDS.get(singular(w))
  if (unit === undefined) return null
  let next = plain?.next ?? at + 1
  if (unit === '°') {
    const scale = DEGREES.get(wordAt(l, next))
    return { unit: scale ?? '°', next: scale ? next + 1 : next, factor: 1, kind: 'measure' }
  }
  let whole = power === undefined ? unit : unit + power
  if (/^[²³]$/.test(markAt(l, next)) && l[next]!.glued) {
    whole += markAt(l, next) === '²' ? '2' : '3'
    next++
  } else if (/^[23]$/.test(l[next]?.lower ?? '') && l[next]!.glued && symbol !== undefined) {
    whole += l[next]!.lower
    next++
  }
  const slash =
    markAt(l, next) === '/' ||
    wordAt(l, next) === 'per' ||
    (wordAt(l, next) === 'an' && wordAt(l, next + 1) === 'hour')
  const below = slash ? wordAt(l, next + 1) : ''
  const per =
    below === ''
      ? undefined
      : (TIME.get(below)?.[0] ?? (markAt(l, next) === '/' ? SYMBOLS.get(below) : undefined))
  return per !== undefined && unit !== '%'
    ? { unit: `${whole}/${per}`, next: next + 2, factor: 1, kind: 'measure' }
    : { unit: whole, next, factor: 1, kind: 'measure' }
}

/** The noun counted: the first plural within a few words, "12-member" its own. */
function nounAt(l: readonly Lexeme[], i: number, hyphen: boolean): UnitRead | null {
  const found = (at: number): UnitRead => ({ unit: l[at]!.lower, next: at + 1, factor: 1, kind: 'noun' })
  if (hyphen)
    return /^(?:year|old|time|fold|odd)$/.test(wordAt(l, i)) || wordAt(l, i) === '' ? null : found(i)
  for (let at = i; at < i + REACH; at++) {
    if (isDash(l, at) && l[at]!.glued && l[at + 1]?.glued) continue
    const w = wordAt(l, at)
    // "350,000 kroner three days before": another number begins
    if (at > i && readNumber(l, at)) return null
    if (w === '' || FUNCTION_WORDS.has(w) || NOT_PLURALS.has(w) || (l[at]!.glued && !isDash(l, at - 1)))
      return null
    const compound = isDash(l, at + 1) && l[at + 1]!.glued && l[at + 2]?.glued === true
    if (compound || !isPlural(w)) continue
    let head = at
    while (head < i + REACH && isPlural(wordAt(l, head + 1)) && !l[head + 1]!.glued && !l[head + 1]!.capital)
      head++
    return found(head)
  }
  return null
}

function isPlural(w: string): boolean {
  if (PLURALS.has(w)) return true
  return (
    w.length > 3 &&
    w.endsWith('s') &&
    !/(?:ss|us|is)$/.test(w) &&
    !NOT_PLURALS.has(w) &&
    !FUNCTION_WORDS.has(w)
  )
}
