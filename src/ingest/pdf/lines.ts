/** Items → lines: what stands on one baseline without a wide gap. */
import { around, type Item, type Line } from './page.js'

/** A gap wider than this many sizes parts columns or cells. */
const WIDE = 1.3
/** Two boxes share a line where this much of the lower one lies beside the other. */
const BESIDE = 0.5

/** Stretches of lines, from top to bottom and from left to right; a wide gap ends a stretch. */
export function stretchesOf(items: readonly Item[]): Line[] {
  return rowsOf(items).flatMap((row) => {
    const sorted = [...row].sort((a, b) => a.box[0] - b.box[0])
    const parts: Item[][] = []
    for (const item of sorted) {
      const last = parts.at(-1)
      const before = last?.at(-1)
      if (!last || !before || item.box[0] - right(before) > WIDE * Math.max(before.size, item.size))
        parts.push([item])
      else if (!isTwice(before, item)) last.push(item)
    }
    return parts.map(lineOf)
  })
}

/** Items of one height, whatever lies between them; from top to bottom. */
function rowsOf(items: readonly Item[]): Item[][] {
  const rows: { top: number; bottom: number; items: Item[] }[] = []
  const sorted = [...items].sort((a, b) => a.box[1] + a.box[3] - (b.box[1] + b.box[3]))
  for (const item of sorted) {
    const [top, bottom] = [item.box[1], item.box[1] + item.box[3]]
    // A raised figure may end above its line, so the last two rows are looked at.
    const row = rows.slice(-2).find((r) => {
      const shared = Math.min(bottom, r.bottom) - Math.max(top, r.top)
      return shared > BESIDE * Math.min(bottom - top, r.bottom - r.top)
    })
    if (!row) rows.push({ top, bottom, items: [item] })
    else {
      row.items.push(item)
      if (item.size >= Math.max(...[row.items[0]!.size])) {
        row.top = top
        row.bottom = bottom
      }
    }
  }
  return rows.map((row) => row.items)
}

const right = (item: Item): number => item.box[0] + item.box[2]

/** Bold made by printing twice. */
const isTwice = (a: Item, b: Item): boolean =>
  a.text === b.text &&
  Math.abs(a.box[0] - b.box[0]) < a.size * 0.2 &&
  Math.abs(a.baseline - b.baseline) < a.size * 0.2

export function lineOf(items: readonly Item[]): Line {
  let main = items[0]!
  let bold = 0
  let letters = 0
  for (const item of items) {
    if (item.text.length * item.size > main.text.length * main.size) main = item
    letters += item.text.length
    if (item.bold) bold += item.text.length
  }
  return {
    items,
    box: around(items.map(({ box }) => box)),
    baseline: main.baseline,
    size: main.size,
    bold: bold > letters * 0.8,
  }
}

/** Several stretches of one height as one line. */
export const joined = (stretches: readonly Line[]): Line => lineOf(stretches.flatMap(({ items }) => items))
