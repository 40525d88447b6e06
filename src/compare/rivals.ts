/** How a pair of statements stands among the pairs of its two: what says the same is mostly the nearest of its document. */
import type { Statement } from './statement.js'

export interface Rival {
  readonly a: Statement
  readonly b: Statement
  /** Logit by the pair itself. */
  readonly z: number
}

/** As far behind as a pair counts that has no rival. */
const NONE = -4
const WIDEST = 3

interface Met {
  readonly z: number
  readonly other: Statement
}

/** For each pair, in order: whether it is the best of both its statements, by how much, and how many are likelier in the case. */
export function amongRivals(pairs: readonly Rival[]): Record<string, number>[] {
  const met = new Map<Statement, Met[]>()
  const put = (s: Statement, one: Met): unknown => met.get(s)?.push(one) ?? met.set(s, [one])
  for (const { a, b, z } of pairs) {
    put(a, { z, other: b })
    put(b, { z, other: a })
  }
  const best = new Map<Statement, Map<string, Met[]>>()
  const places = new Map<Statement, Map<Statement, number>>()
  for (const [s, list] of met) {
    list.sort((x, y) => y.z - x.z || (x.other.id < y.other.id ? -1 : 1))
    places.set(s, new Map(list.map(({ other }, i) => [other, i])))
    const tops = new Map<string, Met[]>()
    for (const one of list) {
      const top = tops.get(one.other.document)
      if (!top) tops.set(one.other.document, [one])
      else if (top.length < 2) top.push(one)
    }
    best.set(s, tops)
  }
  const ahead = (s: Statement, other: Statement, z: number): number => {
    const rival = best
      .get(s)!
      .get(other.document)!
      .find((one) => one.other !== other)
    return Math.max(-WIDEST, Math.min(WIDEST, z - (rival?.z ?? NONE)))
  }
  return pairs.map(({ a, b, z }) => {
    const tops = [
      best.get(a)!.get(b.document)![0]!.other === b,
      best.get(b)!.get(a.document)![0]!.other === a,
    ]
    const gaps = [ahead(a, b, z), ahead(b, a, z)]
    const ranks = [places.get(a)!.get(b)!, places.get(b)!.get(a)!]
    return {
      bestOfBoth: tops[0] && tops[1] ? 1 : 0,
      bestOfOne: tops[0] !== tops[1] ? 1 : 0,
      gap: Math.min(...gaps),
      gapOfOne: Math.max(...gaps),
      rank: Math.log1p(Math.min(...ranks)),
      rankOfOther: Math.log1p(Math.max(...ranks)),
    }
  })
}
