/** For each statement those that may say the same: they share its rarest words, names, figures and days, or lie near it in meaning. */
import type { Context } from './context.js'
import { profileOf } from './sameness.js'
import type { Pair } from './groups.js'
import type { Statement } from './statement.js'

/** Statements of other documents that each is compared with. */
const MOST = 24
/** Tokens of more statements than this lead to none; fewer where there are very many statements, so that the cost stays near-linear. */
const FULLEST = 300
const LEAST_FULL = 20
const TOKENS = 10
const WORK = 20_000_000

/** Pairs of statements of different documents, in a stable order; one may come twice. */
export function* candidatesOf(statements: readonly Statement[], context: Context): Generator<Pair> {
  const profile = profileOf(context)
  const places = new Map<string, number[]>()
  const tokens = statements.map((s, i) => {
    const { words, names } = profile(s)
    const own = new Map<string, number>([...words, ...[...names].map(([n, w]) => [`=${n}`, w] as const)])
    for (const { value } of s.amounts) if (value > 1) own.set(`#${value}`, 3)
    if (s.time !== null && s.time.length > 7) own.set(`@${s.time.replace(/[?~%]/g, '')}`, 3)
    const rarest = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TOKENS)
    for (const [token] of rarest) {
      const list = places.get(token)
      if (list) list.push(i)
      else places.set(token, [i])
    }
    return rarest
  })
  const fullest = Math.max(
    LEAST_FULL,
    Math.min(FULLEST, Math.floor(WORK / Math.max(1, statements.length * TOKENS))),
  )
  const scores = new Map<number, number>()
  for (const [i, s] of statements.entries()) {
    scores.clear()
    for (const [token, weight] of tokens[i]!) {
      const list = places.get(token)!
      if (list.length <= fullest) for (const j of list) scores.set(j, (scores.get(j) ?? 0) + weight)
    }
    const best = [...scores]
      .filter(([j]) => statements[j]!.document !== s.document)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST)
    for (const [j] of best) yield pairOf(statements, i, j)
  }
}

const pairOf = (statements: readonly Statement[], i: number, j: number): Pair => ({
  a: statements[Math.min(i, j)]!,
  b: statements[Math.max(i, j)]!,
})

const MOST_NEAR = 12
/** Up to this many statements are compared by meaning each with each. */
export const MOST_EACH = 2500

/** Of few statements also those whose vectors lie nearest to one another. */
export function* nearestOf(
  statements: readonly Statement[],
  vectors: readonly Float32Array[],
): Generator<Pair> {
  for (const [i, s] of statements.entries()) {
    const near: { j: number; near: number }[] = []
    for (const [j, other] of statements.entries())
      if (other.document !== s.document) near.push({ j, near: cosine(vectors[i]!, vectors[j]!) })
    near.sort((a, b) => b.near - a.near || a.j - b.j)
    for (const { j } of near.slice(0, MOST_NEAR)) yield pairOf(statements, i, j)
  }
}

/** Of two vectors of length 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
