/** What the encoder is told of each word beside its pieces: an uncased model sees neither capitals nor quotation marks' reach. */
import type { Span } from '../schema/span.js'
import { quoteStates } from './quotes.js'

/** 0 lower case, 1 Capitalised, 2 ALL CAPITALS, 3 mixed, 4 digits, 5 punctuation and anything else. */
export type Shape = 0 | 1 | 2 | 3 | 4 | 5

export interface Features {
  readonly shape: Shape[]
  /** 0 outside quotation marks, 1 inside, 2 the mark itself. */
  readonly quote: (0 | 1 | 2)[]
  readonly sentStart: (0 | 1)[]
  readonly blockStart: (0 | 1)[]
}

/** The shape of one word's letters; digits among letters make it mixed. */
export function wordShape(word: string): Shape {
  const letters = word.match(/\p{L}/gu)
  const digit = /\p{N}/u.test(word)
  if (!letters) return digit ? 4 : 5
  if (digit) return 3
  const upper = letters.filter((c) => /[\p{Lu}\p{Lt}]/u.test(c)).length
  if (upper === 0) return letters.some((c) => /\p{Ll}/u.test(c)) ? 0 : 5
  if (upper === letters.length) return letters.length === 1 ? 1 : 2
  return upper === 1 && /[\p{Lu}\p{Lt}]/u.test(letters[0]) ? 1 : 3
}

/**
 * Features of `words` (offsets into `text`), given the word that begins each sentence and each block.
 * Every array is as long as `words`.
 */
export function features(
  text: string,
  words: readonly Span[],
  sentenceStarts: readonly number[],
  blockStarts: readonly number[],
): Features {
  const flags = (starts: readonly number[]): (0 | 1)[] => {
    const out = new Array<0 | 1>(words.length).fill(0)
    for (const start of starts) if (start < words.length) out[start] = 1
    return out
  }
  return {
    shape: words.map((w) => wordShape(text.slice(w.start, w.end))),
    quote: quoteStates(text, words, blockStarts),
    sentStart: flags(sentenceStarts),
    blockStart: flags(blockStarts),
  }
}
