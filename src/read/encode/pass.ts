/** What a pass of the model gave for one window. */
import type { Tensor, Tensors } from '../../inference/model.js'
import type { Window } from '../../inference/windows.js'

export interface Pass {
  readonly out: Tensors
  /** Words of the window. */
  readonly width: number
  readonly window: Window
  /** Index of the window in the document. */
  readonly index: number
  /** True for words of the document for which this window answers. */
  owns(word: number): boolean
}

/** The scores of an output. Throws TypeError where the model has no such output. */
export const scoresOf = (out: Tensors, name: string): Float32Array => tensor(out, name).data as Float32Array

/** The classes or positions of an output. Throws TypeError where the model has no such output. */
export const indicesOf = (out: Tensors, name: string): BigInt64Array =>
  tensor(out, name).data as BigInt64Array

/** Words of the window that a pass read. */
export const widthOf = (out: Tensors): number => tensor(out, 'upos').dims[1]!

function tensor(out: Tensors, name: string): Tensor {
  const found = out[name]
  if (!found) throw new TypeError(`the model gave no ${name}`)
  return found
}

/** Position of the highest of `length` scores from `offset` on; the first where several are. */
export function highest(scores: Float32Array, offset: number, length: number): number {
  let best = 0
  for (let i = 1; i < length; i++) if (scores[offset + i]! > scores[offset + best]!) best = i
  return best
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
