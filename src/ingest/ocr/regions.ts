/** What was recognised → regions of lines, in the recogniser's reading order. */
import type { Page as Found } from 'tesseract.js'
import { lineOf } from '../pdf/lines.js'
import type { Item, Region } from '../pdf/page.js'

/** Blots and rules are taken for characters of little confidence. */
const NOTHING = /^[^\p{L}\p{N}]*$/u
const BLOT = 0.3

/** `scale`: pixels for a point. One region a paragraph, since the recogniser saw what a baseline and an indent were. */
export function regionsOfScan({ blocks }: Pick<Found, 'blocks'>, scale: number): Region[] {
  return (blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph): Region[] => {
      const size = typical(paragraph.lines.map((line) => line.bbox.y1 - line.bbox.y0)) / scale
      const lines = paragraph.lines.flatMap((line) => {
        const items = line.words.flatMap((word): Item[] => {
          const confidence = Math.round(word.confidence) / 100
          if (word.text.trim() === '' || (confidence < BLOT && NOTHING.test(word.text))) return []
          const { x0, y0, x1, y1 } = word.bbox
          return [
            {
              text: word.text.trim(),
              box: [x0 / scale, y0 / scale, (x1 - x0) / scale, (y1 - y0) / scale],
              baseline: line.baseline.y1 / scale,
              size,
              bold: false,
              angle: 0,
              spaced: true,
              unseen: null,
              confidence,
            },
          ]
        })
        return items.length === 0 ? [] : [lineOf(items)]
      })
      return lines.length === 0 ? [] : [{ kind: 'paragraph', lines }]
    }),
  )
}

const typical = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
