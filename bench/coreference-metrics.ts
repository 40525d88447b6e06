/** The CoNLL-2012 coreference score (Pradhan et al. 2014): the mean F1 of MUC, B³ and CEAF-e. Mentions are compared as strings. */

type Clusters = readonly (readonly string[])[]

interface Ratio {
  num: number
  den: number
}
interface Both {
  readonly recall: Ratio
  readonly precision: Ratio
}

/** Adds up documents; `f1` is the CoNLL score in percent. */
export class CorefScore {
  private readonly muc: Both = zero()
  private readonly b3: Both = zero()
  private readonly ceaf: Both = zero()

  add(gold: Clusters, ours: Clusters): void {
    addRatio(this.muc.recall, muc(gold, ours))
    addRatio(this.muc.precision, muc(ours, gold))
    addRatio(this.b3.recall, b3(gold, ours))
    addRatio(this.b3.precision, b3(ours, gold))
    const similarity = ceafe(gold, ours)
    addRatio(this.ceaf.recall, { num: similarity, den: gold.length })
    addRatio(this.ceaf.precision, { num: similarity, den: ours.length })
  }
  get parts(): { muc: number; b3: number; ceafe: number } {
    return { muc: f1(this.muc), b3: f1(this.b3), ceafe: f1(this.ceaf) }
  }
  get f1(): number {
    return (f1(this.muc) + f1(this.b3) + f1(this.ceaf)) / 3
  }
}

const zero = (): Both => ({ recall: { num: 0, den: 0 }, precision: { num: 0, den: 0 } })
function addRatio(to: Ratio, { num, den }: Ratio): void {
  to.num += num
  to.den += den
}
function f1({ recall, precision }: Both): number {
  const r = recall.den ? recall.num / recall.den : 0
  const p = precision.den ? precision.num / precision.den : 0
  return r + p ? (200 * r * p) / (r + p) : 0
}
const index = (clusters: Clusters): Map<string, number> =>
  new Map(clusters.flatMap((c, i) => c.map((m): [string, number] => [m, i])))

function muc(key: Clusters, response: Clusters): Ratio {
  const at = index(response)
  let [num, den] = [0, 0]
  for (const cluster of key) {
    const parts = new Set<number>()
    let lone = 0
    for (const m of cluster) {
      const c = at.get(m)
      if (c === undefined) lone++
      else parts.add(c)
    }
    num += cluster.length - parts.size - lone
    den += cluster.length - 1
  }
  return { num, den }
}

function b3(key: Clusters, response: Clusters): Ratio {
  const at = index(response)
  let [num, den] = [0, 0]
  for (const cluster of key) {
    const shared = new Map<number, number>()
    for (const m of cluster) {
      const c = at.get(m)
      if (c !== undefined) shared.set(c, (shared.get(c) ?? 0) + 1)
    }
    for (const n of shared.values()) num += (n * n) / cluster.length
    den += cluster.length
  }
  return { num, den }
}

/** Best one-to-one alignment of clusters by φ4 = 2|K∩R| / (|K|+|R|). */
function ceafe(gold: Clusters, ours: Clusters): number {
  const at = index(ours)
  const phi = gold.map((cluster) => {
    const row = new Map<number, number>()
    for (const m of cluster) {
      const c = at.get(m)
      if (c !== undefined) row.set(c, (row.get(c) ?? 0) + 1)
    }
    return new Map([...row].map(([c, n]) => [c, (2 * n) / (cluster.length + ours[c]!.length)]))
  })
  return assignment(phi, ours.length)
}

/** Greatest sum of a matching in a sparse bipartite graph: the Hungarian method with potentials (Kuhn 1955; Jonker & Volgenant 1987). */
export function assignment(rows: readonly ReadonlyMap<number, number>[], columns: number): number {
  const n = rows.length
  const m = Math.max(columns, n)
  const cost = (i: number, j: number): number => -(rows[i - 1]!.get(j - 1) ?? 0)
  const u = new Float64Array(n + 1)
  const v = new Float64Array(m + 1)
  const match = new Int32Array(m + 1)
  const way = new Int32Array(m + 1)
  for (let i = 1; i <= n; i++) {
    match[0] = i
    let j0 = 0
    const least = new Float64Array(m + 1).fill(Infinity)
    const used = new Uint8Array(m + 1)
    do {
      used[j0] = 1
      const i0 = match[j0]!
      let delta = Infinity
      let j1 = 0
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue
        const current = cost(i0, j) - u[i0]! - v[j]!
        if (current < least[j]!) {
          least[j] = current
          way[j] = j0
        }
        if (least[j]! < delta) {
          delta = least[j]!
          j1 = j
        }
      }
      for (let j = 0; j <= m; j++) {
        if (used[j]) {
          u[match[j]!] = u[match[j]!]! + delta
          v[j] = v[j]! - delta
        } else least[j] = least[j]! - delta
      }
      j0 = j1
    } while (match[j0] !== 0)
    do {
      const j1 = way[j0]!
      match[j0] = match[j1]!
      j0 = j1
    } while (j0)
  }
  let sum = 0
  for (let j = 1; j <= m; j++) if (match[j]) sum -= cost(match[j]!, j)
  return sum
}
