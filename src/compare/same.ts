/** Pairs of statements in whatever words that say the same, by what they share, how near they lie in meaning, and what else they might mean. */
import { candidatesOf, cosine, MOST_EACH, nearestOf } from './candidates.js'
import type { Context } from './context.js'
import { amongRivals } from './rivals.js'
import { chanceOf, logOdds } from './regression.js'
import { featuresOf, logit, mayBeSame, sameBy } from './sameness.js'
import { pairsOf, type Pair } from './groups.js'
import type { Passage } from './passages/passage.js'
import { saidOf } from './passages/said.js'
import type { Statement } from './statement.js'

/** Likely enough to say the same. */
const SAME = 0.4
/** Likely enough to be weighed, if their sentences lie near each other. */
const WEIGHED = 0.3
/** Texts that the encoder sees, at most: the likeliest pairs come first. */
const MOST_TEXTS = 20_000
/** Pairs that wait for their sentences, at most. */
const MOST_PAIRS = 150_000

export interface Near extends Pair {
  readonly features: Readonly<Record<string, number>>
}
interface Tried extends Near {
  /** How likely they are one if their sentences lie near each other. */
  readonly before: number
}
const likelier = (x: Tried, y: Tried): number =>
  y.before - x.before || order(x.a.id, y.a.id) || order(x.b.id, y.b.id)
const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

export interface Alike extends Pair {
  /** 0..1 */
  readonly likeness: number
}

/** None where there is no encoder. Deterministic in the statements' order. */
export async function sameOf(statements: readonly Statement[], context: Context): Promise<Alike[]> {
  return among(await askedOf(await nearOf(statements, context), context)).flatMap(({ a, b, features }) => {
    const likeness = chanceOf(logit('among', features))
    return likeness >= SAME ? [{ a, b, likeness }] : []
  })
}

/** The pairs with how each stands among the others. */
export function among(
  pairs: readonly Near[],
  alone = (features: Near['features']): number => logit('asked', features),
): readonly Near[] {
  const weighed = pairs.map((pair) => ({ ...pair, z: alone(pair.features) }))
  const ranks = amongRivals(weighed)
  return weighed.map(({ a, b, features }, i) => ({ a, b, features: { ...features, ...ranks[i] } }))
}

/** Pairs that may say the same, with what they share and how near they lie; none where there is no encoder. */
export async function nearOf(statements: readonly Statement[], context: Context): Promise<readonly Near[]> {
  const { embed } = context
  if (!embed || statements.length < 2) return []
  const around = sentencesOf(context)
  const few = statements.length <= MOST_EACH
  const gists = few ? await embed(statements.map((s) => s.gist)) : []
  let tried: Tried[] = []
  const known = new Set<string>()
  const consider = (pair: Pair): void => {
    const key = `${pair.a.id} ${pair.b.id}`
    if (known.has(key) || !mayBeSame(pair.a, pair.b, context)) return
    const features = featuresOf(pair.a, pair.b, context)
    const before = sameBy(features, NEAR, NEAR)
    if (before < WEIGHED) return
    known.add(key)
    tried.push({ ...pair, features, before })
    if (tried.length < 2 * MOST_PAIRS) return
    tried = tried.sort(likelier).slice(0, MOST_PAIRS)
    known.clear()
    for (const { a, b } of tried) known.add(`${a.id} ${b.id}`)
  }
  for (const pair of candidatesOf(statements, context)) consider(pair)
  for (const pair of few ? nearestOf(statements, gists) : []) consider(pair)
  for (const pair of few ? pairsOf(statements) : []) consider(pair)
  tried.sort(likelier)
  const textsOf = (s: Statement): string[] => [s.gist, around(s), s.evidence.text]
  const texts = new Set<string>()
  const seen = tried.filter(({ a, b }) => {
    const own = [...textsOf(a), ...textsOf(b)]
    if (texts.size >= MOST_TEXTS && !own.every((text) => texts.has(text))) return false
    for (const text of own) texts.add(text)
    return true
  })
  const all = [...texts].sort()
  const vectors = await embed(all)
  const at = new Map(all.map((text, i) => [text, vectors[i]!]))
  const near = (x: string, y: string): number => cosine(at.get(x)!, at.get(y)!)
  return seen.map(({ a, b, features }) => ({
    a,
    b,
    features: {
      ...features,
      near: near(a.gist, b.gist),
      nearAround: near(around(a), around(b)),
      nearWords: near(a.evidence.text, b.evidence.text),
      nearOther: Math.max(near(a.gist, around(b)), near(around(a), b.gist)),
    },
  }))
}
/** What the network for pairs says of the sentences of those that are likeliest to say the same; nothing where there is none. */
export async function askedOf(pairs: readonly Near[], context: Context): Promise<readonly Near[]> {
  const { relate } = context
  if (!relate) return pairs
  const most = mostAsked(context.cards.size)
  const passageOf = passagesIn(context)
  const keyOf = ({ a, b }: Pair): string => `${a.document} ${a.sentence} ${b.document} ${b.sentence}`
  const worth = pairs
    .map((pair) => ({ pair, at: logit('first', pair.features) }))
    .filter(({ at }) => at >= WORTH_ASKING)
    .sort((x, y) => y.at - x.at || order(x.pair.a.id, y.pair.a.id) || order(x.pair.b.id, y.pair.b.id))
  const asked = new Map<string, readonly [Passage, Passage]>()
  for (const { pair } of worth) {
    const [a, b] = [passageOf(pair.a), passageOf(pair.b)]
    if (asked.size < most && a && b) asked.set(keyOf(pair), [a, b])
  }
  const answers = await relate([...asked.values()].map(([a, b]) => [saidOf(a, context), saidOf(b, context)]))
  const answerOf = new Map([...asked.keys()].map((key, i) => [key, answers[i]!] as const))
  return pairs.map((pair) => {
    const answer = answerOf.get(keyOf(pair))
    if (!answer) return pair
    const { same, differ } = answer
    return {
      ...pair,
      features: {
        ...pair.features,
        asked: 1,
        toldSame: logOdds(same, HELD_OFF),
        toldDiffer: logOdds(differ, HELD_OFF),
        surelySame: same,
      },
    }
  })
}
/** Pairs of sentences of a case that the network is asked about, at most. */
const mostAsked = (documents: number): number => Math.min(4_000, Math.max(1_500, 3 * documents))
/** How far the network's chances are held off from 0 and 1. */
const HELD_OFF = 0.01
/** Log odds of a pair that is worth asking about. */
const WORTH_ASKING = -3.5

function passagesIn({ cards }: Context): (s: Statement) => Passage | undefined {
  const all = new Map(
    [...cards.values()].flatMap((card) =>
      (card.passages ?? []).map((p) => [`${p.document} ${p.sentence}`, p] as const),
    ),
  )
  return (s) => all.get(`${s.document} ${s.sentence}`)
}

/** As near as different sentences get that say the same. */
const NEAR = 0.95

function sentencesOf(context: Context): (s: Statement) => string {
  const passageOf = passagesIn(context)
  return (s) => passageOf(s)?.evidence.text ?? s.gist
}
