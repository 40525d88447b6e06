/** Logistic regression by Newton's method with an L2 penalty (Bishop, Pattern Recognition and Machine Learning, 4.3.3). */
export interface Row {
  readonly is: boolean
  /** Every row has the same features. */
  readonly of: Readonly<Record<string, number>>
}

const PENALTY = 3
/** How much more a pair counts that is one: there are some twenty others to each. */
const WEIGHT = 3
const STEPS = 12
/** Keeps a step from overshooting where the classes lie apart. */
const LONGEST_STEP = 4

/** Weights with the constant as 'bias', rounded to three digits, and the score that they give. */
export function fitLogistic(rows: readonly Row[]): {
  readonly weights: Readonly<Record<string, number>>
  readonly scoreOf: (of: Row['of']) => number
} {
  const keys = [...Object.keys(rows[0]?.of ?? {}), 'bias']
  const width = keys.length
  const inputs = rows.map((row) => keys.map((k) => (k === 'bias' ? 1 : row.of[k]!)))
  let beta = keys.map(() => 0)
  const dot = (x: readonly number[]): number => x.reduce((n, v, k) => n + v * beta[k]!, 0)
  for (let step = 0; step < STEPS; step++) {
    // Rows of the Hessian with the gradient beside them.
    const system = keys.map((_, k) => [
      ...keys.map((_, m) => (k === m && k < width - 1 ? PENALTY : 1e-6)),
      k < width - 1 ? -PENALTY * beta[k]! : 0,
    ])
    for (const [i, x] of inputs.entries()) {
      const p = 1 / (1 + Math.exp(-dot(x)))
      const weight = rows[i]!.is ? WEIGHT : 1
      const [error, curve] = [weight * ((rows[i]!.is ? 1 : 0) - p), weight * Math.max(1e-6, p * (1 - p))]
      for (let k = 0; k < width; k++) {
        if (x[k] === 0) continue
        const row = system[k]!
        for (let m = 0; m < width; m++) row[m]! += curve * x[k]! * x[m]!
        row[width]! += error * x[k]!
      }
    }
    const by = solve(system)
    beta = beta.map((b, k) => b + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, by[k]!)))
  }
  return {
    weights: Object.fromEntries(keys.map((k, i) => [k, Math.round(beta[i]! * 1000) / 1000])),
    scoreOf: (of) => dot(keys.map((k) => (k === 'bias' ? 1 : of[k]!))),
  }
}

/** Gauss and Jordan, with the largest pivot; the last column is the right side. */
function solve(system: number[][]): number[] {
  const n = system.length
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let r = k; r < n; r++) if (Math.abs(system[r]![k]!) > Math.abs(system[pivot]![k]!)) pivot = r
    ;[system[k], system[pivot]] = [system[pivot]!, system[k]!]
    for (let r = 0; r < n; r++) {
      if (r === k) continue
      const share = system[r]![k]! / system[k]![k]!
      for (let m = k; m <= n; m++) system[r]![m]! -= share * system[k]![m]!
    }
  }
  return system.map((row, k) => row[n]! / row[k]!)
}
