import type { Span } from '../schema/span.js'

/** Index of the first word of each block that has words; both in text order. */
export function blockStartsOf(words: readonly Span[], blocks: readonly Span[]): number[] {
  const out: number[] = []
  let block = 0
  words.forEach((word, k) => {
    let begins = k === 0
    for (; block < blocks.length && word.start >= blocks[block]!.end; block++) begins = true
    if (begins) out.push(k)
  })
  return out
}
