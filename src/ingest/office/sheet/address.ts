/** Cell addresses: (row 2, column 28) ↔ 'AB2'. Rows and columns count from 1. */

export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`

/** Null for what is no address of a sheet (columns end at XFD, rows at 1,048,576). */
export function addressOf(name: string | undefined): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name ?? '')
  if (!match) return null
  let column = 0
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column } : null
}
