/** Rows and cells of a text document → drafts: cells where the table holds data, paragraphs where it only places text. */
import type { Draft } from './flow.js'

export interface Cell {
  /** Its paragraphs' running words. */
  readonly main: Draft[]
  /** What follows its row. */
  readonly after: Draft[]
}

export interface Table {
  readonly rows: Cell[][]
  /** Where it stands in another table's cell, or holds one. */
  nested: boolean
}

/** A cell with more text than this holds an article, not a datum. */
const LONGEST_CELL = 600

/** `firstRow` numbers its first row; rows of one document have different numbers. */
export function tableDrafts({ rows, nested }: Table, firstRow: number): Draft[] {
  const textOf = (cell: Cell): number => cell.main.reduce((sum, { text }) => sum + text.length, 0)
  const data =
    !nested &&
    rows.length > 1 &&
    rows.some((row) => row.length > 1) &&
    rows.every((row) => row.every((cell) => textOf(cell) <= LONGEST_CELL))
  return rows.flatMap((row, i) => [
    ...row.flatMap((cell) => (data ? joined(cell, firstRow + i) : cell.main)),
    ...row.flatMap((cell) => cell.after),
  ])
}

/** The paragraphs of a cell as one draft, one a line. */
function joined({ main }: Cell, row: number): Draft[] {
  const [first] = main
  if (!first) return []
  let length = 0
  const runs = main.flatMap((draft) => {
    const from = length
    length += draft.text.length + 1
    return (draft.runs ?? []).map((run) => ({ ...run, start: run.start + from, end: run.end + from }))
  })
  return [
    {
      kind: 'cell',
      row,
      text: main.map(({ text }) => text).join('\n'),
      place: first.place,
      ...(first.marking ? { marking: first.marking } : {}),
      ...(runs.length > 0 ? { runs } : {}),
    },
  ]
}
