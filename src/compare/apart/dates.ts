/** Days and months that stand in a text, with their year only where it is written: a year that is guessed makes conflicts of its own. */
export interface Dated {
  readonly start: number
  readonly end: number
  readonly year: number | null
  /** 1 to 12. */
  readonly month: number
  /** Null for a whole month. */
  readonly day: number | null
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  )
const WRITTEN = new RegExp(
  `(?<![\\p{L}\\d])(?:(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${MONTH}\\b\\.?(?:,? (\\d{4}))?|${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? (\\d{4}))?|${MONTH} (\\d{4})\\b|(\\d{4})-(\\d\\d)-(\\d\\d)\\b|(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\b|the (\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:century|floor|of [a-z]|\\p{L}+s?\\b(?<!and|was|to|at|in|from|until|by|when)))|the (${ORDINALS.join('|')})(?=[,.;]| (?:i|he|she|we|they|it|was)\\b))`,
  'giu',
)

/** Every date written out, in order. `near`: the month that 'the 27th' is of. Linear. */
export function datesIn(full: string, near: number | null = null): Dated[] {
  const text = full.slice(0, 2000)
  const out: Dated[] = []
  let last = near
  for (const m of text.matchAll(WRITTEN)) {
    const [all, d1, m1, y1, m2, d2, y2, m3, y3, y4, m4, d4, d5, m5, y5, d6, d7] = m
    const named = m1 ?? m2 ?? m3
    const month = named
      ? MONTHS.findIndex((name) => name.startsWith(named.toLowerCase().slice(0, 3))) + 1
      : Number(m4 ?? m5 ?? last ?? 0)
    const day = d7 ? ORDINALS.indexOf(d7.toLowerCase()) + 1 : Number(d1 ?? d2 ?? d4 ?? d5 ?? d6 ?? 0)
    const year = y1 ?? y2 ?? y3 ?? y4 ?? y5
    if (month < 1 || month > 12 || day > 31) continue
    if (named?.toLowerCase() === 'may' && day === 0 && !year) continue
    last = month
    out.push({
      start: m.index,
      end: m.index + all.length,
      year: year ? Number(year) : null,
      month,
      day: day || null,
    })
  }
  return out
}

/** Days between two, 0 where they can be one; a year that is not written can be any. */
export function daysApart(a: Dated, b: Dated): number {
  const number = (d: Dated, day: number): number => (d.month - 1) * 30.4 + day
  const range = (d: Dated): readonly [number, number] => [number(d, d.day ?? 1), number(d, d.day ?? 31)]
  const [[a1, a2], [b1, b2]] = [range(a), range(b)]
  const years = a.year !== null && b.year !== null ? (b.year - a.year) * 365 : null
  const gap = (shift: number): number => Math.max(0, a1 - b2 - shift, b1 + shift - a2)
  if (years !== null) return gap(years)
  return Math.min(gap(0), gap(365), gap(-365))
}
