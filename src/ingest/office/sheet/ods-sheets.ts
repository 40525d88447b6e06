/** content.xml of an ODS, streamed. Repeated cells and rows count as often as they stand, as far as there is room. */
import type { Attribute, XmlHandlers } from '../../xml/read-xml.js'
import { numberText } from './dates.js'
import type { SheetText } from './sheet-text.js'

export interface OdsReading {
  readonly handlers: XmlHandlers
  /** Ends the last sheet; the number of formulas without a stored value. */
  finish(): number
}

interface OdsCell {
  readonly column: number
  readonly times: number
  readonly text: string
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

export function odsSheets(into: SheetText): OdsReading {
  const hiddenStyles = new Set<string>()
  let style = ''
  let open = false
  let row = 0
  let rowTimes = 1
  let rowHidden = false
  let column = 0
  let hiddenColumns: (readonly [from: number, to: number])[] = []
  let definedColumns = 0
  let cells: OdsCell[] = []
  let cell: { times: number; stored: string | null; formula: boolean; paragraphs: string[] } | null = null
  let note: { by: string; at: string; paragraphs: string[] } | null = null
  let notes: { column: number; text: string; by: string; at: string }[] = []
  let field: 'creator' | 'date' | null = null
  let inText = 0
  let unvalued = 0

  const end = (): void => {
    if (open) into.end(null)
    open = false
  }
  const isHidden = (at: number): boolean =>
    rowHidden || hiddenColumns.some(([from, to]) => at >= from && at <= to)
  const closeRow = (): void => {
    for (let time = 0; time < rowTimes && cells.length > 0 && row + time < LAST_ROW; time++) {
      for (const { column: from, times, text } of cells)
        for (let i = 0; i < times && from + i <= LAST_COLUMN; i++)
          into.cell(row + 1 + time, from + i, text, isHidden(from + i))
      if (into.full()) break
    }
    for (const { column: at, text, by, at: when } of notes)
      into.comment(row + 1, at, text, by || undefined, when || undefined)
    row += rowTimes
    cells = []
    notes = []
  }
  const closeCell = (): void => {
    if (!cell) return
    const text = cell.stored ?? cell.paragraphs.join('\n')
    if (text.trim() !== '') cells.push({ column: column + 1, times: cell.times, text })
    else if (cell.formula) unvalued++
    column += cell.times
    cell = null
  }
  const addText = (text: string): void => {
    const to = note?.paragraphs ?? cell?.paragraphs
    if (to && to.length > 0) to[to.length - 1] += text
  }

  return {
    finish() {
      end()
      return unvalued
    },
    handlers: {
      done: () => into.full(),
      open(name, attribute) {
        if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
          const times = count(attribute('table:number-columns-repeated'), LAST_COLUMN)
          const formula = attribute('table:formula') !== undefined
          cell = { times, stored: stored(attribute), formula, paragraphs: [] }
        } else if (name === 'text:p') {
          ;(note?.paragraphs ?? cell?.paragraphs)?.push('')
          inText++
        } else if (name === 'text:s') addText(' '.repeat(count(attribute('text:c'), 1000)))
        else if (name === 'text:tab') addText(' ')
        else if (name === 'text:line-break') addText('\n')
        else if (name === 'table:table-row') {
          rowTimes = count(attribute('table:number-rows-repeated'), LAST_ROW)
          rowHidden = /^(?:collapse|filter)$/.test(attribute('table:visibility') ?? '')
          column = 0
        } else if (name === 'table:table-column') {
          const times = count(attribute('table:number-columns-repeated'), LAST_COLUMN)
          if (/^(?:collapse|filter)$/.test(attribute('table:visibility') ?? ''))
            hiddenColumns.push([definedColumns + 1, definedColumns + times])
          definedColumns += times
        } else if (name === 'table:table') {
          end()
          open = true
          row = definedColumns = 0
          hiddenColumns = []
          into.sheet(attribute('table:name') ?? '', hiddenStyles.has(attribute('table:style-name') ?? ''))
        } else if (name === 'office:annotation') note = { by: '', at: '', paragraphs: [] }
        else if (name === 'dc:creator' && note) field = 'creator'
        else if (name === 'dc:date' && note) field = 'date'
        else if (name === 'style:style') style = attribute('style:name') ?? ''
        else if (name === 'style:table-properties' && attribute('table:display') === 'false')
          hiddenStyles.add(style)
      },
      close(name) {
        if (name === 'table:table-cell' || name === 'table:covered-table-cell') closeCell()
        else if (name === 'text:p') inText--
        else if (name === 'table:table-row') closeRow()
        else if (name === 'table:table') end()
        else if (name === 'office:annotation' && note) {
          const { by, at, paragraphs } = note
          notes.push({ column: column + 1, text: paragraphs.join('\n'), by, at })
          note = null
        } else if (name === 'dc:creator' || name === 'dc:date') field = null
      },
      text(text) {
        if (note && field === 'creator') note.by += text
        else if (note && field === 'date') note.at += text
        else if (inText > 0) addText(text.replace(/\s+/g, ' '))
      },
    },
  }
}

/** What a cell stores, where it is no string: its shown text follows the country of whoever saved it. */
function stored(attribute: Attribute): string | null {
  const type = attribute('office:value-type')
  const value = attribute('office:value')
  if (type === 'date') return attribute('office:date-value')?.replace(/T00:00:00(?:\.0+)?$/, '') ?? null
  if (type === 'time') return timeOf(attribute('office:time-value') ?? '')
  if (type === 'boolean') return attribute('office:boolean-value')?.toUpperCase() ?? null
  if (type === 'string') return attribute('office:string-value') ?? null
  return value === undefined ? null : numberText(value)
}

/** 'PT13H05M00S' → '13:05:00'. */
function timeOf(duration: string): string | null {
  const match = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration)
  return match ? match.slice(1).join(':') : duration || null
}

function count(value: string | undefined, most: number): number {
  const number = Number(value ?? 1)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : 1
}
