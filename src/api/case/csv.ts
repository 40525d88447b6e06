/** Comma-separated values (RFC 4180) that no spreadsheet runs. */

/** Beginnings that spreadsheets take for formulas, full-width forms included. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/u

/** A cell. One that would be a formula has an apostrophe before it, and is quoted. */
export function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\n\r;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const row = (values: readonly (string | number | null | undefined)[]): string =>
  `${values.map(cell).join(',')}\r\n`
