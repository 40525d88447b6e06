/** How likely two statements say the same thing, learned from pairs of which it is known (words/sameness.json). */
import { compatibleTimes } from '../schema/edtf.js'
import { bounded, differences, interval, overlapOf } from './alike.js'
import type { Context } from './context.js'
import { conceptsOf, sameTense } from './meant.js'
import { chanceOf } from './regression.js'
import type { Statement } from './statement.js'
import { conceptOfFrame } from './words/concepts.js'
import { contentWords } from './words/content.js'
import { isLight } from './words/frames.js'
import { sameAmount, sameUnit } from './words/numbers.js'
import learned from './words/sameness.json' with { type: 'json' }

/** What a statement speaks of, weighed once: words and names, each by how rare it is in the case. */
interface Profile {
  readonly words: ReadonlyMap<string, number>
  readonly names: ReadonlyMap<string, number>
  /** '#41' */
  readonly figures: ReadonlyMap<string, number>
  readonly nameMass: number
  readonly wordMass: number
}

const profiles = new WeakMap<Context, (s: Statement) => Profile>()
/** What each statement of a case speaks of, weighed by how rare it is there. */
export function profileOf(context: Context): (s: Statement) => Profile {
  let found = profiles.get(context)
  if (!found) profiles.set(context, (found = profiler(context)))
  return found
}

function profiler(context: Context): (s: Statement) => Profile {
  const counts = new Map<string, number>()
  const namesOf = (s: Statement): Set<string> =>
    new Set(s.entities.flatMap((id) => contentWords(context.nameOf(id))))
  const figuresIn = (s: Statement): Set<string> => new Set(s.amounts.map(({ value }) => `#${value}`))
  for (const s of context.statements.values())
    for (const word of [...conceptsOf(s), ...[...namesOf(s)].map((n) => `=${n}`), ...figuresIn(s)])
      counts.set(word, (counts.get(word) ?? 0) + 1)
  const all = Math.max(1, context.statements.size)
  const weight = (word: string): number => Math.log(1 + all / (counts.get(word) ?? 1))
  const known = new Map<Statement, Profile>()
  return (s) => {
    let found = known.get(s)
    if (!found) {
      const words = new Map([...conceptsOf(s)].map((w) => [w, weight(w)] as const))
      const names = new Map([...namesOf(s)].map((w) => [w, weight(`=${w}`)] as const))
      const figures = new Map([...figuresIn(s)].map((w) => [w, weight(w)] as const))
      known.set(s, (found = { words, names, figures, nameMass: sum(names), wordMass: sum(words) }))
    }
    return found
  }
}
const sum = (weights: ReadonlyMap<string, number>): number => [...weights.values()].reduce((n, w) => n + w, 0)
function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let n = 0
  for (const [word, weight] of a) if (b.has(word)) n += weight
  return n
}

/** Of two statements, everything but their sentences' nearness; symmetric. */
export function featuresOf(a: Statement, b: Statement, context: Context): Record<string, number> {
  const profile = profileOf(context)
  const [x, y] = [profile(a), profile(b)]
  const less = Math.min(x.nameMass, y.nameMass)
  const light = isLight(a.frame) || isLight(b.frame)
  const frame = conceptOfFrame(a.frame) === conceptOfFrame(b.frame)
  const [s, t] = [interval(a.time), interval(b.time)]
  const times = s !== null && t !== null && bounded(s) && bounded(t)
  const day = (time: string | null): string => time?.replace(/[?~%]/g, '') ?? ''
  const is = (so: boolean): number => (so ? 1 : 0)
  return {
    words: Math.log1p(common(x.words, y.words)),
    names: less === 0 ? 0 : common(x.names, y.names) / less,
    namesOfOne: is(less === 0 && x.nameMass + y.nameMass > 0),
    figures: Math.log1p(common(x.figures, y.figures)),
    figuresOfOne: is((a.amounts.length === 0) !== (b.amounts.length === 0)),
    figuresDiffer: is(a.amounts.length > 0 && b.amounts.length > 0 && relationOf(a, b) === 'other'),
    day: is(day(a.time).length > 7 && day(a.time) === day(b.time)),
    time: is(times && compatibleTimes(s, t)),
    timeOfOne: is((s === null) !== (t === null)),
    frame: is(frame && !light),
    lightFrame: is(frame && light),
    doer: is(a.doer !== null && a.doer === b.doer),
    patient: is(a.patient !== null && a.patient === b.patient),
    place: is(a.place !== null && a.place === b.place),
    ...sharesOf(x, y),
    ...overlapOf(a, b),
    bothTold: is(a.tellers.some((t) => t.entity !== null && b.tellers.some((u) => u.entity === t.entity))),
    things: thingsOf(b).filter((thing) => thingsOf(a).includes(thing)).length,
    turned: is((a.doer !== null && a.doer === b.patient) || (a.patient !== null && a.patient === b.doer)),
    firmness: Math.abs(a.strength - b.strength),
    heading: is(a.heading || b.heading),
    oneDenies: is(a.polarity !== b.polarity),
    bothDeny: is(a.polarity === 'negative' && b.polarity === 'negative'),
    length: Math.abs(Math.log((a.gist.length + 10) / (b.gist.length + 10))),
  }
}
/** Who and what takes part, each once. */
const thingsOf = (s: Statement): string[] => [
  ...new Set([s.doer, s.patient, ...s.entities].filter((thing) => thing !== null)),
]
function sharesOf(x: Profile, y: Profile): Record<string, number> {
  const [words, names] = [common(x.words, y.words), common(x.names, y.names)]
  const share = (part: number, of: number): number => (of > 0 ? part / of : 0)
  return {
    wordsOfLess: share(words, Math.min(x.wordMass, y.wordMass)),
    wordsOfBoth: share(words, x.wordMass + y.wordMass - words),
    namesInAll: Math.log1p(names),
    namesOfBoth: share(names, x.nameMass + y.nameMass - names),
  }
}

/**
 * Models learned by training/sameness.ts: of a pair by itself, of one that the network for pairs was asked about, and of a pair among
 * the others that it has to be better than.
 */
export type Model = 'first' | 'asked' | 'among'
export const WEIGHTS: Readonly<Record<Model, Readonly<Record<string, number>>>> = learned

/** A logistic regression's logit. */
export function logit(model: Model, features: Readonly<Record<string, number>>): number {
  let z = 0
  for (const [name, weight] of Object.entries(WEIGHTS[model])) z += weight * (features[name] ?? 0)
  return z + WEIGHTS[model]['bias']!
}

/** 0..1; `near` is the cosine of what the two say, `nearAround` that of their whole sentences. */
export const sameBy = (
  features: Readonly<Record<string, number>>,
  near: number,
  nearAround: number,
): number => chanceOf(logit('first', { ...features, near, nearAround }))

/** Whether nothing in the words of two statements of different documents excludes that they say the same. */
export function mayBeSame(a: Statement, b: Statement, context: Context): boolean {
  if (a.document === b.document || !sameTense(a, b)) return false
  if (a.cues.includes('question') !== b.cues.includes('question')) return false
  if (a.cues.includes('addressed') || b.cues.includes('addressed')) return false
  return !areApart(a, b, context) && relationOf(a, b) !== 'apart'
}

/** In what they differ both cannot hold. Who buys and who sells are two doers of one thing; a place that both name divides nobody. */
export const areApart = (a: Statement, b: Statement, context: Pick<Context, 'within' | 'nameOf'>): boolean =>
  differences(a, b, context).some(
    (d) =>
      !(d === 'person' && conceptOfFrame(a.frame) !== conceptOfFrame(b.frame)) &&
      !(d === 'place' && (a.entities.includes(b.place!) || b.entities.includes(a.place!))),
  )

/** 'More than 400' is said of 412, and hardly of 4,000. */
const ROUNDED = 0.1
/** Whether two statements have a figure in common, or figures of one unit and none in common. */
function relationOf(a: Statement, b: Statement): 'common' | 'apart' | 'other' {
  let one = false
  for (const x of a.amounts)
    for (const y of b.amounts) {
      const near = Math.abs(x.value - y.value) <= ROUNDED * Math.max(x.value, y.value)
      if (x.value === y.value || (x.bound !== 'exact' || y.bound !== 'exact' ? near : sameAmount(x, y)))
        return 'common'
      if (sameUnit(x, y) && x.unit !== '') one = true
    }
  return one ? 'apart' : 'other'
}
