/** XLS and XLSB, read by SheetJS: stored values only, no formula is parsed or calculated. */
import * as sheets from '@e965/xlsx'
import { WhenceError } from '../../../schema/errors.js'
import type { Content } from '../../format.js'
import { isCompound } from '../compound.js'
import { fieldsOf, type Told } from '../fields.js'
import { isDateFormat, isoOf, numberText } from './dates.js'
import { sheetText } from './sheet-text.js'
import { withoutFormulas } from './without-formulas.js'

/** Rows of a sheet; XLS itself ends at 65,536. */
const MOST_ROWS = 200_000

/** @throws WhenceError 'file-encrypted', 'sheet-damaged' */
export function binaryWorkbook(bytes: Uint8Array, file: string): Content {
  const book = read(bytes, file)
  const into = sheetText()
  const from1904 = book.Workbook?.WBProps?.date1904 ?? false
  book.SheetNames.forEach((name, i) => {
    const sheet = book.Sheets[name] as (sheets.DenseWorkSheet & sheets.WorkSheet) | undefined
    into.sheet(name, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0)
    const hiddenRows = sheet?.['!rows']
    const hiddenColumns = sheet?.['!cols']
    sheet?.['!data']?.forEach((row, r) =>
      row?.forEach((cell, c) => {
        if (!cell) return
        const hidden = (hiddenRows?.[r]?.hidden ?? false) || (hiddenColumns?.[c]?.hidden ?? false)
        into.cell(r + 1, c + 1, textOf(cell, from1904), hidden)
        for (const { t, a } of cell.c ?? []) into.comment(r + 1, c + 1, t ?? '', a, undefined)
      }),
    )
    const whole: unknown = sheet?.['!fullref'] ?? sheet?.['!ref']
    const last = typeof whole === 'string' ? /(\d+)$/.exec(whole)?.[1] : undefined
    into.end(last === undefined ? null : Number(last))
  })
  const told = toldBy(book.Props)
  const done = into.done()
  return { ...done, ...fieldsOf(done.text, [], told), language: null }
}

function read(bytes: Uint8Array, file: string): sheets.WorkBook {
  try {
    return sheets.read(isCompound(bytes) ? withoutFormulas(bytes) : bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      cellStyles: true,
      sheetRows: MOST_ROWS,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(why)) throw new WhenceError('file-encrypted', file)
    throw new WhenceError('sheet-damaged', why)
  }
}

function textOf({ t, v, z, w }: sheets.CellObject, from1904: boolean): string {
  if (t === 'z' || v === undefined) return ''
  if (t === 'b') return v ? 'TRUE' : 'FALSE'
  if (t === 'e') return w ?? ERRORS.get(Number(v)) ?? '#ERROR!'
  if (t === 'n' && typeof v === 'number') {
    const date = z !== undefined && isDateFormat(-1, String(z)) ? isoOf(v, from1904) : null
    return date ?? numberText(String(v))
  }
  return v instanceof Date ? v.toISOString() : String(v)
}
/** Error values of cells (MS-XLS, BErr). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])

function toldBy(props: sheets.FullProperties | undefined): Told {
  const created = props?.CreatedDate
  return {
    title: props?.Title,
    creators: props?.Author?.split(/\s*;\s*/),
    created: created instanceof Date && !Number.isNaN(created.getTime()) ? created.toISOString() : undefined,
    from: { title: 'file properties', creators: 'file properties', created: 'file properties' },
  }
}
