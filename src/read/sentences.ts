/** Sentences inside blocks. */
import type { Span } from '../schema/span.js'
import { tokenise } from './words.js'

const ENDS = /^(?:[.?!]+|…+\.*)$/
const CLOSES = /^["'”’»)\]]+$/

/** Ranges of words, first inclusive and last exclusive, that cover all of `words` (the words of one block). */
export function splitSentences(text: string, words: readonly Span[]): (readonly [number, number])[] {
  const out: [number, number][] = []
  let first = 0
  for (let i = 0; i < words.length; i++) {
    if (!ENDS.test(text.slice(words[i]!.start, words[i]!.end))) continue
    let last = i + 1
    while (
      last < words.length &&
      words[last]!.start === words[last - 1]!.end &&
      CLOSES.test(text.slice(words[last]!.start, words[last]!.end))
    )
      last++
    const after = words[last]
    if (after && /^\p{Ll}/u.test(text.slice(after.start, after.end))) continue
    out.push([first, last])
    first = last
    i = last - 1
  }
  if (first < words.length) out.push([first, words.length])
  return out
}

/** Words and sentences of one block. The full stop of an abbreviation that ends its sentence is a word of its own. */
export function segment(
  text: string,
  block: Span,
): { readonly words: Span[]; readonly sentences: (readonly [number, number])[] } {
  const words = tokenise(text, block.start, block.end)
  const ranges = splitSentences(text, words)
  const out: Span[] = []
  const sentences: (readonly [number, number])[] = []
  for (const [first, last] of ranges) {
    const from = out.length
    for (let i = first; i < last; i++) {
      const { start, end } = words[i]!
      const final = i === last - 1 && end - start > 1 && /[\p{L}\p{N}]\.$/u.test(text.slice(end - 2, end))
      if (final) out.push({ start, end: end - 1 }, { start: end - 1, end })
      else out.push({ start, end })
    }
    sentences.push([from, out.length])
  }
  return { words: out, sentences }
}
