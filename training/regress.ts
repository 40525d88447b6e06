/** Regressions over named inputs, each brought to mean 0 and spread 1 while it is fitted. */
import type { Line, Values } from '../src/compare/regression.js'
import { fitLogistic } from './logistic.js'

interface Scale {
  readonly names: readonly string[]
  readonly mean: Float64Array
  readonly spread: Float64Array
}

function scaleOf(inputs: readonly Values[]): Scale {
  const names = [...new Set(inputs.flatMap((x) => Object.keys(x)))].sort()
  const mean = new Float64Array(names.length)
  const spread = new Float64Array(names.length)
  for (const x of inputs) names.forEach((name, k) => (mean[k]! += (x[name] ?? 0) / inputs.length))
  for (const x of inputs)
    names.forEach((name, k) => (spread[k]! += ((x[name] ?? 0) - mean[k]!) ** 2 / inputs.length))
  return { names, mean, spread: spread.map((v) => (v < 1e-12 ? 0 : Math.sqrt(v))) }
}

/** The inputs, and 1 for the bias at the end. */
const rowsOf = (inputs: readonly Values[], { names, mean, spread }: Scale): Float64Array[] =>
  inputs.map((x) => {
    const row = new Float64Array(names.length + 1).fill(1)
    names.forEach((name, k) => (row[k] = spread[k] === 0 ? 0 : ((x[name] ?? 0) - mean[k]!) / spread[k]!))
    return row
  })

function lineOf(found: Float64Array, { names, mean, spread }: Scale): Line {
  let bias = found[names.length]!
  const weights: Record<string, number> = {}
  names.forEach((name, k) => {
    if (spread[k] === 0) return
    const weight = found[k]! / spread[k]!
    bias -= weight * mean[k]!
    weights[name] = Number(weight.toPrecision(4))
  })
  return { bias: Number(bias.toFixed(4)), weights }
}

export interface Example {
  readonly values: Values
  readonly label: 0 | 1
  readonly weight: number
}

export function logistic(examples: readonly Example[], ridge: number): Line {
  const inputs = examples.map(({ values }) => values)
  const scale = scaleOf(inputs)
  const found = fitLogistic(
    rowsOf(inputs, scale),
    examples.map(({ label }) => label),
    examples.map(({ weight }) => weight),
    ridge,
    1,
  )
  return lineOf(found, scale)
}

/** One line a class (multinomial regression with a ridge, biases free), by Nesterov's accelerated gradient. */
export function softmax(
  inputs: readonly Values[],
  labels: readonly number[],
  classes: number,
  ridge: number,
): Line[] {
  const scale = scaleOf(inputs)
  const rows = rowsOf(inputs, scale)
  const width = scale.names.length + 1
  const length = rows.reduce((n, row) => n + row.reduce((m, v) => m + v * v, 0), 0) / rows.length
  const rate = 2 / (length * rows.length + ridge)
  let now = new Float64Array(classes * width)
  let ahead = now.slice()
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(classes * width)
    rows.forEach((row, i) => {
      const odds = Array.from({ length: classes }, (_, c) => {
        let sum = 0
        for (let k = 0; k < width; k++) sum += ahead[c * width + k]! * row[k]!
        return sum
      })
      const top = Math.max(...odds)
      const powers = odds.map((o) => Math.exp(o - top))
      const whole = powers.reduce((a, b) => a + b, 0)
      for (let c = 0; c < classes; c++) {
        const off = powers[c]! / whole - (labels[i] === c ? 1 : 0)
        for (let k = 0; k < width; k++) slope[c * width + k]! += off * row[k]!
      }
    })
    const push = step / (step + 3)
    const next = now.map((_, k) => {
      const held = k % width === width - 1 ? 0 : ridge * ahead[k]!
      return ahead[k]! - rate * (slope[k]! + held)
    })
    ahead = next.map((v, k) => v + push * (v - now[k]!))
    now = next
  }
  return Array.from({ length: classes }, (_, c) => lineOf(now.slice(c * width, (c + 1) * width), scale))
}
const STEPS = 600
