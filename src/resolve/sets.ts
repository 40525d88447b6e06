/** Disjoint sets of numbers 0..n-1, by union-find; the smallest number names its set. */
export interface Sets {
  find(i: number): number
  join(a: number, b: number): void
  /** Each set's numbers, ascending; sets in order of their smallest. */
  groups(): number[][]
}

export function createSets(size: number): Sets {
  const parent = Int32Array.from({ length: size }, (_, i) => i)
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  return {
    find,
    join(a, b) {
      const [x, y] = [find(a), find(b)]
      if (x < y) parent[y] = x
      else if (y < x) parent[x] = y
    },
    groups() {
      const groups = new Map<number, number[]>()
      for (let i = 0; i < size; i++) {
        const root = find(i)
        const group = groups.get(root)
        if (group) group.push(i)
        else groups.set(root, [i])
      }
      return [...groups.values()]
    },
  }
}
