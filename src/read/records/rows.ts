/** Rows of account statements, invoices and job books: who paid whom, who sold what to whom, who did what for whom, by their column heads. */
import type { Document, Part } from '../../schema/document.js'
import type { Claim, Term } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import currencies from '../lang/en/currencies.json' with { type: 'json' }
import labels from '../lang/en/record-labels.json' with { type: 'json' }
import type { Recorder, Stated } from './record.js'

type Column = keyof typeof labels.columns
const COLUMNS = Object.entries(labels.columns) as [Column, readonly string[]][]
const CODES = new Set(currencies.codes)
const AMOUNT = /^[-–−(]?[\p{Sc}\s]*\d[\d\s.,'’]*\)?-?$/u

type Row = ReadonlyMap<string, Part>
interface Head {
  readonly columns: ReadonlyMap<Column, string>
  readonly unit: string | null
}

/** The claims of the rows among this document's (or stretch's) blocks; none where the head tells no two parties or no doer and work. */
export function rowClaims({ info: { text }, blocks, parts = [] }: Document, record: Recorder): Claim[] {
  const [from, to] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0]
  const heads = new Map<string, Head | null>()
  const out: Claim[] = []
  for (const [sheet, row] of rowsOf(parts)) {
    const known = heads.get(sheet)
    if (known === undefined) {
      heads.set(sheet, headOf(text, row))
      continue
    }
    if (!known) continue
    const cells = [...row.values()]
    const evidence = { start: cells[0]!.start, end: cells.at(-1)!.end }
    if (evidence.start >= from && evidence.end <= to) out.push(...ofRow(text, row, known, evidence, record))
  }
  return out
}

function* rowsOf(parts: readonly Part[]): Generator<[string, Row]> {
  let [sheet, number] = ['', '']
  let row = new Map<string, Part>()
  for (const part of parts) {
    if (part.place.kind !== 'cell' || part.mark === 'comment') continue
    const [, column, line] = /^([A-Z]+)(\d+)$/.exec(part.place.cell) ?? []
    if (column === undefined || line === undefined) continue
    if (row.size > 0 && (part.place.sheet !== sheet || line !== number)) {
      yield [sheet, row]
      row = new Map()
    }
    ;[sheet, number] = [part.place.sheet, line]
    row.set(column, part)
  }
  if (row.size > 0) yield [sheet, row]
}

function headOf(text: string, row: Row): Head | null {
  const columns = new Map<Column, string>()
  let unit: string | null = null
  for (const [column, { start, end }] of row) {
    const words = text.slice(start, end).split(/[\s()[\],]+/)
    const code = words.find((word) => CODES.has(word))
    if (code) unit ??= code
    const label = words
      .filter((word) => word !== code && word !== '')
      .join(' ')
      .toLowerCase()
    const kind = COLUMNS.find(([, names]) => names.includes(label))?.[0]
    if (kind && !columns.has(kind)) columns.set(kind, column)
  }
  const both = (a: Column, b: Column): boolean => columns.has(a) && columns.has(b)
  const tells =
    (columns.has('amount') &&
      (both('holder', 'counterparty') || both('payer', 'payee') || both('seller', 'buyer'))) ||
    both('doer', 'work')
  return tells ? { columns, unit } : null
}

function ofRow(text: string, row: Row, { columns, unit }: Head, evidence: Span, record: Recorder): Claim[] {
  const cell = (kind: Column): Part | undefined => row.get(columns.get(kind) ?? '')
  const term = (kind: Column): Term | null => {
    const part = cell(kind)
    return part ? record.term({ start: part.start, end: part.end }) : null
  }
  const day = cell('date')
  const time = day ? record.time({ start: day.start, end: day.end }) : null
  const amount = amountOf(text, cell('amount'), unit)
  const role = (name: string, of: Term | null): Stated['roles'] => (of ? [{ role: name, term: of }] : [])
  const [holder, other, item] = [term('holder'), term('counterparty'), term('text')]
  const [payer, payee] =
    holder && other && amount
      ? amount.value < 0
        ? [holder, other]
        : [other, holder]
      : [term('payer'), term('payee')]
  if (payer && payee && amount)
    return [
      record.claim({
        evidence,
        subject: payer,
        predicate: 'pay',
        property: 'payment',
        object: amount.term,
        roles: [...role('to', payee), ...role('for', item)],
        time,
      }),
    ]
  const [seller, buyer] = [term('seller'), term('buyer')]
  if (seller && buyer && amount)
    return [
      record.claim({
        evidence,
        subject: buyer,
        predicate: 'buy',
        property: 'purchase',
        object: item ?? amount.term,
        roles: [...role('from', seller), ...(item ? role('for', amount.term) : [])],
        time,
      }),
    ]
  const [doer, work] = [term('doer'), term('work')]
  if (doer && work)
    return [
      record.claim({
        evidence,
        subject: doer,
        predicate: 'do',
        property: null,
        object: work,
        roles: role('for', term('customer')),
        time,
      }),
    ]
  return []
}

/** "-350,000.00" below "Amount NOK": the sum without its sign, which only says to whom it went. */
function amountOf(
  text: string,
  part: Part | undefined,
  unit: string | null,
): { term: Term; value: number } | null {
  if (!part) return null
  const written = text.slice(part.start, part.end)
  if (!AMOUNT.test(written)) return null
  const figures = written.replace(/[^\d.,]/g, '')
  // The last mark with one or two figures after it parts the decimals, whichever mark the country uses
  const [, whole, decimals] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(figures)!
  const size = Number(`${whole!.replace(/[.,]/g, '')}.${decimals ?? 0}`)
  if (!Number.isFinite(size)) return null
  const negative = /^[-–−(]|-$/.test(written.trim())
  return {
    value: negative ? -size : size,
    term: { text: written, start: part.start, end: part.end, quantity: { value: size, unit } },
  }
}
