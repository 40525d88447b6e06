const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const SEASONS = ['spring', 'summer', 'autumn', 'winter']

/** An EDTF time as English writes it; what has no plain English form is given as it is. */
export function dateWords(edtf: string): string {
  const slash = edtf.indexOf('/')
  if (slash >= 0) {
    const [from, to] = [edtf.slice(0, slash), edtf.slice(slash + 1)]
    if (from === '..' || from === '') return `until ${dateWords(to)}`
    if (to === '..' || to === '') return `from ${dateWords(from)}`
    return `${dateWords(from)} to ${dateWords(to)}`
  }
  const [, year, month, day, mark] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.Z+-]*)?)?)?([?~%]?)$/.exec(edtf) ?? []
  if (year === undefined) return edtf
  const part = month === undefined ? null : (MONTHS[Number(month) - 1] ?? SEASONS[Number(month) - 21])
  if (part === undefined) return edtf
  const words = [day === undefined ? null : String(Number(day)), part, year].filter(Boolean).join(' ')
  return mark === '~' || mark === '%' ? `about ${words}` : mark === '?' ? `${words}, perhaps` : words
}
