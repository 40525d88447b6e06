/** Lines of a column → paragraphs, by leading, type, indent and how the line before ended. */
import type { BlockKind } from '../../schema/document.js'
import { wordsOf } from './columns.js'
import type { Line, Region } from './page.js'

export interface PlacedLine extends Line {
  readonly page: number
}

export interface Paragraph {
  readonly kind: BlockKind
  readonly lines: readonly PlacedLine[]
  /** Equal for the cells of one row of a table. */
  readonly row?: number
}

/** More than the usual leading by this factor parts paragraphs. */
const APART = 1.35
const OTHER_TYPE = 0.12
const BULLET = /^(?:[-*•·▪◦‣–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/
export const ENDS_SENTENCE = /[.!?…:;]["'”’»)\]]*[⁰¹²³⁴-⁹]*$/
const LONGEST_HEADING = 200

/** The paragraphs of a region on page `page`; `body` is the size of the document's running text. */
export function paragraphsOf({ kind, lines }: Region, page: number, body: number): Paragraph[] {
  const placed = lines.map((line): PlacedLine => ({ ...line, page }))
  if (kind === 'paragraph') return [{ kind: kindOf(placed, body), lines: placed }]
  if (kind === 'table')
    return placed.flatMap((line, row) =>
      line.items.map((item) => ({
        kind: 'cell' as const,
        lines: [{ ...line, items: [item], box: item.box }],
        row: page * 100_000 + row,
      })),
    )
  const shape = shapeOf(placed)
  const groups: PlacedLine[][] = []
  for (const line of placed) {
    const last = groups.at(-1)
    if (last && !begins(last.at(-1)!, line, last, shape)) last.push(line)
    else groups.push([line])
  }
  return groups.map((group) => ({ kind: kindOf(group, body), lines: group }))
}

interface Shape {
  readonly left: number
  readonly right: number
  /** Usual distance of baselines. */
  readonly leading: number
}

function shapeOf(lines: readonly Line[]): Shape {
  const steps = lines
    .slice(1)
    .map((line, i) => line.baseline - lines[i]!.baseline)
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  const size = lines[0]?.size ?? 0
  return {
    left: Math.min(...lines.map(({ box }) => box[0])),
    right: Math.max(...lines.map(({ box }) => box[0] + box[2])),
    leading: Math.min(steps[steps.length >> 1] ?? size * 1.2, size * 2.2),
  }
}

function begins(before: PlacedLine, line: PlacedLine, group: readonly PlacedLine[], shape: Shape): boolean {
  const size = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > size * OTHER_TYPE) return true
  if (before.bold !== line.bold && (before.bold ? group.every(({ bold }) => bold) : true)) return true
  const step = line.baseline - before.baseline
  const leading = group.length > 1 ? before.baseline - group.at(-2)!.baseline : shape.leading
  if (step > APART * Math.max(Math.min(leading, shape.leading), size) || step < -size) return true
  const words = wordsOf(line)
  if (BULLET.test(words)) return true
  const indent = line.box[0] - before.box[0]
  const centred = Math.abs(middle(line) - middle(before)) < size * 0.5
  const hanging = BULLET.test(wordsOf(group[0]!)) && group.length === 1
  const first = before.box[0] - line.box[0]
  if (indent > size * 0.7 && indent < size * 6 && !centred && !hanging && first < 0) return true
  return (
    before.box[0] + before.box[2] < shape.right - (shape.right - shape.left) * 0.2 &&
    ENDS_SENTENCE.test(wordsOf(before)) &&
    !centred
  )
}

const middle = ({ box }: Line): number => box[0] + box[2] / 2

function kindOf(lines: readonly Line[], body: number): BlockKind {
  const text = lines.slice(0, 4).map(wordsOf).join(' ')
  const size = Math.max(...lines.map((line) => line.size))
  const short = lines.length <= 4 && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)
  if (short && size >= body * 1.15 && !/[.;,]$/.test(text)) return 'heading'
  if (short && lines.length <= 2 && lines.every(({ bold }) => bold) && !/[.;,:]$/.test(text)) return 'heading'
  return BULLET.test(text) ? 'item' : 'paragraph'
}

/** Whether `next` goes on with what `last` left unfinished at the end of a column or page. */
export function goesOn(last: Paragraph, next: Paragraph): boolean {
  if (last.kind !== next.kind && !(last.kind === 'item' && next.kind === 'paragraph')) return false
  if (last.kind !== 'paragraph' && last.kind !== 'item') return false
  const [end, start] = [last.lines.at(-1)!, next.lines[0]!]
  if (Math.abs(end.size - start.size) > end.size * OTHER_TYPE || end.bold !== start.bold) return false
  const [before, after] = [wordsOf(end), wordsOf(start)]
  if (ENDS_SENTENCE.test(before) || BULLET.test(after)) return false
  const full = end.box[2] >= Math.max(...last.lines.map(({ box }) => box[2])) * 0.85
  return /^\p{Ll}/u.test(after) || /\p{L}-$/u.test(before) || (full && last.lines.length > 1)
}
