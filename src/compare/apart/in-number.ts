/** Two figures of one kind of thing. */
import type { Passages } from '../passages/index.js'
import { best, weigh, weightsOf, type Difference } from './aligned.js'
import { kinOf, sameQuantity, type Quantity } from './quantities.js'
import type { Sight } from './sight.js'

/** The likeliest pair of figures in which two sentences differ; null where none does. */
export function numbers(a: Sight, b: Sight, passages: Passages): Difference | null {
  const found = best(
    ownFigures(a, b),
    ownFigures(b, a),
    (x, y) => (kinOf(x, y) === 0 ? null : !sameQuantity(x, y)),
    passages,
  )
  if (!found) return null
  const { x, y } = found
  const kin = kinOf(x, y)
  const agreeing = a.quantities.some(
    (p) => kinOf(p, x) >= 2 && b.quantities.some((q) => kinOf(p, q) >= 2 && sameQuantity(p, q)),
  )
  const [da, db] = [passages.datedOf(a.passage), passages.datedOf(b.passage)]
  const later = da !== null && db !== null && da.slice(0, 10) !== db.slice(0, 10) ? (da > db ? x : y) : null
  const toll = TOLL.test(a.passage.evidence.text) && TOLL.test(b.passage.evidence.text)
  const things = x.things.filter((t) => y.things.includes(t))
  const [low, high] = x.base < y.base ? [x, y] : [y, x]
  if (superseded(a, b, toll, later === null ? null : later.base === high.base)) return null
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
/** A figure that both have is not what they differ in. */
const ownFigures = (s: Sight, other: Sight): Sight['quantities'] =>
  s.quantities.filter((p) => !other.quantities.some((q) => kinOf(p, q) > 0 && sameQuantity(p, q)))

/** A count that is still going on, or that of another year. `rises`: the later document has the higher; null where that is not known. */
function superseded(a: Sight, b: Sight, toll: boolean, rises: boolean | null): boolean {
  const [s, t] = [a.passage.evidence.text, b.passage.evidence.text]
  if (OTHER_PERIOD.test(s) !== OTHER_PERIOD.test(t)) return true
  if (!toll) return false
  return (
    UPDATE.test(s) || UPDATE.test(t) || rises === true || (rises !== null && STATE.test(s) && STATE.test(t))
  )
}
const OTHER_PERIOD =
  /\b(?:of|in|than|from) the (?:year|month|week|season|winter|summer) before\b|\b(?:previous|preceding|last) (?:year|month|season|winter|summer)\b|\b(?:a|one|two|three|ten) (?:years?|months?) (?:earlier|ago)\b/i
/** What passes: a patient recovers, a missing man is found. */
const STATE = /\b(?:intensive care|hospital|missing|custody|detained|quarantine|trapped|homeless|treated)\b/i
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
  passages
    .quantitiesOf(s.passage.document)
    .some((q) => kinOf(q, other) >= 2 && Math.abs(q.base - other.base) <= 0.005 * other.base)
    ? 1
    : 0
