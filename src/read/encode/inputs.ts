/** Windows of words as the tensors that the reading model takes. */
import type { Features } from '../../inference/features.js'
import type { Tensor, Tensors } from '../../inference/model.js'
import type { Window } from '../../inference/windows.js'
import type { Vocabulary } from '../../inference/wordpiece.js'

/** Everything the model is told of a document, a value a word. */
export interface EncoderInput {
  readonly pieces: readonly (readonly number[])[]
  readonly features: Features
  /** Index of the sentence of each word. */
  readonly sentence: readonly number[]
  /** Equal numbers for words that are equal but for case; from 1. */
  readonly form: readonly number[]
}

/** Numbers for words that are equal but for case, from 1. */
export function formIds(words: readonly string[]): number[] {
  const seen = new Map<string, number>()
  return words.map((word) => {
    const key = word.toLowerCase()
    const known = seen.get(key)
    if (known !== undefined) return known
    seen.set(key, seen.size + 1)
    return seen.size
  })
}

/**
 * The tensors of a window of T pieces and W words: `pieces` [1,T], `features` [1,T,4] (each value + 1; sentence and block
 * starts only on a word's first piece), `first` [1,W] (the piece that each word begins with), `sentence` [1,W], `form` [1,W].
 */
export function tensorsOf(input: EncoderInput, window: Window, vocabulary: Vocabulary): Tensors {
  const pieces = [vocabulary.start]
  const features = [0, 0, 0, 0]
  const first: number[] = []
  const { shape, quote, sentStart, blockStart } = input.features
  for (let k = window.first; k < window.last; k++) {
    first.push(pieces.length)
    for (const [index, piece] of input.pieces[k]!.entries()) {
      pieces.push(piece)
      const starts = index === 0 ? [sentStart[k]! + 1, blockStart[k]! + 1] : [0, 0]
      features.push(shape[k]! + 1, quote[k]! + 1, ...starts)
    }
  }
  pieces.push(vocabulary.end)
  features.push(0, 0, 0, 0)
  const tensor = (values: readonly number[], ...dims: number[]): Tensor<BigInt64Array> => ({
    dims,
    data: BigInt64Array.from(values, BigInt),
  })
  const words = (values: readonly number[]): Tensor => tensor(values, 1, first.length)
  return {
    pieces: tensor(pieces, 1, pieces.length),
    features: tensor(features, 1, pieces.length, 4),
    first: words(first),
    sentence: words(input.sentence.slice(window.first, window.last)),
    form: words(input.form.slice(window.first, window.last)),
  }
}
