/**
 * Reading order of a page: bands of columns are told from full-width text by the gaps that run down through several lines
 * (a top-down cut by projection, after Nagy & Seth's XY-cut), and from tables by how much text stands beside a gap.
 */
import type { Line, Region } from './page.js'
import { joined } from './lines.js'

/** A gutter is at least this many sizes wide, and so many lines long. */
const GUTTER = 0.9
const SHORTEST = 3
/** Columns of text have long stretches; cells of a table are short. */
const TEXTY = 16
/** Leading between lines of one column, in sizes; more parts what stands below from it. */
const LEADING = 2.1
const MOST = 4000
/** Neighbouring columns may stand half a line apart. */
const SAME_STRIP = 0.65

type Gap = readonly [from: number, to: number]

/** Stretches (from top to bottom) → regions in reading order. */
export function regionsOf(stretches: readonly Line[], depth = 0): Region[] {
  const strips = stripsOf(stretches)
  if (depth > 4 || stretches.length > MOST) return plain(strips)
  const regions: Region[] = []
  let rest: Line[][] = []
  for (let i = 0; i < strips.length;) {
    const band = bandAt(strips, i)
    if (band === null) rest.push(strips[i++]!)
    else {
      regions.push(...plain(rest), ...band.columns.flatMap((column) => regionsOf(column, depth + 1)))
      rest = []
      i = band.end
    }
  }
  return [...regions, ...plain(rest)]
}

/** Stretches whose heights overlap, as strips from top to bottom. */
function stripsOf(stretches: readonly Line[]): Line[][] {
  const strips: Line[][] = []
  let bottom = -Infinity
  for (const stretch of [...stretches].sort((a, b) => middle(a) - middle(b))) {
    if (middle(stretch) <= bottom) strips.at(-1)!.push(stretch)
    else {
      strips.push([stretch])
      bottom = middle(stretch) + stretch.size * SAME_STRIP
    }
  }
  return strips
}
const middle = (line: Line): number => line.box[1] + line.box[3] / 2

/** The longest run of strips from `start` that share a gutter, as columns; null where there is none. */
function bandAt(
  strips: readonly (readonly Line[])[],
  start: number,
): { end: number; columns: Line[][] } | null {
  if (strips[start]!.length < 2) {
    // A column may begin higher than its neighbour, but only where that goes on at once.
    if (!strips.slice(start + 1, start + 3).some((strip) => strip.length > 1)) return null
  }
  const edge = (lines: readonly Line[]): Gap => [
    Math.min(...lines.map((l) => l.box[0])),
    Math.max(...lines.map(right)),
  ]
  let gaps: Gap[] = [[-Infinity, Infinity]]
  let best: { end: number; gap: Gap } | null = null
  const seen: Line[] = []
  for (let end = start; end < strips.length && end < start + 400; end++) {
    const strip = strips[end]!
    for (const line of strip) gaps = cut(gaps, line)
    seen.push(...strip)
    const [left, far] = edge(seen)
    const inner = gaps.filter(
      ([from, to]) => from >= left && to <= far && to - from >= GUTTER * strip[0]!.size,
    )
    if (inner.length === 0) {
      if (gaps.every(([from, to]) => from <= left || to >= far) && seen.length > 4) break
      continue
    }
    const gap = inner.reduce((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a))
    if (isGutter(seen, gap)) best = { end: end + 1, gap }
  }
  if (!best) return null
  const { end, gap } = best
  const last = trimmed(strips, start, end, gap)
  const lines = strips.slice(start, last).flat()
  const beside = (line: Line): boolean => line.box[0] < gap[0] + 0.01
  const columns = [lines.filter(beside), lines.filter((line) => !beside(line))]
  return columns.every((column) => column.length > 0) ? { end: last, columns } : null
}

function cut(gaps: readonly Gap[], line: Line): Gap[] {
  const [left, far] = [line.box[0], right(line)]
  return gaps.flatMap(([from, to]): Gap[] =>
    far <= from || left >= to
      ? [[from, to]]
      : [...(left > from ? [[from, left] as const] : []), ...(far < to ? [[far, to] as const] : [])],
  )
}

function isGutter(lines: readonly Line[], gap: Gap): boolean {
  const sides = [lines.filter((line) => right(line) <= gap[0]), lines.filter((line) => line.box[0] >= gap[1])]
  return sides.every((side) => side.length >= SHORTEST && typical(side.map(lengthOf)) >= TEXTY)
}
const lengthOf = (line: Line): number => line.items.reduce((sum, { text }) => sum + text.length, 0)

/** Without the strips at the end that have text on one side only and stand apart: they belong to what follows. */
function trimmed(strips: readonly (readonly Line[])[], start: number, end: number, gap: Gap): number {
  let last = end
  const both = (strip: readonly Line[]): boolean =>
    strip.some((line) => right(line) <= gap[0]) && strip.some((line) => line.box[0] >= gap[1])
  let two = end
  while (two > start && !both(strips[two - 1]!)) two--
  for (let i = two; i < end; i++) {
    const [line] = strips[i]!
    const onLeft = right(line!) <= gap[0]
    const above = strips
      .slice(start, i)
      .flat()
      .filter((other) => (onLeft ? right(other) <= gap[0] : other.box[0] >= gap[1]))
      .at(-1)
    if (!above || line!.baseline - above.baseline > LEADING * Math.max(line!.size, above.size)) {
      last = i
      break
    }
  }
  return last
}

/** Full-width strips: rows of a table where several in a row have cells, lines of text otherwise. */
function plain(strips: readonly (readonly Line[])[]): Region[] {
  const regions: { kind: Region['kind']; lines: Line[] }[] = []
  strips.forEach((strip, i) => {
    const cells = strip.length > 1 && ((strips[i - 1]?.length ?? 0) > 1 || (strips[i + 1]?.length ?? 0) > 1)
    const kind = cells ? 'table' : 'column'
    const sorted = [...strip].sort((a, b) => a.box[0] - b.box[0])
    const last = regions.at(-1)
    const line = cells ? { ...joined(sorted), items: sorted.map(asItem) } : joined(sorted)
    if (last?.kind === kind) last.lines.push(line)
    else regions.push({ kind, lines: [line] })
  })
  return regions
}

const right = (line: Line): number => line.box[0] + line.box[2]
const typical = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const asItem = (line: Line): Line['items'][number] => ({
  ...line.items[0]!,
  box: line.box,
  text: wordsOf(line),
})

/** A space where one was set or a gap shows. */
const SPACE = 0.15

/** The words of a line. */
export function wordsOf({ items }: Pick<Line, 'items'>): string {
  return items.map((item, i) => (i > 0 && apart(items[i - 1]!, item) ? ` ${item.text}` : item.text)).join('')
}
export const apart = (before: Line['items'][number], item: Line['items'][number]): boolean =>
  item.spaced || item.box[0] - (before.box[0] + before.box[2]) > SPACE * item.size
