/** Quotations by their marks, and how much of a content they quote. */
import type { QuoteState } from '../../inference/quotes.js'
import type { Manner } from '../../schema/reading.js'
import type { Word, WordRange } from '../layers.js'

const SINGLE = /^['‘’]$/
const OPENING = /^(?:[“„‟«]|``)$/

/** A quoted stretch of words, its marks included: first inclusive, last exclusive. */
export type Quotation = WordRange

/**
 * Quotations by the encoder's quotation states (0 outside, 1 inside, 2 a mark), in order: each runs from mark to mark. One that
 * goes on in the next paragraph, whose opening mark is repeated, is one quotation; one inside another counts to the outer.
 */
export function quotationsOf(
  words: readonly Word[],
  states: readonly QuoteState[],
  blockStarts: readonly number[],
): Quotation[] {
  const out: Quotation[] = []
  const begins = new Set(blockStarts)
  let open: { first: number; single: boolean } | null = null
  for (let k = 0; k < words.length; k++) {
    if (states[k] === 0) open = null
    if (states[k] !== 2) continue
    const mark = words[k]!.text
    const single = SINGLE.test(mark)
    const opensAgain = states[k + 1] === 1 && (OPENING.test(mark) || begins.has(k))
    if (open === null) open = { first: k, single }
    else if (open.single === single && !opensAgain) {
      out.push({ first: open.first, last: k + 1 })
      open = null
    }
  }
  return out
}

/** Direct where all that is said is quoted, mixed where some is: punctuation says nothing. */
export function mannerOf(
  content: readonly WordRange[],
  words: readonly Word[],
  states: readonly QuoteState[],
): Manner {
  const quoted: boolean[] = []
  for (const { first, last } of content)
    for (let k = first; k < last; k++) if (/[\p{L}\p{N}]/u.test(words[k]!.text)) quoted.push(states[k] !== 0)
  if (!quoted.includes(true)) return 'indirect'
  return quoted.includes(false) ? 'mixed' : 'direct'
}
