/** Notes in small type at the foot of a column. */
import { wordsOf } from './columns.js'
import type { Line, Region } from './page.js'

const SMALLER = 0.93
const MARKER =
  /^(?:[⁰¹²³⁴-⁹]{1,3}|\d{1,3}[.)]?|[*†‡§]{1,3}|\[\d{1,3}\])\s*\p{L}|^(?:[⁰¹²³⁴-⁹]{1,3}|\d{1,3}|[*†‡§]{1,3})$/u
const LOWER_HALF = 0.5

/** A region without the notes at its end, and the notes, each as a region of its own. */
export function partNotes(region: Region, body: number, height: number): { region: Region; notes: Region[] } {
  const { lines, kind } = region
  if (kind !== 'column') return { region, notes: [] }
  let start = lines.length
  while (start > 0 && isSmall(lines[start - 1]!, body) && lines[start - 1]!.box[1] > height * LOWER_HALF)
    start--
  while (start < lines.length && !isMarked(lines[start]!)) start++
  const notes: Line[][] = []
  for (const line of lines.slice(start))
    if (isMarked(line)) notes.push([line])
    else notes.at(-1)!.push(line)
  return {
    region: { kind, lines: lines.slice(0, start) },
    notes: notes.map((note) => ({ kind: 'paragraph', lines: note })),
  }
}

const isSmall = (line: Line, body: number): boolean => line.size <= body * SMALLER
/** A note begins with its mark, which is often smaller still and raised. */
const isMarked = (line: Line): boolean => MARKER.test(wordsOf(line))
