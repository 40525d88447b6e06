/** From scores of arcs to one tree a sentence: the best governor of each word, mended where that leaves a cycle or two roots. */

/** Score of `governor` (a word, or -1 for the root) over `word`, both counted within the sentence. */
export type ArcScore = (word: number, governor: number) => number

/**
 * Governors of the `size` words of a sentence, -1 for the one root, whatever the scores. Each word takes its best governor;
 * the best root stays root, and each cycle is opened where that costs least, which differs from the maximum spanning tree
 * (McDonald et al. 2005) only in rare nested cycles.
 */
export function treeOf(size: number, score: ArcScore): number[] {
  if (size === 0) return []
  let root = 0
  for (let k = 1; k < size; k++) if (score(k, -1) > score(root, -1)) root = k
  const all = new Uint8Array(size)
  const heads = Array.from({ length: size }, (_, k) => (k === root ? -1 : bestOutside(all, k, score)))
  for (let cycle = cycleOf(heads); cycle; cycle = cycleOf(heads)) open(cycle, heads, score)
  return heads
}

/** Gives one word of the cycle a governor that does not hang from the cycle; the root is always such a one. */
function open(cycle: readonly number[], heads: number[], score: ArcScore): void {
  const below = hangingFrom(cycle, heads)
  let [word, head, cost] = [-1, -1, Infinity]
  for (const k of cycle) {
    const other = bestOutside(below, k, score)
    const loss = score(k, heads[k]!) - score(k, other)
    if (word < 0 || loss < cost) [word, head, cost] = [k, other, loss]
  }
  heads[word] = head
}

/** The best governor of `word` among the other words that are not in `excluded`. */
function bestOutside(excluded: Uint8Array, word: number, score: ArcScore): number {
  let at = -1
  let top = -Infinity
  for (let h = 0; h < excluded.length; h++) {
    if (h === word || excluded[h]) continue
    const s = score(word, h)
    if (at < 0 || s > top) [at, top] = [h, s]
  }
  return at
}

/** 1 for the words of the cycle and all that hang from them. */
function hangingFrom(cycle: readonly number[], heads: readonly number[]): Uint8Array {
  const children = heads.map((): number[] => [])
  heads.forEach((head, k) => children[head]?.push(k))
  const below = new Uint8Array(heads.length)
  const open = [...cycle]
  for (let k = open.pop(); k !== undefined; k = open.pop()) {
    if (below[k]) continue
    below[k] = 1
    open.push(...children[k]!)
  }
  return below
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
