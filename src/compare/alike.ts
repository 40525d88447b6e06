/** Whether two statements speak of the same matter, and whether they say the same of it. */
import { compatibleTimes, edtfInterval, type DateInterval } from '../schema/edtf.js'
import type { Surroundings } from './context.js'
import { isWill, type Statement } from './statement.js'
import { frameNamed, isLight } from './words/frames.js'
import { contentWords } from './words/content.js'
import { sameAmount, sameUnit, type Amount } from './words/numbers.js'

/** An entity says more of what a statement is about than a word does. */
const ENTITY = 2
const LEAST_SHARED = 2

/** How much two statements have in common, of what the one that says less is about and of both together; 0..1. */
export interface Overlap {
  readonly shared: number
  readonly ofLess: number
  readonly ofBoth: number
}

/** What two statements share of what they are about: entities count more than words. */
export function overlapOf(a: Statement, b: Statement): Overlap {
  const shared = ENTITY * common(a.entities, b.entities) + common(a.stems, b.stems)
  const [x, y] = [weight(a), weight(b)]
  const less = Math.min(x, y)
  return {
    shared,
    ofLess: less === 0 ? 0 : shared / less,
    ofBoth: x + y === 0 ? 0 : shared / (x + y - shared),
  }
}
const weight = (s: Statement): number => ENTITY * s.entities.length + s.stems.length
const common = (a: readonly string[], b: readonly string[]): number => {
  let n = 0
  for (const item of a) if (b.includes(item)) n++
  return n
}

/** Same event or state, apart from when, where, how much and whether. */
export function sameMatter(a: Statement, b: Statement, { nameOf }: Named): boolean {
  if (a.frame !== b.frame) return false
  if (apart(a.patient, b.patient, nameOf)) return false
  const { shared, ofLess, ofBoth } = overlapOf(a, b)
  const named = common(a.entities, b.entities) > 0
  if (isLight(a.frame)) return shared >= 3 && ofLess >= 0.75 && ofBoth >= 0.5
  if (
    frameNamed(a.frame)?.once &&
    a.patient !== null &&
    a.patient === b.patient &&
    !a.patient.startsWith('~')
  )
    return true
  // 'I did not forge anything' speaks of every forging that is laid to him.
  if (
    a.polarity !== b.polarity &&
    frameNamed(a.frame)?.accuses &&
    a.doer !== null &&
    a.doer === b.doer &&
    !a.doer.startsWith('~')
  )
    return true
  if (
    frameNamed(a.frame)?.one &&
    a.patient !== null &&
    a.patient === b.patient &&
    common(a.stems, b.stems) > 0
  )
    return true
  // The same verb of the same thing, affirmed and denied: other words of it say less.
  if (
    a.polarity !== b.polarity &&
    !isLight(a.frame) &&
    a.patient !== null &&
    a.patient === b.patient &&
    !doersApart(a, b, { nameOf })
  )
    return true
  if (named) return shared >= LEAST_SHARED && ofLess >= 0.5 && ofBoth >= 0.25
  const sameSubject = same(a.doer, b.doer) || same(a.patient, b.patient)
  return (
    (shared >= LEAST_SHARED && ofLess >= 0.6 && ofBoth >= 0.34) ||
    (sameSubject && shared >= 1 && ofLess >= 0.99)
  )
}
const same = (a: string | null, b: string | null): boolean => a !== null && a === b
/** Two named entities that are not one; those that share a name may be one that the reader took for two. */
const apart = (a: string | null, b: string | null, nameOf: (entity: string) => string): boolean =>
  a !== null &&
  b !== null &&
  a !== b &&
  !a.startsWith('~') &&
  !b.startsWith('~') &&
  common(contentWords(nameOf(a)), contentWords(nameOf(b))) === 0
const doersApart = (a: Statement, b: Statement, { nameOf }: Named): boolean => apart(a.doer, b.doer, nameOf)
type Named = Pick<Surroundings, 'nameOf'>

const intervals = new Map<string, DateInterval | null>()
/** The days of an EDTF time; null where it is none or cannot be read. */
export function interval(time: string | null): DateInterval | null {
  if (time === null) return null
  let found = intervals.get(time)
  if (found === undefined) {
    if (intervals.size > 50_000) intervals.clear()
    intervals.set(time, (found = edtfInterval(time)))
  }
  return found
}

export type Dimension = 'whether' | 'amount' | 'date' | 'place' | 'person'

/** In what two statements of one matter differ so that both cannot hold of one and the same thing. */
export function differences(
  a: Statement,
  b: Statement,
  { within, nameOf }: Pick<Surroundings, 'within' | 'nameOf'>,
): Dimension[] {
  const out: Dimension[] = []
  if (a.polarity !== b.polarity) out.push('whether')
  if (amountsApart(a, b)) out.push('amount')
  const [x, y] = [interval(a.time), interval(b.time)]
  if (x && y && bounded(x) && bounded(y) && !compatibleTimes(x, y)) out.push('date')
  if (a.place && b.place && a.place !== b.place && !within(a.place, b.place) && !within(b.place, a.place))
    out.push('place')
  // Who is to do what is ordered or asked is often not said.
  if (doersApart(a, b, { nameOf }) && !a.tellers.some(isWill) && !b.tellers.some(isWill)) out.push('person')
  return out
}
/** True where both ends are known. */
export const bounded = ({ earliest, latest }: DateInterval): boolean =>
  Number.isFinite(earliest) && Number.isFinite(latest)

/** Every figure of one with a unit that the other has too differs from all of the other's. */
export function amountsApart(a: Statement, b: Statement): boolean {
  for (const x of a.amounts) {
    const others = b.amounts.filter((y) => sameUnit(x, y))
    if (others.length > 0 && !others.some((y) => sameAmount(x, y))) {
      const own = a.amounts.filter((z) => sameUnit(x, z))
      if (!own.some((z) => others.some((y) => sameAmount(z, y)))) return true
    }
  }
  return false
}

/** Stricter than `amountsApart`, for what is to say the same: 'at least 17' and '23' do not. */
export function figuresFit(a: Statement, b: Statement): boolean {
  if (a.amounts.length === 0 || b.amounts.length === 0) return true
  const plain = (x: Amount): Amount => (x.bound === 'about' ? x : { ...x, bound: 'exact' })
  const near = (x: Amount, y: Amount): boolean => sameAmount(plain(x), plain(y))
  let comparable = false
  for (const x of a.amounts)
    for (const y of b.amounts) {
      if (near(x, y) && (sameUnit(x, y) || x.value > 3)) return true
      if (sameUnit(x, y) || x.unit === '' || y.unit === '') comparable = true
    }
  return !comparable
}
