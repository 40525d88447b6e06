/** The sentences of a case that may carry or contradict one of a draft, each set beside it. */
import type { Related } from '../../inference/relate.js'
import type { Evidence, Finding } from '../../schema/reading.js'
import type { Context } from '../context.js'
import type { Passage } from '../passages/passage.js'
import { deniedIn } from '../passages/clauses.js'
import { contentWords } from '../words/content.js'
import { deniedTexts } from './denied.js'
import type { Features } from './features.js'
import type { Ground, Spoken } from './ground.js'
import { featuresOf } from './pair.js'
import { touches } from '../places.js'

export interface Met {
  readonly spoken: Spoken
  readonly features: Features
}

export interface Found {
  readonly draft: Spoken
  readonly met: readonly Met[]
  /** By a sentence met: those that findings of the case set against it. */
  readonly opposite: ReadonlyMap<Met, readonly Met[]>
  /** Findings between the draft's sentence and the case, with the sentences on the other side. */
  readonly raised: readonly { readonly score: number; readonly others: readonly Met[]; readonly evidence: readonly Evidence[] }[] // prettier-ignore
}

/** Sentences taken for the words they share, for what they mean, and from findings. */
const MOST_SHARED = 20
const MOST_MEANT = 15
const MOST_REPLIES = 10
const MOST_OPPOSITE = 12
/** Near enough that what findings set against it is looked up. */
const NEAR = 0.45
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

export interface Sought {
  readonly ground: Ground
  /** The one whose networks are open. */
  readonly context: Context
  readonly vectors: Vectors
  /** Sentences that are compared by meaning, whatever words they share. */
  readonly pool: readonly Passage[]
  /** Those of them that deny something or in which somebody speaks of himself. */
  readonly replies: readonly Passage[]
  /** The case's findings, and those between the draft and the case. */
  readonly findings: readonly Finding[]
  readonly contested: readonly Finding[]
}

/** What a case holds that is near a draft's sentence, and what its findings set against that. */
export async function foundFor(draft: Spoken, sought: Sought): Promise<Found> {
  const { ground, findings, contested } = sought
  const shared = ground.nearest(draft, MOST_SHARED)
  const first = await beside(draft, [...new Set([...shared, ...(await meant(draft, sought))])], sought)
  const own = draft.passage.evidence
  const against = new Map(
    first
      .filter(({ features: f }) => f.nearest >= NEAR || f.same >= NEAR)
      .map((m) => [m, sentencesOf(oppositeOf(m.spoken.passage.evidence, findings), ground)] as const),
  )
  const raised = contested.flatMap((finding) => {
    const evidence = oppositeOf(own, [finding]).filter((e) => e.file !== own.file)
    return evidence.length === 0
      ? []
      : [{ score: finding.score, evidence, sentences: sentencesOf(evidence, ground) }]
  })
  const known = new Set(first.map(({ spoken }) => spoken.passage))
  const fresh = [...new Set([...raised.flatMap((r) => r.sentences), ...[...against.values()].flat()])].filter(
    (p) => !known.has(p),
  )
  const second = await beside(draft, fresh.slice(0, MOST_OPPOSITE), sought)
  const met = [...first, ...second]
  const of = new Map(met.map((m) => [m.spoken.passage, m]))
  const metOf = (list: readonly Passage[]): Met[] => list.flatMap((p) => of.get(p) ?? [])
  return {
    draft,
    met,
    opposite: new Map([...against].map(([m, list]) => [m, metOf(list)])),
    raised: raised.map(({ score, evidence, sentences }) => ({ score, evidence, others: metOf(sentences) })),
  }
}

/** Sentences of the pool that come nearest in meaning; none where there is no encoder. */
async function meant(draft: Spoken, { vectors, pool, replies }: Sought): Promise<readonly Passage[]> {
  const at = await vectors([textOf(draft), ...pool.map((p) => p.evidence.text)])
  const own = at(textOf(draft))
  if (!own) return []
  const nearest = (list: readonly Passage[], most: number): readonly Passage[] =>
    list
      .map((p, i) => ({ p, i, near: dot(own, at(p.evidence.text)!) }))
      .sort((a, b) => b.near - a.near || a.i - b.i)
      .slice(0, most)
      .map(({ p }) => p)
  return [...nearest(pool, MOST_MEANT), ...nearest(replies, MOST_REPLIES)]
}

const FIRST_PERSON = /\b(?:I|my|me|we|our|us)\b/
/** It denies something, or somebody speaks of himself in it: an answer shares few words with what it answers. */
export const mayReply = ({ evidence: { text } }: Passage): boolean =>
  FIRST_PERSON.test(text) || deniedIn(text).length > 0

/** Sentences of a case, each set beside a sentence of a draft; in order. */
export async function beside(
  draft: Spoken,
  passages: readonly Passage[],
  { ground, context, vectors }: Pick<Sought, 'ground' | 'context' | 'vectors'>,
): Promise<readonly Met[]> {
  const found = passages.map((p) => ground.spoken(p))
  const own = [textOf(draft), ...gists(draft).filter((gist) => gist.length > LEAST_GIST)]
  const at = await vectors([
    ...own,
    ...found.flatMap((p) => [textOf(p), ...gists(p), ...deniedTexts(p.passage)]),
  ])
  const cosine = (a: string, b: string): number => {
    const [x, y] = [at(a), at(b)]
    return x && y ? dot(x, y) : alike(a, b)
  }
  const nearness = found.map((p) => cosine(own[0]!, textOf(p)))
  const related = await relatedTo(draft, found, nearness, context)
  return found.map((p, i) => {
    const near = nearness[i]!
    const nearest = most(own, [textOf(p), ...gists(p)], cosine)
    const deniedNear = Math.max(0, most(own, deniedTexts(p.passage), cosine))
    const { same, differ } = related[i] ?? { same: 0, differ: 0 }
    return { spoken: p, features: featuresOf(draft, p, { near, nearest, deniedNear, same, differ }, ground) }
  })
}

const textOf = ({ passage }: Spoken): string => passage.evidence.text
const gists = ({ statements }: Spoken): string[] => statements.map(({ gist }) => gist)

async function relatedTo(
  draft: Spoken,
  found: readonly Spoken[],
  nearness: readonly number[],
  { relate }: Context,
): Promise<readonly (Related | undefined)[]> {
  if (!relate) return []
  const plain = (one: Spoken) => ({ text: textOf(one), who: '', when: '' })
  const asked = found.flatMap((p, i) => (nearness[i]! >= ASKED ? [{ p, i }] : []))
  const answers = await relate(asked.map(({ p }) => [plain(draft), plain(p)] as const))
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

/** What two-sided findings set against these words. */
const oppositeOf = (words: Evidence, findings: readonly Finding[]): Evidence[] =>
  findings.flatMap(({ kind, sides }) => {
    if ((kind !== 'contradiction' && kind !== 'disputed') || sides.length !== 2) return []
    const on = sides.map((side) => side.evidence.some((e) => touches(e, words)))
    return on[0] === on[1] ? [] : [...sides[on[0] ? 1 : 0]!.evidence]
  })
const sentencesOf = (evidence: readonly Evidence[], ground: Ground): Passage[] => [
  ...new Set(evidence.flatMap((e) => ground.at(e))),
]
