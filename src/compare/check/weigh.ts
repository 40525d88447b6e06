/** The sentences of a case that may carry or contradict one of a draft, each with how likely it does. */
import type { Related } from '../../inference/relate.js'
import type { Context } from '../context.js'
import type { Passage } from '../passages/passage.js'
import { contentWords } from '../words/content.js'
import { deniedTexts } from './denied.js'
import type { Features } from './features.js'
import { featuresOf } from './pair.js'
import type { Ground, Spoken } from './ground.js'
import { scoresOf, type Scores } from './score.js'

export interface Weighed extends Scores {
  readonly spoken: Spoken
  readonly features: Features
}

/** Shorter words of a claim mean too little alone. */
const LEAST_GIST = 25
/** Cosine from which the network for pairs is asked: it takes milliseconds a pair. */
const ASKED = 0.25

/** Vectors of texts, each computed once. */
export type Vectors = (texts: readonly string[]) => Promise<(text: string) => Float32Array | null>

export function vectorsOf({ embed }: Pick<Context, 'embed'>): Vectors {
  const known = new Map<string, Float32Array>()
  return async (texts) => {
    if (!embed) return () => null
    const fresh = [...new Set(texts)].filter((text) => !known.has(text))
    const made = await embed(fresh)
    for (const [i, text] of fresh.entries()) known.set(text, made[i]!)
    return (text) => known.get(text) ?? null
  }
}

/** Sentences of a case, each weighed for a sentence of a draft; in order. `context` is the one whose networks are open. */
export async function weigh(
  d: Spoken,
  passages: readonly Passage[],
  ground: Ground,
  context: Context,
  vectors: Vectors,
): Promise<readonly Weighed[]> {
  const found = passages.map((p) => ground.spoken(p))
  const own = [textOf(d), ...gists(d).filter((gist) => gist.length > LEAST_GIST)]
  const at = await vectors([
    ...own,
    ...found.flatMap((p) => [textOf(p), ...gists(p), ...deniedTexts(p.passage)]),
  ])
  const cosine = (a: string, b: string): number => {
    const [x, y] = [at(a), at(b)]
    return x && y ? dot(x, y) : alike(a, b)
  }
  const nearness = found.map((p) => cosine(own[0]!, textOf(p)))
  const related = await relatedTo(d, found, nearness, context)
  return found.map((p, i) => {
    const near = nearness[i]!
    const nearest = most(own, [textOf(p), ...gists(p)], cosine)
    const deniedNear = Math.max(0, most(own, deniedTexts(p.passage), cosine))
    const { same, differ } = related[i] ?? { same: 0, differ: 0 }
    const features = featuresOf(d, p, { near, nearest, deniedNear, same, differ }, ground)
    return { spoken: p, features, ...scoresOf(features) }
  })
}

const textOf = ({ passage }: Spoken): string => passage.evidence.text
const gists = ({ statements }: Spoken): string[] => statements.map(({ gist }) => gist)

async function relatedTo(
  d: Spoken,
  found: readonly Spoken[],
  nearness: readonly number[],
  { relate }: Context,
): Promise<readonly (Related | undefined)[]> {
  if (!relate) return []
  const plain = (one: Spoken) => ({ text: textOf(one), who: '', when: '' })
  const asked = found.flatMap((p, i) => (nearness[i]! >= ASKED ? [{ p, i }] : []))
  const answers = await relate(asked.map(({ p }) => [plain(d), plain(p)] as const))
  const out = new Array<Related | undefined>(found.length)
  for (const [k, { i }] of asked.entries()) out[i] = answers[k]!
  return out
}

const most = (a: readonly string[], b: readonly string[], of: (x: string, y: string) => number): number =>
  Math.max(-1, ...a.flatMap((x) => b.map((y) => of(x, y))))

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Where there is no encoder: the share of words in common. */
function alike(a: string, b: string): number {
  const [x, y] = [contentWords(a), new Set(contentWords(b))]
  return x.length + y.size === 0 ? 0 : (2 * x.filter((w) => y.has(w)).length) / (x.length + y.size)
}
