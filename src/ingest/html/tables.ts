/** Which tables of a page hold data, and which only put columns side by side, as pages did before style sheets. */
import type { Page } from './page.js'

/** A cell with more text than this holds an article, not a datum. */
const LONGEST_CELL = 600

interface Table {
  readonly index: number
  readonly cells: number[]
  rows: number
  inRow: number
  widest: number
  cellText: number
  longest: number
  nested: boolean
}

/** Indexes of the rows and cells that belong to tables made for looks. */
export function layoutTables(page: Page): ReadonlySet<number> {
  const layout = new Set<number>()
  const open: Table[] = []
  const close = (table: Table): void => {
    const looks =
      table.nested ||
      table.rows < 2 ||
      table.widest < 2 ||
      Math.max(table.longest, table.cellText) > LONGEST_CELL ||
      page.nodes[table.index]!.attributes.get('role') === 'presentation'
    if (looks) for (const cell of table.cells) layout.add(cell)
  }
  page.nodes.forEach(({ tag, text }, i) => {
    while (open.length > 0 && page.nodes[open.at(-1)!.index]!.end <= i) close(open.pop()!)
    const table = open.at(-1)
    if (tag === 'table') {
      if (table) table.nested = true
      open.push({ index: i, cells: [], rows: 0, inRow: 0, widest: 0, cellText: 0, longest: 0, nested: false })
    } else if (table === undefined) return
    else if (tag === 'tr') {
      table.cells.push(i)
      table.rows++
      table.inRow = 0
    } else if (tag === 'td' || tag === 'th') {
      table.cells.push(i)
      table.widest = Math.max(table.widest, ++table.inRow)
      table.longest = Math.max(table.longest, table.cellText)
      table.cellText = 0
    } else table.cellText += text.length
  })
  while (open.length > 0) close(open.pop()!)
  return layout
}
