/** English numbers in figures and words: "1.2bn", "a hundred and twelve", "two dozen", "half a million", "two-thirds", "one in five". */
import { lexemesOf, wordAt as word, type Lexeme } from '../../lexemes.js'
import numerals from './numerals.json' with { type: 'json' }

export interface NumberRead {
  readonly value: number
  /** Index of the first lexeme after it. */
  readonly next: number
  /** `share`: a fraction or ratio of something. */
  readonly kind: 'count' | 'share'
  /** The scale that multiplied it: a million in "12 million", else 1. */
  readonly scale: number
}

const table = (of: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(of))
const SMALL = table(numerals.small)
const TENS = table(numerals.tens)
const SCALES = table(numerals.scales)
const SUFFIXES = table(numerals.suffixes)
const MONEY_SUFFIXES = table(numerals.moneySuffixes)
const COLLECTIVES = table(numerals.collectives)
const FRACTIONS = table(numerals.fractions)
const ORDINALS = table(numerals.ordinals)
const VULGAR = table(numerals.vulgar)

const isHyphen = (l: readonly Lexeme[], i: number): boolean =>
  l[i]?.glued === true && /^[-‐‑]$/.test(l[i].lower)
const article = (w: string): boolean => w === 'a' || w === 'an'

/**
 * The number that begins at lexeme `i`, as long as it goes; null where none does. `money` lets "m" and "b" be million and
 * billion, which only an amount of money makes sure of.
 */
export function readNumber(l: readonly Lexeme[], i: number, money = false): NumberRead | null {
  return readShare(l, i) ?? readCount(l, i, money)
}

/** As `readNumber`, without fractions and ratios. */
export function readCount(l: readonly Lexeme[], i: number, money = false): NumberRead | null {
  const half = halfOfScale(l, i)
  if (half) return half
  const base = l[i]?.kind === 'number' ? figures(l, i) : words(l, i)
  if (!base) return null
  return scaled(l, base, money)
}

/** "half a million", "half a dozen", "quarter of a million". */
function halfOfScale(l: readonly Lexeme[], i: number): NumberRead | null {
  const first = word(l, i)
  const share = first === 'half' ? 0.5 : first === 'quarter' ? 0.25 : null
  if (share === null) return null
  let at = i + 1
  if (word(l, at) === 'of') at++
  if (!article(word(l, at))) return null
  const scale = SCALES.get(word(l, at + 1)) ?? COLLECTIVES.get(word(l, at + 1))
  return scale === undefined ? null : { value: share * scale, next: at + 2, kind: 'count', scale: 1 }
}

function figures(l: readonly Lexeme[], i: number): NumberRead | null {
  const { value } = l[i]!
  if (Number.isNaN(value)) return null
  const vulgar = VULGAR.get(l[i + 1]?.lower ?? '')
  return vulgar === undefined
    ? { value, next: i + 1, kind: 'count', scale: 1 }
    : { value: value + vulgar, next: i + 2, kind: 'count', scale: 1 }
}

/** Words up to 999, "and" allowed after a hundred; scales follow in `scaled`. */
function words(l: readonly Lexeme[], i: number): NumberRead | null {
  const first = word(l, i)
  if (article(first)) {
    const unit = word(l, i + 1)
    if (unit === 'hundred') return hundreds(l, 1, i + 2)
    return SCALES.has(unit) || COLLECTIVES.has(unit)
      ? { value: 1, next: i + 1, kind: 'count', scale: 1 }
      : null
  }
  const below = belowHundred(l, i)
  if (!below) return first === 'hundred' ? hundreds(l, 1, i + 1) : null
  const hundred = isHyphen(l, below.next) ? below.next + 1 : below.next
  return word(l, hundred) === 'hundred' ? hundreds(l, below.value, hundred + 1) : below
}

function hundreds(l: readonly Lexeme[], count: number, next: number): NumberRead {
  const rest = belowHundred(l, word(l, next) === 'and' ? next + 1 : next)
  return rest
    ? { value: count * 100 + rest.value, next: rest.next, kind: 'count', scale: 1 }
    : { value: count * 100, next, kind: 'count', scale: 1 }
}

function belowHundred(l: readonly Lexeme[], i: number): NumberRead | null {
  const small = SMALL.get(word(l, i))
  if (small !== undefined) return { value: small, next: i + 1, kind: 'count', scale: 1 }
  const tens = TENS.get(word(l, i))
  if (tens === undefined) return null
  const at = isHyphen(l, i + 1) ? i + 2 : i + 1
  const ones = SMALL.get(word(l, at))
  return ones !== undefined && ones > 0 && ones < 10
    ? { value: tens + ones, next: at + 1, kind: 'count', scale: 1 }
    : { value: tens, next: i + 1, kind: 'count', scale: 1 }
}

/** Adds "and a half", scales ("thousand", "bn", "dozen") in falling order, and what follows a scale ("two thousand and five"). */
function scaled(l: readonly Lexeme[], base: NumberRead, money: boolean): NumberRead {
  let { value, next } = andAHalf(l, base)
  let total = 0
  let ceiling = Infinity
  let first = 1
  for (;;) {
    const at = isHyphen(l, next) ? next + 1 : next
    const scale = scaleAt(l, at, money)
    if (scale === undefined || scale >= ceiling) break
    total += value * scale
    if (first === 1) first = scale
    ceiling = scale
    value = 0
    next = at + 1
    const joined = word(l, next) === 'and' ? next + 1 : next
    // Figures after a scale begin another number ("5 million 300 people").
    const rest = scale >= 1000 && l[joined]?.kind === 'word' ? words(l, joined) : null
    if (!rest || rest.value >= ceiling || article(word(l, joined))) break
    value = rest.value
    next = rest.next
  }
  return { value: total + value, next, kind: 'count', scale: first }
}

function scaleAt(l: readonly Lexeme[], i: number, money: boolean): number | undefined {
  const w = word(l, i)
  const known = SCALES.get(w) ?? COLLECTIVES.get(w)
  if (known !== undefined) return known
  if (l[i - 1]?.kind !== 'number') return undefined
  return SUFFIXES.get(w) ?? (money ? MONEY_SUFFIXES.get(w) : undefined)
}

function andAHalf(l: readonly Lexeme[], base: NumberRead): NumberRead {
  const at = isHyphen(l, base.next) ? base.next + 1 : base.next
  if (word(l, at) !== 'and') return base
  const second = isHyphen(l, at + 1) ? at + 2 : at + 1
  if (!article(word(l, second))) return base
  const third = isHyphen(l, second + 1) ? second + 2 : second + 1
  const part = word(l, third)
  return part === 'half' || part === 'quarter'
    ? { value: base.value + 1 / FRACTIONS.get(part)!, next: third + 1, kind: 'count', scale: 1 }
    : base
}

/** "two-thirds", "a third of", "half", "½", "one in five", "nine out of ten". */
function readShare(l: readonly Lexeme[], i: number): NumberRead | null {
  const vulgar = VULGAR.get(l[i]?.lower ?? '')
  if (vulgar !== undefined) return { value: vulgar, next: i + 1, kind: 'share', scale: 1 }
  if (word(l, i) === 'half')
    return halfOfScale(l, i) ? null : { value: 0.5, next: i + 1, kind: 'share', scale: 1 }
  if (article(word(l, i))) {
    const parts = FRACTIONS.get(word(l, i + 1))
    // "A third man" is an ordinal; only "of" makes "a third" a share.
    const of = word(l, i + 2) === 'of' && !SCALES.has(word(l, i + 4))
    return parts !== undefined && of ? { value: 1 / parts, next: i + 2, kind: 'share', scale: 1 } : null
  }
  const above = l[i]?.kind === 'number' ? figures(l, i) : belowHundred(l, i)
  if (!above || !Number.isInteger(above.value) || above.value < 1) return null
  return fraction(l, above) ?? ratio(l, above)
}

function fraction(l: readonly Lexeme[], above: NumberRead): NumberRead | null {
  const at = isHyphen(l, above.next) ? above.next + 1 : above.next
  const parts = FRACTIONS.get(word(l, at))
  if (parts === undefined || above.value >= 100) return null
  const plural = word(l, at).endsWith('s')
  if (plural !== above.value > 1) return null
  return { value: above.value / parts, next: at + 1, kind: 'share', scale: 1 }
}

function ratio(l: readonly Lexeme[], above: NumberRead): NumberRead | null {
  let at = above.next
  if (word(l, at) === 'out' && word(l, at + 1) === 'of') at += 2
  else if (word(l, at) === 'in') at++
  else return null
  if (word(l, at) === 'every') at++
  const below = readCount(l, at)
  if (!below || !Number.isInteger(below.value) || below.value <= above.value || below.value > 10_000_000)
    return null
  // "Two in 2009" counts something in a year.
  if (l[at]?.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(l[at]!.lower)) return null
  return { value: above.value / below.value, next: below.next, kind: 'share', scale: 1 }
}

/** The ordinal at lexeme `i` ("third", "21st", "twenty-first") with the index after it; null for none. */
export function readOrdinal(
  l: readonly Lexeme[],
  i: number,
): { readonly value: number; readonly next: number } | null {
  const first = l[i]
  if (first?.kind === 'number') {
    const suffix = l[i + 1]
    return suffix && /^(?:st|nd|rd|th)$/.test(suffix.lower) && /^\d{1,4}$/.test(first.lower)
      ? { value: first.value, next: i + 2 }
      : null
  }
  const own = ORDINALS.get(word(l, i))
  if (own !== undefined) return { value: own, next: i + 1 }
  const tens = TENS.get(word(l, i))
  if (tens === undefined) return null
  const at = isHyphen(l, i + 1) ? i + 2 : i + 1
  const ones = ORDINALS.get(word(l, at))
  return ones !== undefined && ones < 10 ? { value: tens + ones, next: at + 1 } : null
}

/** What `text` comes to, where all of it is a number: "nine" 9, "1.2bn" 1200000000, "two-thirds" 0.66…; null otherwise. */
export function parseNumber(text: string): number | null {
  if (text.length > 200) return null
  const l = lexemesOf(text)
  const read = readNumber(l, 0)
  if (read?.next === l.length) return read.value
  const count = readCount(l, 0)
  return count?.next === l.length ? count.value : null
}
