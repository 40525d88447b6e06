/** Pairs of sentences of two documents that are near in meaning, found by rare words, so that the cost does not grow with the case. */
import type { Passages } from '../passages/index.js'
import { brief, nearOf } from '../passages/meaning.js'
import type { Passage } from '../passages/passage.js'
import { isLater } from '../statement.js'

/** Cosine from which two sentences may speak of one matter. */
const NEAR = 0.45
/** Partners of one sentence, and pairs of a case: the nearest. */
const MOST_OF_SENTENCE = 12
const MOST = 500
const LEAST_WORDS = 3

export interface Candidate {
  readonly earlier: Passage
  readonly later: Passage
  /** Cosine. */
  readonly near: number
}
export interface Candidates {
  /** The nearest first. */
  readonly pairs: readonly Candidate[]
  /** How near the nearest sentence of each other document lies, the nearest first. */
  readonly nearest: ReadonlyMap<Passage, readonly number[]>
}

/** None where there is no encoder. */
export async function candidatesIn(passages: Passages): Promise<Candidates> {
  const { context, cardOf } = passages
  const nearest = new Map<Passage, readonly number[]>()
  if (!context.embed) return { pairs: [], nearest }
  const all = passages.all.filter(says)
  const own = new Set(all)
  const near = await nearOf(all.map(textOf), context)
  const found = new Map<string, Candidate>()
  for (const a of all) {
    const around = passages
      .sharing([...a.words, ...a.names])
      .filter((b) => b.document !== a.document && own.has(b))
      .map((b) => ({ b, near: near(textOf(a), textOf(b)) ?? 0 }))
      .sort((x, y) => y.near - x.near || byPlace(x.b, y.b))
    const best = new Map<string, number>()
    for (const { b, near } of around) if (!best.has(b.document)) best.set(b.document, near)
    nearest.set(a, [...best.values()])
    for (const { b, near } of around.slice(0, MOST_OF_SENTENCE)) {
      if (near < NEAR) break
      const [earlier, later] = isLater(cardOf(a), cardOf(b)) || (!isLater(cardOf(b), cardOf(a)) && byPlace(a, b) > 0) ? [b, a] : [a, b] // prettier-ignore
      found.set(`${placeOf(earlier)} ${placeOf(later)}`, { earlier, later, near })
    }
  }
  const pairs = [...found.values()].sort(
    (x, y) => y.near - x.near || byPlace(x.earlier, y.earlier) || byPlace(x.later, y.later),
  )
  return { pairs: pairs.slice(0, MOST), nearest }
}

const textOf = (p: Passage): string => brief(p.evidence.text)
const placeOf = (p: Passage): string => `${p.document} ${p.sentence}`
const byPlace = (a: Passage, b: Passage): number =>
  a.document < b.document ? -1 : a.document > b.document ? 1 : a.sentence - b.sentence

/** Neither a question nor a heading. */
const says = ({ evidence: { text } }: Passage): boolean =>
  !/\?["”’']?\s*$/.test(text) && (text.match(/(?<!\p{L})\p{Ll}+/gu)?.length ?? 0) >= LEAST_WORDS
