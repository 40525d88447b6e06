/** How near two sentences that stand apart lie in meaning: as wholes, and the clauses of what differs. */
import type { Surroundings } from '../context.js'
import { brief } from '../passages/meaning.js'
import type { Difference } from './difference.js'

export interface Nearness {
  readonly whole: number
  readonly clause: number
}

/** For each difference, in order. Every text is embedded once. */
export async function nearnessOf(
  differences: readonly Difference[],
  embed: NonNullable<Surroundings['embed']>,
): Promise<Nearness[]> {
  const wanted = differences.map((d) => ({
    whole: [brief(d.a.passage.evidence.text), brief(d.b.passage.evidence.text)] as const,
    x: brief(d.x.clause),
    ys: d.on === 'whether' ? [...d.said.map(brief), brief(d.y.clause)] : [brief(d.y.clause)],
  }))
  const texts = [...new Set(wanted.flatMap(({ whole, x, ys }) => [...whole, x, ...ys]))].sort()
  const vectors = new Map<string, Float32Array>()
  const found = await embed(texts)
  texts.forEach((text, i) => vectors.set(text, found[i]!))
  const cosine = (a: string, b: string): number => {
    const [x, y] = [vectors.get(a)!, vectors.get(b)!]
    let sum = 0
    for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!
    return sum
  }
  return wanted.map(({ whole, x, ys }) => ({
    whole: cosine(...whole),
    clause: Math.max(...ys.map((y) => cosine(x, y))),
  }))
}
