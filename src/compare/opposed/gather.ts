/** Pairs that oppose each other → quarrels: on each side the sentences that say what its side says. */
import type { Passage } from '../passages/passage.js'
import type { Answered, Weighed } from './weigh.js'

/** Pairs less likely than this open no quarrel and join none. */
export const LEAST_PAIR = 0.08
/** Two sentences of one side say the same so likely, or lie so near in meaning. */
const SAME = 0.2
const NEAR = 0.5

export interface Quarrel {
  readonly sides: readonly [ReadonlySet<Passage>, ReadonlySet<Passage>]
  /** The likeliest first. */
  readonly pairs: readonly Weighed[]
}

type Side = Set<Passage>

/**
 * A pair joins the first quarrel of which one sentence stands on a side already, or says the same as one that does, and whose other
 * side the other sentence belongs to or lies near. `all` are the pairs that the network was asked about.
 */
export function gathered(pairs: readonly Weighed[], all: readonly Answered[]): Quarrel[] {
  const beside = new Map<Passage, Map<Passage, Answered>>()
  for (const one of all)
    for (const [p, q] of [
      [one.a, one.b],
      [one.b, one.a],
    ] as const)
      beside.set(p, (beside.get(p) ?? new Map<Passage, Answered>()).set(q, one))
  const belongs = (p: Passage, side: Side): number => {
    if (side.has(p)) return 2
    const known = beside.get(p)
    if (!known) return 0
    let best = 0
    for (const [q, { answer, near }] of known)
      if (side.has(q)) best = Math.max(best, answer.same >= SAME ? 1.5 : near >= NEAR ? 1 : 0)
    return best
  }
  const quarrels: { sides: [Side, Side]; pairs: Weighed[] }[] = []
  const of = new Map<Passage, Set<number>>()
  const put = (p: Passage, n: number): unknown => of.get(p)?.add(n) ?? of.set(p, new Set([n]))
  const order = pairs
    .filter(({ chance }) => chance >= LEAST_PAIR)
    .map((pair, i) => ({ pair, i }))
    .sort((x, y) => y.pair.chance - x.pair.chance || x.i - y.i)
  for (const { pair } of order) {
    const { a, b } = pair
    const around = [a, b, ...(beside.get(a)?.keys() ?? []), ...(beside.get(b)?.keys() ?? [])]
    const known = [...new Set(around.flatMap((p) => [...(of.get(p) ?? [])]))].sort((x, y) => x - y)
    let joined = false
    for (const n of known) {
      const { sides, pairs: own } = quarrels[n]!
      const turn = [
        [a, b],
        [b, a],
      ].find(([x, y]) => {
        const [one, other] = [belongs(x!, sides[0]), belongs(y!, sides[1])]
        return one > 0 && other > 0 && one + other >= 3
      })
      if (!turn) continue
      sides[0].add(turn[0]!)
      sides[1].add(turn[1]!)
      own.push(pair)
      for (const p of turn) put(p, n)
      joined = true
      break
    }
    if (joined) continue
    quarrels.push({ sides: [new Set([a]), new Set([b])], pairs: [pair] })
    for (const p of [a, b]) put(p, quarrels.length - 1)
  }
  return quarrels
}
