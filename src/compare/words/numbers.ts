/** Numbers in a text with their units, as its words put them: exactly, about, at least or at most. */
import { fold, stem } from './content.js'

export interface Amount {
  readonly value: number
  /** Stem of what is counted or measured, a currency or unit; '' where nothing follows. */
  readonly unit: string
  readonly bound: 'exact' | 'about' | 'least' | 'most'
}

const SMALL: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
}
const CURRENCY: Readonly<Record<string, string>> = {
  '€': 'euro',
  $: 'dollar',
  '£': 'pound',
  eur: 'euro',
  usd: 'dollar',
  gbp: 'pound',
  nok: 'krone',
  sek: 'krona',
  dkk: 'krone',
  kroner: 'krone',
  kronor: 'krona',
  chf: 'franc',
  kr: 'krone',
  metre: 'metre',
  meter: 'metre',
  km: 'kilometre',
  kilometer: 'kilometre',
  tonne: 'ton',
}
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
const NUMBER =
  /(?<![\p{L}\d/.,-])([€$£]|EUR |USD |GBP |NOK |SEK |DKK |CHF |\p{Lu}{1,3}(?=\d{1,3},\d{3}|\d[\d.]*[  ](?:million|billion)))?(\d{1,3}(?:[,   ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?![\d/])((?:[  ](?:hundred|thousand|million|billion|bn|mn|m)\b)*)/giu
const DATE_BEFORE = new RegExp(`(?:${MONTHS})\\.? $`, 'i')
const DATE_AFTER = new RegExp(
  `^(?:st|nd|rd|th)?,? (?:of )?(?:${MONTHS})\\b|^(?:st|nd|rd|th)\\b|^[:.]\\d\\d|^ (?:a\\.?m|p\\.?m|o'clock)`,
  'i',
)
const CUES: readonly [RegExp, Amount['bound']][] = [
  [
    /\b(?:(?:not|never|no time)\s+(?:\w+\s+){0,2}(?:below|under)|at least|no fewer than|not less than|more than|over|above|upwards of|exceeding|no less than)\s+(?:\w+\s)?$/i,
    'least',
  ],
  [
    /\b(?:at most|up to|no more than|not more than|less than|fewer than|under|below|almost no)\s+(?:\w+\s)?$/i,
    'most',
  ],
  [
    /\b(?:about|around|some|nearly|almost|roughly|approximately|perhaps|close to|an estimated|estimated|circa|or so|maybe)\s+(?:\w+\s)?$/i,
    'about',
  ],
]
const SKIPPED = /^(?:of|norwegian|swedish|danish|us|euro|american|canadian|equal|more|other|further|people)$/i
const NO_UNIT = new Set([
  'in',
  'on',
  'at',
  'and',
  'to',
  'from',
  'by',
  'with',
  'for',
  'a',
  'was',
  'were',
  'is',
  'are',
  'has',
  'have',
  'had',
  'as',
  'that',
  'the',
  'or',
  'but',
  'who',
  'which',
  'of',
  'not',
  'per',
  'about',
  'before',
  'after',
  'when',
  'while',
  'into',
  'he',
  'she',
  'they',
  'it',
])

/** An amount and where its number stands. */
export interface Figure extends Amount {
  readonly start: number
  readonly end: number
}

/** Every number that counts or measures, in order; no dates, ordinals, clock times or case numbers. Linear. */
export const amountsIn = (text: string): Amount[] =>
  figuresIn(text).map(({ value, unit, bound }) => ({ value, unit, bound }))

/** The same with their places, in UTF-16 code units. */
export function figuresIn(full: string): Figure[] {
  const text = full.slice(0, 2000)
  const out: Figure[] = []
  for (const match of text.matchAll(NUMBER)) {
    const value = valueOf(match[2]!)
    if (value === null) continue
    const scales = (match[3] ?? '').trim().split(/\s+/).filter(Boolean)
    const start = match.index
    const half = /^ and a half\b/.exec(text.slice(start + match[0].length))?.[0].length ?? 0
    const end = start + match[0].length + half
    const scaled = scales.reduce((n, s) => n * (SCALE[s.toLowerCase()] ?? 1), half > 0 ? value + 0.5 : value)
    const before = text.slice(Math.max(0, start - 40), start)
    const after = text.slice(end, end + 60)
    const written = /\d/.test(match[2]!)
    // The number of a paragraph or an item
    if (start === 0 && /^\.? \p{Lu}/u.test(after)) continue
    if (written && !match[1] && (DATE_BEFORE.test(before) || DATE_AFTER.test(after))) continue
    const sign = match[1]?.trim().toLowerCase()
    const unit = sign ? (CURRENCY[sign] ?? sign) : unitOf(after)
    if (written && scales.length === 0 && !match[1] && isYear(match[2]!, unit)) continue
    const bound =
      CUES.find(([cue]) => cue.test(before))?.[1] ?? (/^ (?:or so|or more)\b/.test(after) ? 'about' : 'exact')
    out.push({ value: scaled, unit, bound, start, end })
  }
  return out
}

const isYear = (digits: string, unit: string): boolean =>
  /^(?:1[5-9]|20)\d\d$/.test(digits) && (unit === '' || !PLURAL.test(unit))
const PLURAL =
  /^(?:euro|dollar|pound|krone|krona|franc|people|person|ton|metre|kilometre|vote|worker|patient|share|home|house)$/

function valueOf(text: string): number | null {
  if (/^\d/.test(text)) return Number(text.replace(/[,   ]/g, ''))
  const parts = fold(text)
    .split('-')
    .map((part) => (part === 'one' ? 1 : SMALL[part]))
  if (parts.length === 1) return parts[0] === 1 ? null : (parts[0] ?? null)
  const [tens, ones] = parts
  return parts.length === 2 && tens !== undefined && ones !== undefined && tens >= 20 && ones < 10
    ? tens + ones
    : null
}

function unitOf(after: string): string {
  const words = after.match(/^(?:[  ]|-|%)[^\s.,;:()“”"]*(?:[  ][^\s.,;:()“”"]+){0,2}/u)?.[0]
  if (!words) return /^\s?(?:%|per cent|percent)/.test(after) ? 'percent' : ''
  if (/^\s?(?:%|per cent|percent)/.test(words)) return 'percent'
  const list = words.trim().replace(/^-/, '').split(/\s+/)
  let at = 0
  while (at < list.length - 1 && SKIPPED.test(list[at]!) && list[at]!.toLowerCase() !== 'people') at++
  const first = fold(list[at] ?? '')
  if (first === '' || NO_UNIT.has(first)) return ''
  const own = CURRENCY[first] ?? stem(first)
  if (/^(?:cubic|square)$/.test(own) && list[at + 1])
    return `${own} ${CURRENCY[stem(list[at + 1]!)] ?? stem(list[at + 1]!)}`
  return CURRENCY[own] ?? own
}

/** How far apart two figures may lie and still be the same, rounded: half of the last place that is not zero, a tenth where one is "about". */
function slack({ value, bound }: Amount): number {
  const digits = String(Math.round(Math.abs(value)))
  const zeros = /0*$/.exec(digits)![0].length
  const rounded = zeros > 0 && digits.length - zeros <= 2 ? 10 ** zeros / 2 : 0
  return Math.max(
    bound === 'about' ? Math.abs(value) * 0.15 : 0,
    bound === 'about' ? rounded : Math.min(rounded, Math.abs(value) * 0.026),
  )
}

/** True where both can be the same figure. Units that are unknown fit any. */
export function sameAmount(a: Amount, b: Amount): boolean {
  const off = Math.abs(a.value - b.value)
  if (off <= slack(a) + slack(b)) return true
  const [low, high] = a.value < b.value ? [a, b] : [b, a]
  return low.bound === 'least' || high.bound === 'most'
}

/** True where both count or measure the same kind of thing. */
export const sameUnit = (a: Amount, b: Amount): boolean => a.unit === b.unit && a.unit !== ''
