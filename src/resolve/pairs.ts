/** Profiles that share a block, as pairs to compare. Grows with the number of profiles, not with its square. */
import { keysOf } from './blocks.js'
import { mayBeOneKind } from './features/types.js'
import { rankOf, type Profile } from './profile.js'

/** All pairs of a block up to this size; in a fuller one only the most mentioned are compared with the rest. */
const FULL = 40
const HUBS = 12

export interface Pairs {
  readonly pairs: readonly (readonly [number, number])[]
  /** Blocks that were too full to compare all their pairs. */
  readonly cut: readonly { readonly key: string; readonly size: number }[]
}

export type Blocks = ReadonlyMap<string, readonly number[]>

/** Which profiles have each key. */
export function blocksOf(profiles: readonly Profile[]): Blocks {
  const blocks = new Map<string, number[]>()
  profiles.forEach((profile, i) => {
    for (const key of keysOf(profile.names)) {
      const block = blocks.get(key)
      if (block) block.push(i)
      else blocks.set(key, [i])
    }
  })
  return blocks
}

/** The pairs of all blocks, or only those that have one of `touching`. */
export function pairsOf(
  profiles: readonly Profile[],
  blocks: Blocks,
  touching?: (i: number) => boolean,
): Pairs {
  const foreign = profiles.map((p) => p.names.some((n) => n.words.some((w) => w.script !== 'latin')))
  const seen = new Set<number>()
  const pairs: [number, number][] = []
  const cut: { key: string; size: number }[] = []
  const add = (key: string, a: number, b: number): void => {
    const [x, y] = a < b ? [a, b] : [b, a]
    const id = x * profiles.length + y
    if (
      x === y ||
      (touching && !touching(x) && !touching(y)) ||
      seen.has(id) ||
      !mayPair(key, profiles[x]!, profiles[y]!)
    )
      return
    seen.add(id)
    pairs.push([x, y])
  }
  for (const [key, block] of blocks) {
    if (block.length < 2) continue
    const own = touching ? block.filter(touching) : block
    if (own.length === 0) continue
    if (/^[wp]:x/.test(key)) {
      // Consonants alone are for other scripts; Latin words find each other by their sounds.
      const others = block.filter((i) => foreign[i])
      if (others.length > FULL) cut.push({ key, size: block.length })
      for (const a of others.slice(0, FULL)) for (const b of block.slice(0, FULL * FULL)) add(key, a, b)
      continue
    }
    if (touching && own.length <= FULL && block.length <= FULL * FULL) {
      for (const a of own) for (const b of block) add(key, a, b)
      continue
    }
    if (block.length <= FULL) {
      block.forEach((a, n) => {
        for (let m = n + 1; m < block.length; m++) add(key, a, block[m]!)
      })
      continue
    }
    cut.push({ key, size: block.length })
    const hubs = block
      .filter((i) => !profiles[i]!.partial)
      .sort(
        (a, b) =>
          profiles[b]!.locals.length - profiles[a]!.locals.length || order(profiles[a]!, profiles[b]!),
      )
      .slice(0, HUBS)
    for (const hub of hubs) for (const other of block) add(key, hub, other)
  }
  return { pairs, cut }
}

/** By the smallest local key: the same whatever order documents came in. */
export const order = (a: Profile, b: Profile): number => (firstKey(a) < firstKey(b) ? -1 : 1)

const FIRST = new WeakMap<Profile, string>()
function firstKey(profile: Profile): string {
  const known = FIRST.get(profile)
  if (known !== undefined) return known
  const first = profile.locals.reduce((least, l) => (l.key < least ? l.key : least), profile.locals[0]!.key)
  FIRST.set(profile, first)
  return first
}

/** One word in common makes a pair of persons only where one of them has no more; two bare surnames tell something of each other only where they are equal. */
function mayPair(key: string, a: Profile, b: Profile): boolean {
  if (a.family !== 'person' || b.family !== 'person') return key.startsWith('f:') || mayBeOneKind(a, b)
  if (key.startsWith('w:')) return rankOf(a) !== rankOf(b)
  return key.startsWith('f:') || !(a.partial && b.partial && a.names.every((n) => n.words.length === 1))
}
