/** Quotation marks as evidence of where a content begins and ends. */
import type { QuoteState } from '../../inference/quotes.js'
import type { RawAttribution, Word, WordRange } from '../layers.js'
import { quotationsOf, type Quotation } from './quotation.js'

/** The attributions, their contents carried to the ends of the quotations that they open or close (see completed). */
export function withWholeQuotations(
  attributions: readonly RawAttribution[],
  words: readonly Word[],
  states: readonly QuoteState[],
  blockStarts: readonly number[],
): RawAttribution[] {
  const quotations = quotationsOf(words, states, blockStarts)
  const [opened, closed] = [
    new Map(quotations.map((q) => [q.first, q])),
    new Map(quotations.map((q) => [q.last, q])),
  ]
  return attributions.map((a) => {
    const others = [...a.source, ...a.cue]
    const ends = a.content.flatMap((r) => [opened.get(r.first), closed.get(r.last)])
    return {
      ...a,
      content: completed(a.content, ends.filter((q) => q && !others.some((o) => share(q, o))) as Quotation[]),
    }
  })
}

/** A content that breaks off inside a quotation that it opens or closes is carried to that quotation's end or start. */
export function completed(content: readonly WordRange[], quotations: readonly Quotation[]): WordRange[] {
  const carried = content.map(({ first, last }) => {
    const opened = quotations.find((q) => q.first === first)
    const closed = quotations.find((q) => q.last === last)
    return {
      first: Math.min(first, closed?.first ?? first),
      last: Math.max(last, opened?.last ?? last),
    }
  })
  const out: { first: number; last: number }[] = []
  for (const range of carried.sort((a, b) => a.first - b.first)) {
    const before = out.at(-1)
    if (before && range.first < before.last) before.last = Math.max(before.last, range.last)
    else out.push({ ...range })
  }
  return out
}

/** True where the two have a word in common. */
const share = (a: WordRange, b: WordRange): boolean => a.first < b.last && b.first < a.last
