/** Which profiles are one: judgements first, then confident pairs, then bare surnames where only one bearer is possible. */
import type { Reason } from '../schema/case.js'
import { createClusters, type Clusters } from './clusters.js'
import { MAYBE, ONLY, SAME, weigh } from './features.js'
import type { Decision } from './judged.js'
import { blocksOf, pairsOf, type Pairs } from './pairs.js'
import { rankOf, type Profile } from './profile.js'
import { mayBeOneKind } from './features/types.js'
import { joinStrays } from './strays.js'

export interface Edge {
  readonly a: number
  readonly b: number
  readonly score: number
  /** What all evidence but their names says, in nats. */
  readonly besides: number
  readonly reasons: readonly Reason[]
}

export interface Judged {
  /** Each cluster's profiles. */
  readonly clusters: Clusters
  /** Pairs of different clusters that may be one: the best edge of each. */
  readonly doubtful: readonly Edge[]
  readonly cut: Pairs['cut']
}

/** Firms and places have fewer namesakes than persons have. */
const SAME_THING = 0.75
/** By how much one bearer of a surname must be likelier than the next, in nats. */
const AHEAD = 0.5
/** And how likely he must be in the first place. */
const CLEAR = 0.8
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
  const { pairs, cut } = pairsOf(profiles, blocksOf(profiles))
  const edges: Edge[] = []
  for (const [a, b] of pairs) {
    const { forbidden, ...weighed } = weigh(profiles[a]!, profiles[b]!)
    if (!forbidden && weighed.score >= MAYBE) edges.push({ a, b, ...weighed })
  }
  edges.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  const ofOneKind = (e: Edge): boolean => profiles[e.a]!.family === profiles[e.b]!.family
  const isOfPersons = (e: Edge): boolean => [e.a, e.b].every((i) => profiles[i]!.family === 'person')
  const isPartial = (i: number): boolean => profiles[i]!.partial
  const [bare, whole] = [
    edges.filter((e) => isPartial(e.a) || isPartial(e.b)),
    edges.filter((e) => !isPartial(e.a) && !isPartial(e.b)),
  ]
  for (const e of whole) if (e.score >= (isOfPersons(e) ? SAME : SAME_THING)) clusters.join(e.a, e.b)
  attach(
    // Two spellings that only one bearer each has, and something beside the names speaks for one.
    whole.filter(
      (e) => ofOneKind(e) && e.score < SAME && isSpelling(e) && profiles[e.a]!.family === 'person',
    ),
    clusters,
    (e) => [e.a, e.b],
  )
  // Who took up a short name in the first round may be the only bearer of a shorter one in the next.
  const toBearers = bare.filter(ofOneKind)
  const ofPersons = toBearers.filter((e) => profiles[e.a]!.family === 'person')
  /** Of which a person bears more: no firm's. */
  const taken = new Set(
    ofPersons.flatMap((e) => (isPartial(e.a) === isPartial(e.b) ? [] : isPartial(e.a) ? e.a : e.b)),
  )
  for (const rank of [2, 1, 0])
    attach(toBearers, clusters, ({ a, b }) => {
      const [x, y] = [rankOf(profiles[a]!), rankOf(profiles[b]!)]
      return x === rank && y > rank ? [a] : y === rank && x > rank ? [b] : []
    })
  attach(
    edges.filter((e) => {
      const short = shorter(profiles, e)
      return short !== null && !taken.has(short)
    }),
    clusters,
    (e) => [shorter(profiles, e)!],
  )
  for (const e of bare)
    if (e.score >= CLEAR && rankOf(profiles[e.a]!) === rankOf(profiles[e.b]!)) clusters.join(e.a, e.b)
  joinStrays(bare, profiles, clusters)
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

/** Which of two organisations, or of what may be one, has the name that may be short for the other's. */
function shorter(profiles: readonly Profile[], { a, b }: Edge): number | null {
  const [x, y] = [profiles[a]!, profiles[b]!]
  const isOrganization = [x, y].some((p) => p.family === 'organization' || p.family === 'thing')
  if (!isOrganization || !mayBeOneKind(x, y)) return null
  const most = (i: number): number => Math.max(...profiles[i]!.names.map((n) => n.words.length))
  return most(a) === most(b) ? null : most(a) < most(b) ? a : b
}

/**
 * Each short name goes to the likeliest bearer if he is likely enough and clearly ahead of the next, or the only one there is.
 * All decide before any is joined.
 */
function attach(edges: readonly Edge[], clusters: Clusters, short: (edge: Edge) => readonly number[]): void {
  const best = new Map<number, Map<number, Edge>>()
  for (const [edge, own] of edges.flatMap((e) => short(e).map((i) => [e, i] as const))) {
    const other = own === edge.a ? edge.b : edge.a
    if (clusters.areParted(own, other) || clusters.find(own) === clusters.find(other)) continue
    const candidates = best.get(own) ?? new Map<number, Edge>()
    const root = clusters.find(other)
    if (!candidates.has(root)) candidates.set(root, edge)
    best.set(own, candidates)
  }
  const chosen = [...best].flatMap(([own, candidates]) => {
    const [first, second] = [...candidates].sort(
      ([, x], [, y]) => y.score - x.score || x.a - y.a || x.b - y.b,
    )
    const isClear =
      second === undefined
        ? first![1].score >= ONLY
        : first![1].score >= CLEAR && nats(first![1]) - nats(second[1]) >= AHEAD
    return isClear ? [{ own, root: first![0], score: first![1].score }] : []
  })
  chosen.sort((x, y) => y.score - x.score || x.own - y.own)
  for (const { own, root } of chosen) clusters.join(own, root)
}

/** What their names alone say of two spellings of one name; less is said of two given names, such as Jan and Jon. */
const SPELT = 0
const isSpelling = (e: Edge): boolean => e.besides > 0 && nats(e) - e.besides >= SPELT

const nats = ({ score }: Edge): number => Math.log(score / (1 - score))

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
