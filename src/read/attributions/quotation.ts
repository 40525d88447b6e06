/** Quotation marks as evidence of where a content begins and ends. */
import type { Manner } from '../../schema/reading.js'
import type { Word, WordRange } from '../layers.js'

const MARK = /^(?:["“”„«»]|``|'')$/

/** A quoted stretch of words, its marks included: first inclusive, last exclusive. */
export type Quotation = WordRange

/**
 * Quotations by the encoder's quotation states (0 outside, 1 inside, 2 a mark): each runs from mark to mark. One that goes on in
 * the next paragraph, whose opening mark is repeated, is one quotation.
 */
export function quotationsOf(words: readonly Word[], states: readonly number[]): Quotation[] {
  const out: { first: number; last: number }[] = []
  let open: number | null = null
  for (let k = 0; k < words.length; k++) {
    if (states[k] === 2 && MARK.test(words[k]!.text)) {
      const goesOn = states[k + 1] === 1
      if (open === null) open = k
      else if (!goesOn || states[k - 1] === 1) {
        // A mark that words inside follow, after words inside, opens again what a paragraph had left open
        if (states[k - 1] === 1 && goesOn && /["“«„]/.test(words[k]!.text) && words[k]!.text !== '"') continue
        out.push({ first: open, last: k + 1 })
        open = null
      }
    } else if (open !== null && states[k] === 0) open = null
  }
  return out
}

/** A content that breaks off inside a quotation that it opens or closes is carried to that quotation's end or start. */
export function completed(content: readonly WordRange[], quotations: readonly Quotation[]): WordRange[] {
  const out = content.map((range) => {
    const opened = quotations.find((q) => q.first === range.first && q.last > range.last)
    const closed = quotations.find((q) => q.last === range.last && q.first < range.first)
    return { first: closed ? closed.first : range.first, last: opened ? opened.last : range.last }
  })
  return merged(out)
}

function merged(ranges: readonly WordRange[]): WordRange[] {
  const out: { first: number; last: number }[] = []
  for (const r of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = out.at(-1)
    if (before && r.first < before.last) before.last = Math.max(before.last, r.last)
    else out.push({ ...r })
  }
  return out
}

/** Direct where all of the content is quoted, mixed where some is. */
export function mannerOf(content: readonly WordRange[], states: readonly number[]): Manner {
  let quoted = 0
  let all = 0
  for (const { first, last } of content)
    for (let k = first; k < last; k++) {
      all++
      if (states[k] !== 0) quoted++
    }
  if (quoted === 0) return 'indirect'
  return quoted >= all - 1 ? 'direct' : 'mixed'
}
