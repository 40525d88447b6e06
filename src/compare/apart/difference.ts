/** In what two sentences stand apart: figures of one kind, days, hours, places, or one that says no where the other says yes. */
import type { Passages } from '../passages/index.js'
import { conceptOf } from '../words/concepts.js'
import { daysApart } from './dates.js'
import { hoursApart } from './hours.js'
import { kinOf, sameQuantity, type Quantity } from './quantities.js'
import type { Day, Element, Negation, Sight, Where } from './sight.js'

export type On = 'number' | 'date' | 'time' | 'place' | 'whether'
export type Features = Readonly<Record<string, number>>

export interface Difference {
  readonly on: On
  readonly a: Sight
  readonly b: Sight
  /** What differs, and the clauses whose nearness in meaning tells whether it is of one thing. */
  readonly x: Element
  readonly y: Element
  /** Of a denial: the clauses of the other sentence that may say it. */
  readonly said: readonly string[]
  /** What each side says, so that sentences that say the same stand together. */
  readonly values: readonly [string, string]
  readonly features: Features
}

/** Every difference of two sentences, the best aligned of each kind; none where they agree in it. */
export function differencesOf(a: Sight, b: Sight, passages: Passages): Difference[] {
  return [numbers(a, b, passages), days(a, b, passages), hours(a, b, passages), places(a, b, passages), denied(a, b, passages), denied(b, a, passages)].filter((d) => d !== null) // prettier-ignore
}

const weigh = (words: Iterable<string>, { weightOf }: Weights): number => {
  let sum = 0
  for (const w of words) sum += weightOf(w)
  return sum
}
interface Weights {
  readonly weightOf: (concept: string) => number
}
const weightsOf = (passages: Passages): Weights => ({ weightOf: (w) => passages.conceptWeight(w) })

/** What the words beside two elements share: weight, and share of the less. */
function alignment(x: Element, y: Element, passages: Passages): { sum: number; share: number } {
  const weights = weightsOf(passages)
  const sum = weigh(x.beside.filter((w) => y.beside.includes(w)), weights) // prettier-ignore
  const less = Math.min(weigh(x.beside, weights), weigh(y.beside, weights))
  return { sum, share: less === 0 ? 0 : sum / less }
}

/** The pair of elements that are best aligned and differ, unless an equally well aligned one agrees. */
function best<X extends Element, Y extends Element>(
  xs: readonly X[],
  ys: readonly Y[],
  apart: (x: X, y: Y) => boolean | null,
  passages: Passages,
): { x: X; y: Y; sum: number; share: number; rarest: number; agree: number } | null {
  let found: { x: X; y: Y; sum: number; share: number } | null = null
  let agree = 0
  for (const x of xs)
    for (const y of ys) {
      const differ = apart(x, y)
      if (differ === null) continue
      if (!differ) {
        agree++
        continue
      }
      const { sum, share } = alignment(x, y, passages)
      if (!found || sum > found.sum) found = { x, y, sum, share }
    }
  if (!found) return null
  const { x, y } = found
  const rarest = Math.max(0, ...x.beside.filter((w) => y.beside.includes(w)).map((w) => passages.conceptWeight(w))) // prettier-ignore
  return { ...found, rarest, agree }
}

function numbers(a: Sight, b: Sight, passages: Passages): Difference | null {
  const found = best(
    a.quantities,
    b.quantities,
    (x, y) => (kinOf(x, y) === 0 ? null : !sameQuantity(x, y)),
    passages,
  )
  if (!found) return null
  const { x, y } = found
  const kin = kinOf(x, y)
  const agreeing = a.quantities.some((p) => kinOf(p, x) >= 2 && b.quantities.some((q) => kinOf(p, q) >= 2 && sameQuantity(p, q))) // prettier-ignore
  const [da, db] = [passages.datedOf(a.passage), passages.datedOf(b.passage)]
  const later = da !== null && db !== null && da.slice(0, 10) !== db.slice(0, 10) ? (da > db ? x : y) : null
  const toll = TOLL.test(a.passage.evidence.text) && TOLL.test(b.passage.evidence.text)
  const things = x.things.filter((t) => y.things.includes(t))
  const [low, high] = x.base < y.base ? [x, y] : [y, x]
  return {
    on: 'number',
    a,
    b,
    x,
    y,
    said: [],
    values: [valueOf(x), valueOf(y)],
    features: {
      beside: found.sum,
      besideRarest: found.rarest,
      besideShare: found.share,
      agree: Math.min(3, found.agree),
      sameKind: kin === 3 ? 1 : 0,
      people: kin === 2 ? 1 : 0,
      bareOne: kin === 1 ? 1 : 0,
      bareBoth: kin === 1 && x.things.length === 0 && y.things.length === 0 ? 1 : 0,
      measure: x.measure !== null && x.measure === y.measure ? 1 : 0,
      money: x.measure === 'money' && y.measure === 'money' ? 1 : 0,
      duration: x.measure === 'duration' && y.measure === 'duration' ? 1 : 0,
      thingsWeight: weigh(things, weightsOf(passages)),
      ratio: Math.min(4, Math.log(Math.max(1e-6, high.base) / Math.max(1e-6, low.base))),
      small: Math.min(x.value, y.value) <= 3 ? 1 : 0,
      large: Math.min(x.value, y.value) >= 100 ? 1 : 0,
      part: (x.part ? 1 : 0) + (y.part ? 1 : 0),
      lowPart: low.part ? 1 : 0,
      total: (x.total ? 1 : 0) + (y.total ? 1 : 0),
      bound: (x.bound === 'exact' ? 0 : 1) + (y.bound === 'exact' ? 0 : 1),
      figures: Math.log(a.quantities.length * b.quantities.length),
      sameToo: agreeing ? 1 : 0,
      toll: toll ? 1 : 0,
      rises: toll && later !== null && later.base === high.base ? 1 : 0,
      update: UPDATE.test(a.passage.evidence.text) || UPDATE.test(b.passage.evidence.text) ? 1 : 0,
      sums: addsUp(a, b, x, y, passages) ? 1 : 0,
      knowsBoth: knows(a, y, passages) + knows(b, x, passages),
    },
  }
}
const TOLL =
  /\b(?:die[sd]?|dead|death|deaths|killed|lost their lives|bod(?:y|ies)|injur(?:ed|ing|ies)|wounded|missing|victims?|casualt(?:y|ies)|drowned|recovered|arrested|detained|charged|infected|displaced|hospitali[sz]ed|intensive care|discharged)\b/i
const UPDATE =
  /\b(?:so far|up to (?:this|that) hour|as of|until now|by now|now known|ha(?:s|ve|d) (?:since )?(?:risen|grown|climbed|fallen|dropped)|rose to|still|in the meantime|since then|to date)\b/i
const valueOf = (q: Quantity): string => String(Math.round(q.base * 100) / 100)

/** The other figures in and around both sentences make up the difference, or one is a multiple of the other by a number that is named. */
function addsUp(a: Sight, b: Sight, x: Quantity, y: Quantity, passages: Passages): boolean {
  const around = [a, b].flatMap((s) => passages.quantitiesAround(s.passage))
  const [low, high] = x.base < y.base ? [x.base, y.base] : [y.base, x.base]
  const near = (n: number, m: number): boolean => Math.abs(n - m) <= 0.002 * m
  const values = [...new Set(around.map((q) => q.base))]
  return values.some(
    (v) =>
      (v > 0 && near(low + v, high)) || (Number.isInteger(v) && v >= 2 && v <= 12 && near(low * v, high)),
  )
}
/** The document of one side names the figure of the other as well. */
const knows = (s: Sight, other: Quantity, passages: Passages): number =>
  passages.quantitiesOf(s.passage.document).some((q) => kinOf(q, other) >= 2 && Math.abs(q.base - other.base) <= 0.005 * other.base) ? 1 : 0 // prettier-ignore

function days(a: Sight, b: Sight, passages: Passages): Difference | null {
  const found = best<Day, Day>(a.days, b.days, (x, y) => daysApart(x, y) > 0, passages)
  if (!found) return null
  const { x, y } = found
  return {
    on: 'date',
    a,
    b,
    x,
    y,
    said: [],
    values: [dayOf(x), dayOf(y)],
    features: {
      beside: found.sum,
      besideRarest: found.rarest,
      besideShare: found.share,
      agree: Math.min(3, found.agree),
      gap: Math.log(1 + daysApart(x, y)),
      sameYear: x.year !== null && x.year === y.year ? 1 : 0,
      yearless: (x.year === null ? 1 : 0) + (y.year === null ? 1 : 0),
      sameMonth: x.month === y.month ? 1 : 0,
      months: (x.day === null ? 1 : 0) + (y.day === null ? 1 : 0),
      headed: (headed(a) ? 1 : 0) + (headed(b) ? 1 : 0),
      alone: (alone(a, x) ? 1 : 0) + (alone(b, y) ? 1 : 0),
      figures: Math.log(a.days.length * b.days.length),
      borders: border(a, x) * border(b, y) < 0 ? 1 : 0,
    },
  }
}
const dayOf = ({ month, day }: Day): string => `${month}-${day ?? ''}`
/** The lines above a document give its own day. */
const headed = ({ passage }: Sight): boolean =>
  passage.sentence <= 1 &&
  (/\n/.test(passage.evidence.text) || !/\p{Ll}[.!?]["”’']?$/u.test(passage.evidence.text))
/** A date that is all of its line tells of no event. */
const alone = ({ passage }: Sight, x: Element): boolean =>
  passage.evidence.text.length - (x.end - x.start) < 25
/** -1 where a time is said to be after something or its end, 1 before it or its beginning. */
function border(s: Sight, x: Element): number {
  const before = s.passage.evidence.text.slice(Math.max(0, x.start - 14), x.start)
  return /\b(?:until|till|to|by|before|end(?:s|ed)?(?: on)?)\s*$/i.test(before) ? 1 : /\b(?:from|since|after|as of|begin(?:s|ning)?(?: on)?)\s*$/i.test(before) ? -1 : 0 // prettier-ignore
}

function hours(a: Sight, b: Sight, passages: Passages): Difference | null {
  const found = best(a.hours, b.hours, (x, y) => hoursApart(x, y), passages)
  if (!found) return null
  const { x, y } = found
  return {
    on: 'time',
    a,
    b,
    x,
    y,
    said: [],
    values: [String(x.minutes), String(y.minutes)],
    features: {
      beside: found.sum,
      besideRarest: found.rarest,
      besideShare: found.share,
      agree: Math.min(3, found.agree),
      gap: Math.log(1 + Math.abs(x.minutes - y.minutes)),
      figures: Math.log(a.hours.length * b.hours.length),
      borders: border(a, x) * border(b, y) < 0 ? 1 : 0,
    },
  }
}

const standing = (w: Where): boolean => /^(?:in|at|near|on|off|beside|outside|from|to)$/.test(w.after)
function places(a: Sight, b: Sight, passages: Passages): Difference | null {
  const { within } = passages.context
  const found = best<Where, Where>(
    a.places.filter(standing),
    b.places.filter(standing),
    (x, y) =>
      x.key === y.key || x.name === y.name
        ? false
        : within(x.key, y.key) || within(y.key, x.key)
          ? false
          : true,
    passages,
  )
  if (!found) return null
  const { x, y } = found
  return {
    on: 'place',
    a,
    b,
    x,
    y,
    said: [],
    values: [x.key, y.key],
    features: {
      beside: found.sum,
      besideRarest: found.rarest,
      besideShare: found.share,
      agree: Math.min(3, found.agree),
      samePlace: a.places.some((p) => b.places.some((q) => p.key === q.key || p.name === q.name)) ? 1 : 0,
      samePreposition: x.after === y.after && x.after !== '' ? 1 : 0,
      figures: Math.log(a.places.length * b.places.length),
    },
  }
}

const QUESTION = /\?["”’']?\s*$/
/** Who does not know, remember or say a thing does not say that it is not so. */
const UNTOLD = new Set(
  'know remember recall understand answer reply respond comment mention tell say speak ask want believe think doubt name identify mean expect count guess'.split(
    ' ',
  ),
)
const LEAST_COVER = 0.3
const OPPOSED = 0.5
/** What one says is not so, and sentences that say it. */
function denied(a: Sight, b: Sight, passages: Passages): Difference | null {
  const weights = weightsOf(passages)
  let found: { x: Negation; cover: number; sum: number; met: number; elsewhere: number } | null = null
  const positive = new Set([...passages.positive(b.passage)].map(conceptOf))
  for (const x of a.negations) {
    const words = [...new Set(x.words.map(conceptOf))]
    const whole = weigh(words, weights)
    const met = words.filter((w) => positive.has(w) || b.names.has(w))
    const sum = weigh(met, weights)
    const rest = words.filter((w) => !met.includes(w) && passages.wordsOfDocument(b.passage.document).has(w))
    if (whole > 0 && (!found || sum > found.sum))
      found = { x, cover: sum / whole, sum, met: met.length, elsewhere: weigh(rest, weights) / whole }
  }
  if (!found || found.met === 0 || (found.cover < LEAST_COVER && found.sum < 2 * OPPOSED)) return null
  const { x, cover, sum, met, elsewhere } = found
  const said = b.clauses.filter((c) => !c.negative).map((c) => c.text)
  if (said.length === 0 || QUESTION.test(b.passage.evidence.text) || x.words.some((w) => UNTOLD.has(w)))
    return null
  const about = passages.about(a.passage)
  const aboutOther = passages.about(b.passage)
  return {
    on: 'whether',
    a,
    b,
    x,
    y: { start: 0, end: 0, beside: [], clause: b.passage.evidence.text },
    said,
    values: ['no', 'yes'],
    features: {
      cover,
      coverSum: sum,
      met,
      elsewhere,
      deniedWords: x.words.length,
      denial: x.denial ? 1 : 0,
      negativeToo: b.negations.length > 0 ? 1 : 0,
      about: [...about].some((w) => aboutOther.has(w)) ? 1 : 0,
      absolute: /\b(?:never|nobody|no one|none|nothing|not a single|at no time|no \w+ (?:was|were|ever))\b/i.test(a.passage.evidence.text) ? 1 : 0, // prettier-ignore
      firstPerson: /\b(?:I|we|our|my)\b/.test(a.passage.evidence.text) ? 1 : 0,
    },
  }
}
