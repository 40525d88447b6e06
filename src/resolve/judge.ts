/** Which profiles are one: judgements first, then confident pairs, then bare surnames where only one bearer is possible. */
import type { Reason } from '../schema/case.js'
import { createClusters, type Clusters } from './clusters.js'
import { MAYBE, SAME, weigh } from './features.js'
import type { Decision } from './judged.js'
import { pairsOf, type Pairs } from './pairs.js'
import type { Profile } from './profile.js'

export interface Edge {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly reasons: readonly Reason[]
}

export interface Judged {
  /** Each cluster's profiles. */
  readonly clusters: Clusters
  /** Pairs of different clusters that may be one: the best edge of each. */
  readonly doubtful: readonly Edge[]
  readonly cut: Pairs['cut']
}

/** By how much one bearer of a surname must be likelier than the next. */
const AHEAD = 0.15
/** A surname in doubt between more bearers than this is not asked about pair by pair. */
const MOST_DOUBTS = 5

/** `profiles` must be in the order of `order`; `at` gives the profile of a local key. */
export function judge(
  profiles: readonly Profile[],
  decisions: readonly Decision[],
  at: (key: string) => number | undefined,
): Judged {
  const clusters = createClusters(profiles)
  applyDecisions(clusters, decisions, at)
  const { pairs, cut } = pairsOf(profiles)
  const edges: Edge[] = []
  for (const [a, b] of pairs) {
    const { score, reasons, forbidden } = weigh(profiles[a]!, profiles[b]!)
    if (!forbidden && score >= MAYBE) edges.push({ a, b, score, reasons })
  }
  edges.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  const isPartial = (i: number): boolean => profiles[i]!.partial
  for (const { a, b, score } of edges)
    if (score >= SAME && !isPartial(a) && !isPartial(b)) clusters.join(a, b)
  attachPartial(
    edges.filter(({ a, b }) => isPartial(a) !== isPartial(b)),
    clusters,
    isPartial,
  )
  for (const { a, b, score } of edges) if (score >= SAME && isPartial(a) && isPartial(b)) clusters.join(a, b)
  return { clusters, doubtful: doubts(edges, clusters), cut }
}

/** Newest first: an older one that contradicts those before it does not count. */
function applyDecisions(
  clusters: Clusters,
  decisions: readonly Decision[],
  at: (key: string) => number | undefined,
): void {
  for (const { left, right, same } of decisions) {
    const [a, b] = [at(left), at(right)]
    if (a === undefined || b === undefined) continue
    if (!same) clusters.part(a, b)
    else if (!clusters.areParted(a, b)) clusters.bind(a, b)
  }
}

/** Each bare surname goes to the likeliest bearer if he is likely enough and clearly ahead of the next; all decide before any is joined. */
function attachPartial(edges: readonly Edge[], clusters: Clusters, isPartial: (i: number) => boolean): void {
  const best = new Map<number, Map<number, Edge>>()
  for (const edge of edges) {
    const [own, other] = isPartial(edge.a) ? [edge.a, edge.b] : [edge.b, edge.a]
    if (clusters.areParted(own, other)) continue
    const candidates = best.get(own) ?? new Map<number, Edge>()
    const root = clusters.find(other)
    if (!candidates.has(root)) candidates.set(root, edge)
    best.set(own, candidates)
  }
  const chosen = [...best].flatMap(([own, candidates]) => {
    const [first, second] = [...candidates].sort(([, x], [, y]) => y.score - x.score)
    const clear =
      first![1].score >= SAME && (second === undefined || second[1].score <= first![1].score - AHEAD)
    return clear ? [{ own, root: first![0], score: first![1].score }] : []
  })
  chosen.sort((x, y) => y.score - x.score || x.own - y.own)
  for (const { own, root } of chosen) clusters.join(own, root)
}

function doubts(edges: readonly Edge[], clusters: Clusters): Edge[] {
  const seen = new Set<string>()
  const asked = new Map<number, number>()
  return edges.filter(({ a, b }) => {
    const [x, y] = [clusters.find(a), clusters.find(b)]
    const pair = x < y ? `${x} ${y}` : `${y} ${x}`
    if (x === y || clusters.areParted(a, b) || seen.has(pair)) return false
    seen.add(pair)
    const most = Math.max(asked.get(x) ?? 0, asked.get(y) ?? 0)
    if (most >= 4 * MOST_DOUBTS || Math.min(asked.get(x) ?? 0, asked.get(y) ?? 0) >= MOST_DOUBTS) return false
    for (const i of [x, y]) asked.set(i, (asked.get(i) ?? 0) + 1)
    return true
  })
}
