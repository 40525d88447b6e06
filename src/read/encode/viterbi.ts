/** Best sequence of tags under a linear-chain conditional random field (Lafferty et al. 2001). */

export interface Transitions {
  readonly start: readonly number[]
  /** From row to column. */
  readonly transitions: readonly (readonly number[])[]
}

const FORBIDDEN = -1e4

/** Transitions of BIO tags that allow I-x only after B-x and I-x, and otherwise prefer nothing. */
export function bioTransitions(tags: readonly string[]): Transitions {
  const inside = (tag: string): boolean => tag.startsWith('I-')
  return {
    start: tags.map((tag) => (inside(tag) ? FORBIDDEN : 0)),
    transitions: tags.map((from) =>
      tags.map((to) => (inside(to) && from.slice(2) !== to.slice(2) ? FORBIDDEN : 0)),
    ),
  }
}

/**
 * The best tags of `length` words, given `emissions` with `tags` scores a word from `offset` on.
 */
export function viterbi(
  emissions: Float32Array,
  offset: number,
  length: number,
  { start, transitions }: Transitions,
): number[] {
  const n = start.length
  if (length === 0) return []
  let alpha = Float64Array.from(start, (s, t) => s + emissions[offset + t]!)
  let next = new Float64Array(n)
  const back = new Uint8Array(length * n)
  for (let k = 1; k < length; k++) {
    const at = offset + k * n
    for (let to = 0; to < n; to++) {
      let top = -Infinity
      let origin = 0
      for (let from = 0; from < n; from++) {
        const s = alpha[from]! + transitions[from]![to]!
        if (s > top) [top, origin] = [s, from]
      }
      next[to] = top + emissions[at + to]!
      back[k * n + to] = origin
    }
    ;[alpha, next] = [next, alpha]
  }
  let tag = 0
  for (let t = 1; t < n; t++) if (alpha[t]! > alpha[tag]!) tag = t
  const out = new Array<number>(length)
  for (let k = length - 1; k >= 0; k--) {
    out[k] = tag
    tag = back[k * n + tag]!
  }
  return out
}

/**
 * The best tags among sequences that hold at least one of `wanted`: every tag stands twice, before and after the first of them.
 */
export function viterbiHolding(
  emissions: Float32Array,
  offset: number,
  length: number,
  { start, transitions }: Transitions,
  wanted: ReadonlySet<number>,
): number[] {
  const n = start.length
  const twice = new Float32Array(length * 2 * n)
  for (let k = 0; k < length; k++)
    for (let t = 0; t < n; t++) {
      const score = emissions[offset + k * n + t]!
      twice[k * 2 * n + t] = k === length - 1 ? score + FORBIDDEN : score
      twice[k * 2 * n + n + t] = score
    }
  // Before the first wanted tag only others may stand; it leads over to the second copy, which is never left
  const before = (t: number): number => (wanted.has(t) ? FORBIDDEN : 0)
  const over = (t: number): number => (wanted.has(t) ? 0 : FORBIDDEN)
  const row = (from: readonly number[]): number[] => [
    ...from.map((s, t) => s + before(t)),
    ...from.map((s, t) => s + over(t)),
  ]
  const doubled: Transitions = {
    start: row(start),
    transitions: [
      ...transitions.map(row),
      ...transitions.map((from) => [...from.map(() => FORBIDDEN), ...from]),
    ],
  }
  return viterbi(twice, 0, length, doubled).map((t) => t % n)
}

export interface TaggedRange {
  readonly first: number
  readonly last: number
  readonly label: string
}

/** Ranges of BIO tags; `offset` is added to the positions. */
export function rangesOf(tags: readonly number[], names: readonly string[], offset: number): TaggedRange[] {
  const out: { first: number; last: number; label: string }[] = []
  tags.forEach((tag, k) => {
    const name = names[tag]!
    if (name === 'O') return
    const label = name.slice(2)
    const open = out.at(-1)
    if (name.startsWith('I-') && open && open.last === k + offset && open.label === label) open.last++
    else out.push({ first: k + offset, last: k + offset + 1, label })
  })
  return out
}
