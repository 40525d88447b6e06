/**
 * Logistic regression with a ridge, by Nesterov's accelerated gradient. The last `free` inputs (the biases) are not held.
 * Gives one weight an input. Inputs should be of mean 0 and spread 1.
 */
export function fitLogistic(
  inputs: readonly Float64Array[],
  labels: readonly number[],
  weights: readonly number[],
  ridge: number,
  free: number,
): Float64Array {
  const width = inputs[0]?.length ?? 0
  let [now, ahead] = [new Float64Array(width), new Float64Array(width)]
  const total = weights.reduce((n, w) => n + w, 0)
  // The curvature of the loss is at most a quarter of the mean squared length of the inputs.
  const length = inputs.reduce((n, row, i) => n + weights[i]! * row.reduce((m, v) => m + v * v, 0), 0) / total
  const rate = 4 / (Math.min(length, 40) * total + 4 * ridge)
  // Most inputs of a row are 0: those of the other kinds.
  const filled = inputs.map((row) => Int32Array.from([...row.keys()].filter((k) => row[k] !== 0)))
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(width)
    for (const [i, row] of inputs.entries()) {
      let sum = 0
      for (const k of filled[i]!) sum += row[k]! * ahead[k]!
      const off = weights[i]! * (1 / (1 + Math.exp(-sum)) - labels[i]!)
      for (const k of filled[i]!) slope[k]! += off * row[k]!
    }
    const next = new Float64Array(width)
    for (let k = 0; k < width; k++)
      next[k] = ahead[k]! - rate * (slope[k]! + (k < width - free ? ridge * ahead[k]! : 0))
    const push = step / (step + 3)
    ahead = next.map((v, k) => v + push * (v - now[k]!))
    now = next
  }
  return now
}
const STEPS = 250
