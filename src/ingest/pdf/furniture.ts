/** Running heads, feet and page numbers: what stands at the edge of several pages alike. */
import type { Line, Page } from './page.js'
import { wordsOf } from './columns.js'

/** Share of the page's height at either edge where they may stand, and how many lines there. */
const EDGE = 0.11
const MOST_LINES = 4
/** In sizes: running text follows closer. */
const APART = 0.6
/** On so many pages it is no chance. */
const OFTEN = 3
const NUMBER =
  /^[\s\-–—[(|•]*(?:page|p\.?|seite)?\s*(\d{1,5}|[ivxlc]{1,7})(?:\s*(?:of|\/|von)\s*\d{1,5})?[\s\-–—\])|•]*$/i

/** The lines of each page that are furniture; `body` is the size of running text. */
export function furnitureOf(pages: readonly Page[], body: number): ReadonlySet<Line> {
  /** Larger type is a heading, and 'Chapter 2' another than 'Chapter 1'. */
  const keyOf = (line: Line, zone: string): string => {
    const words = wordsOf(line).toLowerCase().replace(/\s+/g, ' ').slice(0, 200)
    return `${zone} ${line.size > body * 1.15 ? words : words.replace(/\d+/g, '#')}`
  }
  const edges = pages.map((page) => ({ page, lines: edgeLines(page) }))
  const counts = new Map<string, Set<number>>()
  const offsets = new Map<number, number>()
  for (const { page, lines } of edges)
    for (const { line, zone } of lines) {
      const key = keyOf(line, zone)
      counts.set(key, (counts.get(key) ?? new Set()).add(page.number))
      const number = numberOf(line)
      if (number !== null) offsets.set(number - page.number, (offsets.get(number - page.number) ?? 0) + 1)
    }
  const need = Math.min(OFTEN, Math.max(2, pages.length))
  const found = new Set<Line>()
  for (const { page, lines } of edges)
    for (const { line, zone, outermost } of lines) {
      const number = numberOf(line)
      const numbered =
        number !== null && (number === page.number || (offsets.get(number - page.number) ?? 0) >= 2)
      const repeats = /\p{L}/u.test(wordsOf(line)) && counts.get(keyOf(line, zone))!.size >= need
      if (repeats || (numbered && outermost) || (roman(line) && outermost)) found.add(line)
    }
  return found
}

interface EdgeLine {
  readonly line: Line
  readonly zone: 'head' | 'foot'
  readonly outermost: boolean
}

/** Lines at either edge, from the outside in, that stand apart from what comes after them. */
function edgeLines(page: Page): EdgeLine[] {
  const lines = page.regions.flatMap((region) => region.lines).sort((a, b) => a.box[1] - b.box[1])
  const top = ({ box }: Line): number => box[1]
  const bottom = ({ box }: Line): number => box[1] + box[3]
  const some = (sorted: readonly Line[], zone: EdgeLine['zone']): EdgeLine[] =>
    sorted.slice(0, MOST_LINES).flatMap((line, i): EdgeLine[] => {
      const near = zone === 'head' ? bottom(line) < page.height * EDGE : top(line) > page.height * (1 - EDGE)
      const next = sorted.slice(i + 1).find((other) => Math.abs(top(other) - top(line)) > line.size * 0.5)
      const gap =
        next === undefined ? Infinity : zone === 'head' ? top(next) - bottom(line) : top(line) - bottom(next)
      return near && gap > line.size * APART ? [{ line, zone, outermost: i === 0 }] : []
    })
  return [...some(lines, 'head'), ...some([...lines].reverse(), 'foot')]
}

function numberOf(line: Line): number | null {
  const number = NUMBER.exec(wordsOf(line).slice(0, 60))?.[1]
  return number !== undefined && /^\d+$/.test(number) ? Number(number) : null
}
const roman = (line: Line): boolean => /^[\s\-–—]*[ivxlc]{1,7}[\s\-–—]*$/.test(wordsOf(line).slice(0, 60))
