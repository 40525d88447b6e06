/** What sentences may differ in, and which of the things of two sentences that can differ stand beside the same words. */
import type { Passages } from '../passages/index.js'
import type { Element, Sight } from './sight.js'

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

/** The weight of words together. */
export const weigh = (words: Iterable<string>, { weightOf }: Weights): number => {
  let sum = 0
  for (const w of words) sum += weightOf(w)
  return sum
}
interface Weights {
  readonly weightOf: (concept: string) => number
}
/** How much each concept tells in a case. */
export const weightsOf = (passages: Passages): Weights => ({ weightOf: (w) => passages.conceptWeight(w) })

/** What the words beside two elements share: weight, and share of the less. */
function alignment(x: Element, y: Element, passages: Passages): { sum: number; share: number } {
  const weights = weightsOf(passages)
  const sum = weigh(
    x.beside.filter((w) => y.beside.includes(w)),
    weights,
  )
  const less = Math.min(weigh(x.beside, weights), weigh(y.beside, weights))
  return { sum, share: less === 0 ? 0 : sum / less }
}

/** The pair of elements that are best aligned and differ, unless an equally well aligned one agrees. */
export function best<X extends Element, Y extends Element>(
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
  const rarest = Math.max(
    0,
    ...x.beside.filter((w) => y.beside.includes(w)).map((w) => passages.conceptWeight(w)),
  )
  return { ...found, rarest, agree }
}
