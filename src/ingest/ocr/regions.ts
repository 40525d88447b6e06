/** What was recognised → regions of lines, in the recogniser's reading order. */
import type { Line as FoundLine, Page as Found } from 'tesseract.js'
import { lineOf } from '../pdf/lines.js'
import type { Item, Region } from '../pdf/page.js'

/** Blots and rules are taken for signs, or for a letter or two, of hardly any confidence. */
const SIGNS = /^[^\p{L}\p{N}]*$/u
const isBlot = (text: string, confidence: number): boolean =>
  confidence < (SIGNS.test(text) ? 0.6 : text.length <= 2 ? 0.15 : 0)

/** Type this much larger or smaller than in the line before begins something else. */
const OTHER_TYPE = 1.3
/** In heights of a line: what stands farther below is another paragraph, though the recogniser may join them. */
const APART = 1.1

/** `scale`: pixels for a point. One region a paragraph, since the recogniser saw where one begins. */
export function regionsOfScan({ blocks }: Pick<Found, 'blocks'>, scale: number): Region[] {
  const paragraphs = (blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap(({ lines }) => ofOneType(lines)),
  )
  return paragraphs.flatMap((found): Region[] => {
    const size = typical(found.map(heightOf)) / scale
    const lines = found.flatMap((line) => {
      const items = line.words.flatMap((word) => itemOf(word, line, size, scale))
      return items.length === 0 ? [] : [lineOf(items)]
    })
    return lines.length === 0 ? [] : [{ kind: 'paragraph', lines }]
  })
}

function ofOneType(lines: readonly FoundLine[]): FoundLine[][] {
  const groups: FoundLine[][] = []
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1)
    const [a, b] = [heightOf(line), before ? heightOf(before) : 0]
    const near = before !== undefined && line.bbox.y0 - before.bbox.y1 < a * APART
    if (near && Math.max(a, b) < Math.min(a, b) * OTHER_TYPE) groups.at(-1)!.push(line)
    else groups.push([line])
  }
  return groups
}

function itemOf(word: FoundLine['words'][number], line: FoundLine, size: number, scale: number): Item[] {
  const text = word.text.trim()
  const confidence = Math.round(word.confidence) / 100
  if (text === '' || isBlot(text, confidence)) return []
  const { x0, y0, x1, y1 } = word.bbox
  const box = [x0 / scale, y0 / scale, (x1 - x0) / scale, (y1 - y0) / scale] as const
  const baseline = line.baseline.y1 / scale
  return [{ text, box, baseline, size, bold: false, angle: 0, spaced: true, unseen: null, confidence }]
}

/** From descenders to ascenders, whichever letters the line has. */
const heightOf = ({ rowAttributes, bbox }: FoundLine): number => rowAttributes.rowHeight || bbox.y1 - bbox.y0
const typical = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
