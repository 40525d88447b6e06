/** Clusters of profiles that never hold two which something forbids to be one. */
import { forbiddenBy } from './features.js'
import type { Profile } from './profile.js'

export interface Clusters {
  find(i: number): number
  /** Joins what a person judged the same, whatever else speaks against it. */
  bind(a: number, b: number): void
  /** Keeps the clusters of two apart from now on. */
  part(a: number, b: number): void
  /** True where a judgement keeps the two clusters apart. */
  areParted(a: number, b: number): boolean
  /** Joins two clusters unless a judgement or evidence forbids it; true where they are one afterwards. */
  join(a: number, b: number): boolean
  members(i: number): readonly number[]
}

/** Beyond this many profiles a side, only the most mentioned are checked against each other. */
const MOST_CHECKED = 30

export function createClusters(profiles: readonly Profile[]): Clusters {
  const size = profiles.length
  const root = Int32Array.from({ length: size }, (_, i) => i)
  /** What judgements bound: names that differ are then names of one. */
  const bound = Int32Array.from({ length: size }, (_, i) => i)
  const members = new Map<number, number[]>()
  const parted = new Map<number, Set<number>>()
  const known = new Map<number, ReturnType<typeof forbiddenBy>>()
  const of = (i: number): number[] => members.get(i) ?? [i]
  /** The most mentioned of each cluster. */
  const checked = new Map<number, readonly number[]>()
  const first = (i: number): readonly number[] => checked.get(i) ?? [i]
  const byMentions = (a: number, b: number): number =>
    profiles[b]!.locals.length - profiles[a]!.locals.length || a - b

  const merge = (a: number, b: number): void => {
    const [x, y] = of(a).length >= of(b).length ? [a, b] : [b, a]
    const own = of(x)
    for (const i of of(y)) {
      root[i] = x
      own.push(i)
    }
    members.set(x, own)
    members.delete(y)
    checked.set(x, [...first(x), ...first(y)].sort(byMentions).slice(0, MOST_CHECKED))
    checked.delete(y)
    for (const other of parted.get(y) ?? []) keepApart(x, other)
    for (const other of parted.get(y) ?? []) parted.get(other)!.delete(y)
    parted.delete(y)
  }
  const keepApart = (a: number, b: number): void => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      parted.set(x, (parted.get(x) ?? new Set()).add(y))
  }
  const against = (a: number, b: number): ReturnType<typeof forbiddenBy> => {
    const id = a < b ? a * size + b : b * size + a
    const found = known.get(id) ?? forbiddenBy(profiles[a]!, profiles[b]!)
    known.set(id, found)
    return found
  }
  /** Groups of a cluster's profiles that judgements made one. */
  const groups = (i: number): number[][] => {
    const map = new Map<number, number[]>()
    for (const p of first(i)) map.set(bound[p]!, [...(map.get(bound[p]!) ?? []), p])
    return [...map.values()]
  }
  /** Has two names, or one of three words and more, of which others bear two each. */
  const isFuller = (i: number): boolean =>
    profiles[i]!.names.length > 1 || profiles[i]!.names[0]!.words.filter((w) => !w.initial).length > 2
  const forbidden = (a: number, b: number): boolean => {
    const [own, others] = [groups(a), groups(b)]
    const whole = [...own, ...others].flat().filter((i) => !profiles[i]!.partial)
    /** Names that differ are names of one where a text gives both, or where one is short for a spelling that the other is too. */
    const two = (p: number, q: number): boolean => {
      const by = against(p, q)
      if (by !== 'names') return by === 'more'
      const short = profiles[p]!.partial || profiles[q]!.partial
      return !whole.some(
        (i) => (short || isFuller(i)) && against(i, p) === 'nothing' && against(i, q) === 'nothing',
      )
    }
    return own.some((x) => others.some((y) => x.every((p) => y.every((q) => two(p, q)))))
  }
  return {
    find: (i) => root[i]!,
    members: (i) => of(root[i]!),
    areParted: (a, b) => parted.get(root[a]!)?.has(root[b]!) ?? false,
    part(a, b) {
      if (root[a] !== root[b]) keepApart(root[a]!, root[b]!)
    },
    bind(a, b) {
      const [from, to] = [bound[a]!, bound[b]!]
      for (let i = 0; from !== to && i < size; i++) if (bound[i] === from) bound[i] = to
      if (root[a] !== root[b]) merge(root[a]!, root[b]!)
    },
    join(a, b) {
      const [x, y] = [root[a]!, root[b]!]
      if (x === y) return true
      if (parted.get(x)?.has(y) || forbidden(x, y)) return false
      merge(x, y)
      return true
    },
  }
}
