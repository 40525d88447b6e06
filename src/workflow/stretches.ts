/** A very long document is read in stretches, so that memory stays bounded. */
import { segment } from '../read/segment.js'
import type { Block, Document } from '../schema/document.js'

/** Characters of one stretch: about 100,000 words of English. A document of fewer is read whole. */
export const STRETCH = 600_000

/**
 * The document in stretches of at most `longest` characters, of about equal length: the same text each time, with the
 * blocks to be read in it, so that offsets and ids are those of the whole. A block is cut only where it alone is
 * longer than a stretch: before a sentence if one begins there, else between words. One stretch where all of it fits.
 */
export function stretchesOf(document: Document, longest = STRETCH): Document[] {
  const { text } = document.info
  const length = document.blocks.reduce((sum, { start, end }) => sum + end - start, 0)
  if (length <= longest) return [document]
  const even = Math.ceil(length / Math.ceil(length / longest))
  const stretches: Block[][] = []
  let filled = Infinity
  for (const block of document.blocks)
    for (const part of partsOf(text, block, longest)) {
      const size = part.end - part.start
      if (filled >= even || filled + size > longest) {
        stretches.push([])
        filled = 0
      }
      stretches.at(-1)!.push(part)
      filled += size
    }
  return stretches.map((blocks) => ({ ...document, blocks, problems: [] }))
}

function partsOf(text: string, block: Block, longest: number): Block[] {
  const out: Block[] = []
  let { start } = block
  while (block.end - start > longest) {
    const end = cutBefore(text, start, start + longest)
    out.push({ ...block, start, end })
    start = end
  }
  out.push({ ...block, start })
  return out
}

/** Where the last sentence of a range begins, or else its last word, or else its end, but never inside a character. */
function cutBefore(text: string, start: number, limit: number): number {
  const { words, sentences } = segment(text, { start, end: limit })
  const [sentence] = sentences.at(-1) ?? [0]
  const cut = words[sentence > 0 ? sentence : words.length - 1]?.start ?? limit
  if (cut > start) return cut
  return /[\uDC00-\uDFFF]/.test(text[limit]!) ? limit - 1 : limit
}
