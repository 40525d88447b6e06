/** Cells, one after the other → the text, blocks and parts of a workbook, as many as memory allows. */
import type { Block, Mark, Part } from '../../../schema/document.js'
import { problem } from '../../../schema/errors.js'
import type { Problem } from '../../../schema/reading.js'
import { cellName } from './address.js'

export interface SheetText {
  /** Begins a sheet. `hidden` marks all its cells. */
  sheet(name: string, hidden: boolean): void
  /** A cell of the open sheet; rows and columns count from 1 and come in order. Empty text is no cell. */
  cell(row: number, column: number, text: string, hidden: boolean): void
  /** A comment on a cell, written after its sheet. */
  comment(row: number, column: number, text: string, by: string | undefined, at: string | undefined): void
  /** True once nothing more is taken. */
  full(): boolean
  /** Ends a sheet. `rows`: how many it says it has, where it says so. */
  end(rows: number | null): void
  done(): { text: string; blocks: Block[]; parts: Part[]; problems: Problem[] }
}

/** Each cell becomes a block and a part: half a million of them take some 150 MB. */
const MOST_CELLS = 500_000
const MOST_CHARACTERS = 64_000_000

export function sheetText(mostCells = MOST_CELLS): SheetText {
  const pieces: string[] = []
  const blocks: Block[] = []
  const parts: Part[] = []
  const problems: Problem[] = []
  let comments: { row: number; column: number; text: string; by?: string; at?: string }[] = []
  let length = 0
  let sheet = ''
  let sheetHidden = false
  let lastRow = 0
  let gap = ''
  let refused = false
  const full = (): boolean => blocks.length >= mostCells || length >= MOST_CHARACTERS
  const put = (text: string, kind: Block['kind'], part: Omit<Part, 'start' | 'end'>): void => {
    pieces.push(gap, text)
    const start = length + gap.length
    length = start + text.length
    blocks.push({ start, end: length, kind })
    parts.push({ start, end: length, ...part })
  }
  return {
    full,
    sheet(name, hidden) {
      sheet = name
      sheetHidden = hidden
      lastRow = 0
      refused = full()
      comments = []
    },
    cell(row, column, raw, hidden) {
      const text = raw.trim()
      if (text === '') return
      if (full()) {
        refused = true
        return
      }
      gap = length === 0 ? '' : lastRow === 0 ? '\n\n' : row === lastRow ? '\t' : '\n'
      lastRow = row
      const mark: { mark?: Mark } = hidden || sheetHidden ? { mark: 'hidden' } : {}
      put(text, 'cell', { place: { kind: 'cell', sheet, cell: cellName(row, column) }, ...mark })
    },
    comment(row, column, raw, by, at) {
      const text = raw.trim()
      if (text === '' || full()) return
      comments.push({ row, column, text, ...(by ? { by } : {}), ...(at ? { at } : {}) })
    },
    end(rows) {
      for (const { row, column, text, ...who } of comments) {
        gap = length === 0 ? '' : '\n\n'
        const place = { kind: 'cell', sheet, cell: cellName(row, column) } as const
        put(text, 'paragraph', { place, mark: 'comment', ...who })
      }
      comments = []
      if (refused)
        problems.push(
          problem('rows-left-out', null, sheet, String(lastRow), rows === null ? 'more' : String(rows)),
        )
    },
    done: () => ({ text: pieces.join(''), blocks, parts, problems }),
  }
}
