/** CSV and TSV (RFC 4180, and what is sent in its name): rows of cells, the delimiter told by the rows themselves. */
import { parse } from 'csv-parse/sync'
import type { Content, Format } from '../format.js'
import { NO_METADATA } from '../metadata.js'
import { delimiterOf } from './sheet/delimiter.js'
import { sheetText } from './sheet/sheet-text.js'

/** Rows read; the rest is counted by its line ends. */
const MOST_ROWS = 500_000

/** A text file of cells; its sheet has no name. */
export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  extensions: ['csv', 'tsv', 'tab'],
  read(source): Content {
    const declared = /^sep=(.)\n/i.exec(source)
    const body = declared ? source.slice(declared[0].length) : source
    const skipped = declared ? 1 : 0
    const into = sheetText()
    into.sheet('', false)
    rowsOf(body, declared?.[1] ?? delimiterOf(body)).forEach((row, r) =>
      row.forEach((cell, c) => into.cell(r + 1 + skipped, c + 1, cell, false)),
    )
    into.end(lines(source))
    const read = into.done()
    return { ...read, metadata: NO_METADATA, language: null }
  },
}

function rowsOf(source: string, delimiter: string): string[][] {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: MOST_ROWS,
  } as const
  try {
    return parse(source, options)
  } catch {
    // A quotation mark that never closes would swallow the rest of the file: then quotation marks are only signs.
    return parse(source, { ...options, quote: false })
  }
}

function lines(text: string): number {
  let count = text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
