/** Figures of a sentence with what they count or measure, and whether two of them are of one kind of thing. */
import { conceptOf } from '../words/concepts.js'
import { contentWords, fold, stem } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import { datesIn } from './dates.js'
import { hoursIn } from './hours.js'
import { figuresIn, sameAmount, type Figure } from '../words/numbers.js'
import units from '../words/units.json' with { type: 'json' }

export interface Quantity extends Figure {
  /** 'money', 'length' … with its value in the measure's first unit; null for what is counted. */
  readonly measure: string | null
  readonly base: number
  /** Concepts of the words counted: 'sessile oaks' → sessile, oak. */
  readonly things: readonly string[]
  /** It names a part ('of which', 'another') or a sum ('in total') of something. */
  readonly part: boolean
  readonly total: boolean
}

const MEASURES = new Map<string, readonly [measure: string, factor: number]>()
for (const [measure, list] of Object.entries(units.measures as Record<string, Record<string, number>>))
  for (const [unit, factor] of Object.entries(list)) MEASURES.set(unit, [measure, factor])
const PEOPLE = new Set(units.people)
const PERSON = 'person'

const PART_BEFORE =
  /\b(?:another|other|further|first|second|third|last|remaining|rest|each|more|extra|additional|including|of which|of whom|among them|by|half of|namely)\s+(?:\w+\s)?$/i
const PART_AFTER =
  /^\W*(?:\w+\s)?(?:of (?:the|them|these|those|which|whom|its|their|his|her)\b|more\b|others?\b|each\b|apiece\b|a (?:year|month|week|day|head|person)\b|per\b)/i
const TOTAL = /\b(?:in total|altogether|in all|total(?:l?ing)?|overall|all in all|sum)\b/i

/** The quantities of a sentence, in order; those that follow a currency's letter ('K963,000') too. Linear. */
export function quantitiesIn(text: string): Quantity[] {
  const taken = [...hoursIn(text), ...datesIn(text)]
  const figures = [...figuresIn(text), ...singles(text)]
    .filter((f) => !taken.some((t) => t.start < f.end && f.start < t.end) && !isLabel(text, f))
    .sort((a, b) => a.start - b.start)
  return figures.map((figure) => {
    const before = text.slice(Math.max(0, figure.start - 40), figure.start)
    const after = text.slice(figure.end, figure.end + 70)
    const found = MEASURES.get(figure.unit)
    // 'K963,000', 'R 20 million': a currency by its letter
    const sign = found === undefined && /^\p{Lu}+\d/u.test(text.slice(figure.start, figure.end))
    return {
      ...figure,
      measure: sign ? 'money' : (found?.[0] ?? null),
      base: figure.value * (found?.[1] ?? 1),
      things: thingsOf(after),
      part: PART_BEFORE.test(before) || PART_AFTER.test(after),
      total: TOTAL.test(before) || TOTAL.test(after.slice(0, 40)),
    }
  })
}

/** 'Compartment 17', 'School No. 4', 'paragraphs 3 and 4', 'aged 24': what a thing is called and not how many there are. */
const isLabel = (text: string, { start, end }: Figure): boolean =>
  LABEL.test(text.slice(Math.max(0, start - 40), start)) ||
  (/^\d+$/.test(text.slice(start, end)) &&
    (/^(?:\/|\.\d)/.test(text.slice(end, end + 2)) ||
      /\p{L}[-/]$/u.test(text.slice(Math.max(0, start - 2), start))))
const LABEL = new RegExp(
  `\\b(?:${units.labels.join('|')})s?\\.?\\s+(?:\\d+(?:, | and | to | or |–|-))*$|\\bnos?\\.? ?$|\\b(?:aged?|under) (?:the age of )?$`,
  'i',
)

/** 'One patient', 'a single death': one of a kind of people that others count too. */
function singles(text: string): Figure[] {
  return [...text.matchAll(ONE)].flatMap(({ 0: words, 1: noun, index }) => {
    const unit = stem(noun!)
    const end = index + words.length - noun!.length - 1
    return PEOPLE.has(unit) ? [{ value: 1, unit, bound: 'exact' as const, start: index, end }] : []
  })
}
const ONE = /(?<![\p{L}-])(?:one|a single|only one) (\p{L}+)/giu

const NP_END =
  /^ of\b|[.,;:()“”"!?]|\b(?:in|on|at|to|from|by|with|for|and|or|but|that|who|which|was|were|is|are|has|have|had|when|while|as|into|after|before|because|since|until|would|could|may|might|will|shall|did|do|does)\b/i
function thingsOf(after: string): string[] {
  const end = after.search(NP_END)
  const phrase = (end < 0 ? after : after.slice(0, end)).split(/\s+/).slice(0, 6).join(' ')
  const own = contentWords(phrase).map((w) => (PEOPLE.has(w) ? PERSON : conceptOf(matterOf(stem(fold(w))))))
  return [...new Set(own)]
}

/** How two quantities are of one kind: 3 the same measure or thing, 2 people of some kind, 1 one of them says of nothing what it is; 0 not. */
export function kinOf(x: Quantity, y: Quantity): 0 | 1 | 2 | 3 {
  if (x.measure !== null && y.measure !== null)
    return x.measure === y.measure && (x.measure !== 'money' || oneCurrency(x.unit, y.unit)) ? 3 : 0
  const bare = (q: Quantity): boolean => q.measure === null && q.things.length === 0
  if (bare(x) || bare(y)) return 1
  if (x.measure !== null || y.measure !== null) return 0
  if (x.things.some((t) => t !== PERSON && y.things.includes(t))) return 3
  return x.things.includes(PERSON) && y.things.includes(PERSON) ? 2 : 0
}

const oneCurrency = (x: string, y: string): boolean =>
  x === y || (Math.min(x.length, y.length) <= 2 && (x.startsWith(y) || y.startsWith(x)))

/** True where both can be the same. */
export const sameQuantity = (x: Quantity, y: Quantity): boolean =>
  x.measure !== null && x.measure === y.measure
    ? sameAmount({ ...x, value: x.base }, { ...y, value: y.base }) ||
      (x.unit !== y.unit && Math.abs(x.base - y.base) <= 0.06 * Math.max(x.base, y.base))
    : sameAmount(x, y)
