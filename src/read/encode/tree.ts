/** From scores of arcs to one tree a sentence: the best governor of each word, mended where that leaves a cycle or two roots. */

/** Score of `governor` (a word, or -1 for the root) over `word`, both counted within the sentence. */
export type ArcScore = (word: number, governor: number) => number

/**
 * Governors of the `size` words of a sentence, -1 for the one root. Each word takes its best governor; the best root
 * stays root, and each cycle is opened where that costs least, which differs from the maximum spanning tree
 * (McDonald et al. 2005) only in rare nested cycles.
 */
export function treeOf(size: number, score: ArcScore): number[] {
  if (size === 0) return []
  let root = 0
  for (let k = 1; k < size; k++) if (score(k, -1) > score(root, -1)) root = k
  const heads = Array.from({ length: size }, (_, k) => (k === root ? -1 : best(k, size, score, () => true)))
  for (let cycle = cycleOf(heads); cycle; cycle = cycleOf(heads)) {
    const inside = new Set(cycle)
    let [word, head, cost] = [-1, -1, Infinity]
    for (const k of cycle) {
      const other = best(k, size, score, (h) => !inside.has(h))
      const loss = score(k, heads[k]!) - score(k, other)
      if (loss < cost) [word, head, cost] = [k, other, loss]
    }
    // Words outside the cycle may hang from it: only the root's own tree is surely free of it
    heads[word] = leadsInto(heads, head, inside) ? root : head
  }
  return heads
}

function best(word: number, size: number, score: ArcScore, allowed: (head: number) => boolean): number {
  let at = -1
  let top = -Infinity
  for (let h = 0; h < size; h++) {
    if (h === word || !allowed(h)) continue
    const s = score(word, h)
    if (s > top) [at, top] = [h, s]
  }
  return at
}

function leadsInto(heads: readonly number[], from: number, cycle: ReadonlySet<number>): boolean {
  const seen = new Set<number>()
  for (let k = from; k !== -1 && !seen.has(k); k = heads[k]!) {
    if (cycle.has(k)) return true
    seen.add(k)
  }
  return false
}

/** The words of one cycle, null where there is none. */
function cycleOf(heads: readonly number[]): number[] | null {
  const state = new Uint8Array(heads.length)
  for (let start = 0; start < heads.length; start++) {
    const path: number[] = []
    let k = start
    while (k !== -1 && state[k] === 0) {
      state[k] = 1
      path.push(k)
      k = heads[k]!
    }
    if (k !== -1 && state[k] === 1) return path.slice(path.indexOf(k))
    for (const p of path) state[p] = 2
  }
  return null
}
