/** Pairs of statements in whatever words that say the same, by what they share and how near they lie in meaning. */
import { candidatesOf, cosine, MOST_EACH, nearestOf } from './candidates.js'
import type { Context } from './context.js'
import { featuresOf, mayBeSame, sameBy } from './sameness.js'
import type { Pair } from './groups.js'
import type { Statement } from './statement.js'

/** Likely enough to say the same. */
const SAME = 0.55
/** Texts that the encoder sees, at most: the likeliest pairs come first. */
const MOST_TEXTS = 20_000

/** Pairs that wait for their sentences, at most. */
const MOST_PAIRS = 150_000

interface Tried extends Pair {
  readonly features: Readonly<Record<string, number>>
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
    if (before < SAME) return
    known.add(key)
    tried.push({ ...pair, features, before })
    if (tried.length < 2 * MOST_PAIRS) return
    tried = tried.sort(likelier).slice(0, MOST_PAIRS)
    known.clear()
    for (const { a, b } of tried) known.add(`${a.id} ${b.id}`)
  }
  for (const pair of candidatesOf(statements, context)) consider(pair)
  if (few) for (const pair of nearestOf(statements, gists)) consider(pair)
  tried.sort(likelier)
  const texts = new Set<string>()
  const seen = tried.filter(({ a, b }) => {
    const own = [a, b].flatMap((s) => [s.gist, around(s)])
    if (texts.size >= MOST_TEXTS && !own.every((text) => texts.has(text))) return false
    for (const text of own) texts.add(text)
    return true
  })
  const all = [...texts].sort()
  const vectors = await embed(all)
  const at = new Map(all.map((text, i) => [text, vectors[i]!]))
  const near = (x: string, y: string): number => cosine(at.get(x)!, at.get(y)!)
  return seen.flatMap(({ a, b, features }) => {
    const likeness = sameBy(features, near(a.gist, b.gist), near(around(a), around(b)))
    return likeness >= SAME ? [{ a, b, likeness }] : []
  })
}
/** As near as different sentences get that say the same. */
const NEAR = 0.95

function sentencesOf({ cards }: Context): (s: Statement) => string {
  const texts = new Map(
    [...cards.values()].flatMap((card) =>
      (card.passages ?? []).map((p) => [`${p.document} ${p.sentence}`, p.evidence.text] as const),
    ),
  )
  return (s) => texts.get(`${s.document} ${s.sentence}`) ?? s.gist
}
