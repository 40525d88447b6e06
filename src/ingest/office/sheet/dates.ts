/** Serial numbers of spreadsheets that a number format shows as dates → ISO 8601 (ECMA-376 part 1, §18.17.4). */

/** Built-in formats that show a date or a time (§18.8.30), East Asian ones included. */
const BUILT_IN = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a number format shows dates or times. `code` decides where there is one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN(id)
  // Only the part for positive numbers counts; words, colours and padding are no letters of a date.
  const bare = code
    .slice(0, 300)
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .split(';')[0]!
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '')
  return /[ymdhs]/i.test(bare) && !/general|[#0?]\s*e[+-]/i.test(bare)
}

const DAY = 86_400_000
/** 9999-12-31. */
const LAST = 2_958_465.999_999

/**
 * 'YYYY-MM-DD', with 'THH:MM:SS' where it has a time, 'HH:MM:SS' for a time alone; null for no day of the calendar in use.
 * In the 1900 system day 60 is 29 February 1900, which never was.
 */
export function isoOf(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0) || serial > LAST) return null
  const two = (n: number): string => String(n).padStart(2, '0')
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * 86_400)
  if (seconds === 86_400) {
    day++
    seconds = 0
  }
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  if (day === 0 && !from1904) return time
  if (day === 60 && !from1904) return null
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(epoch + day * DAY).toISOString().slice(0, 10)
  return seconds === 0 ? date : `${date}T${time}`
}

/** A stored number as spreadsheets show it: 15 digits, without the dust of binary fractions; as it stands where it is none. */
export function numberText(value: string): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  return /^-?\d{1,15}$/.test(value) ? value : String(Number(number.toPrecision(15)))
}
