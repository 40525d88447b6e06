/** Transformation matrices as PDF writes them: [a b c d e f] (ISO 32000-1, 8.3.3). */
import type { Box } from '../../schema/document.js'

export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** The box around a rectangle given by two corners, once transformed. */
export function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [apply(m, x0, y0), apply(m, x1, y0), apply(m, x0, y1), apply(m, x1, y1)]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top]
}

/** Numbers of a file may be anything; those that are not six finite ones move nothing. */
export function matrixOf(values: unknown): Matrix {
  if (typeof values !== 'object' || values === null) return IDENTITY
  const six = [0, 1, 2, 3, 4, 5].map((i) => (values as Record<number, unknown>)[i])
  return six.every((value) => Number.isFinite(value)) ? (six as unknown as Matrix) : IDENTITY
}
