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
 * The tensors of a batch of windows: `pieces` [B,T], `features` [B,T,4] (each value + 1; sentence and block starts only
 * on a word's first piece), `first` [B,W], `sentence` [B,W] (-1 past the end), `form` [B,W] (0 past the end).
 */
export function tensorsOf(input: EncoderInput, windows: readonly Window[], vocabulary: Vocabulary): Tensors {
  const lengths = windows.map((w) => {
    let pieces = 2
    for (let k = w.first; k < w.last; k++) pieces += input.pieces[k]!.length
    return pieces
  })
  const b = windows.length
  const t = Math.max(...lengths)
  const n = Math.max(...windows.map((w) => w.last - w.first))
  const pieces = new BigInt64Array(b * t)
  const features = new BigInt64Array(b * t * 4)
  const first = new BigInt64Array(b * n)
  const sentence = new BigInt64Array(b * n).fill(-1n)
  const form = new BigInt64Array(b * n)
  windows.forEach((window, row) => {
    let at = row * t
    pieces[at++] = BigInt(vocabulary.start)
    for (let k = window.first; k < window.last; k++) {
      const word = row * n + k - window.first
      first[word] = BigInt(at - row * t)
      sentence[word] = BigInt(input.sentence[k]!)
      form[word] = BigInt(input.form[k]!)
      const { shape, quote, sentStart, blockStart } = input.features
      input.pieces[k]!.forEach((piece, index) => {
        pieces[at] = BigInt(piece)
        features[at * 4] = BigInt(shape[k]! + 1)
        features[at * 4 + 1] = BigInt(quote[k]! + 1)
        if (index === 0) {
          features[at * 4 + 2] = BigInt(sentStart[k]! + 1)
          features[at * 4 + 3] = BigInt(blockStart[k]! + 1)
        }
        at++
      })
    }
    pieces[at] = BigInt(vocabulary.end)
  })
  const tensor = (data: BigInt64Array, ...dims: number[]): Tensor<BigInt64Array> => ({ dims, data })
  return {
    pieces: tensor(pieces, b, t),
    features: tensor(features, b, t, 4),
    first: tensor(first, b, n),
    sentence: tensor(sentence, b, n),
    form: tensor(form, b, n),
  }
}
