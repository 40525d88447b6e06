/**
 * The days that sentences speak of, each with its place in the sentence. Days without a year, 'the 25th' and 'that evening' are
 * read by the days before them in the document, so that a day is known where a clause says little.
 */
import { civilDate, dayNumber } from '../../schema/day.js'

export interface Dated {
  /** In the sentence; end exclusive. */
  readonly at: number
  readonly end: number
  /** Days since 1970 (schema/day.ts), both included. */
  readonly first: number
  readonly last: number
  /** 'since 3 May', 'until 3 May', 'before 3 May', 'after 3 May': the day is a border. */
  readonly border: 'since' | 'until' | 'before' | 'after' | null
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const NAMES = MONTHS.map((m) => `${m}|${m.slice(0, 3)}`).join('|') + '|sept'
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  )
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const DATE = new RegExp(
  [
    `\\b(?<iso>\\d{4}-\\d\\d-\\d\\d)\\b`,
    `\\b(?<d1>\\d{1,2})[./](?<m1>\\d{1,2})[./](?<y1>\\d{4})\\b`,
    `\\b(?:(?<r2>\\d{1,2})(?:st|nd|rd|th)? ?(?:to|until|till|and|-|–) ?(?:the )?)?(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? (?<m2>${NAMES})\\b\\.?(?:,? (?<y2>\\d{4})\\b)?`,
    `\\b(?<m3>${NAMES})\\.? (?<d3>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<y3>\\d{4})\\b)?`,
    `\\b(?<m4>${NAMES})\\.?,? (?:of )?(?<y4>\\d{4})\\b`,
    `\\bthe (?<o5>\\d{1,2}(?:st|nd|rd|th)|${[...ORDINALS].reverse().join('|')})\\b(?: of (?<m5>${NAMES})\\b)?`,
    `(?<=\\b(?:in|since|until|till|from|of|by|last|late|early|mid) )(?<m6>${MONTHS.join('|')})\\b(?! \\d)`,
    `\\b(?<feast>Christmas Eve|Christmas(?: Day| night| morning)?|Boxing Day|New Year['’]s (?:Eve|Day)|All Saints['’] Day|Midsummer(?: Eve| Day)?|St\\.? Stephen['’]s Day)\\b`,
    `\\b(?<that>(?:(?:on|at) )?(?:that|the same|this same|the very same) (?:very )?(?:day|date|morning|afternoon|evening|night|noon|time))\\b`,
    `\\b(?<today>today|this (?:morning|afternoon|evening|day)|tonight)\\b`,
    `\\b(?<yesterday>yesterday|last night)\\b`,
    `\\b(?:(?:on|last) )(?<w>${WEEKDAYS.join('|')})\\b(?!(?: morning| afternoon| evening| night)?,? (?:the )?(?:\\d|${NAMES}))`,
    `(?<=\\b(?:in|since|until|till|from|of|by|year|and|to|born) )(?<y7>1[5-9]\\d\\d|20\\d\\d)\\b(?! ?(?:euro|dollar|pound|people|tonne|metre|kilo|share|house))`,
  ].join('|'),
  'giu',
)
const BORDERS: readonly (readonly [RegExp, NonNullable<Dated['border']>])[] = [
  [
    /\b(?:since|as of|as from|with effect from|effective|from)\s+(?:the (?:night|evening|morning) of )?$/i,
    'since',
  ],
  [/\b(?:until|till|up to|through|to)\s+(?:the (?:night|evening|morning) of )?$/i, 'until'],
  [/\b(?:before|by|prior to|ahead of|not later than|no later than)\s+$/i, 'before'],
  [/\b(?:after|following)\s+$/i, 'after'],
]
const FEASTS: readonly (readonly [RegExp, readonly [month: number, day: number]])[] = [
  [/christmas eve/i, [12, 24]],
  [/christmas/i, [12, 25]],
  [/boxing|stephen/i, [12, 26]],
  [/new year['’]s eve/i, [12, 31]],
  [/new year/i, [1, 1]],
  [/saints/i, [11, 1]],
  [/midsummer/i, [6, 24]],
]
/** Sentences back to which 'that day' may point. */
const NEAR = 4

const month = (name: string): number =>
  MONTHS.findIndex((m) => m.startsWith(name.toLowerCase().slice(0, 3))) + 1
const valid = (y: number, m: number, d: number): boolean => {
  if (m < 1 || m > 12 || d < 1 || d > 31) return false
  return civilDate(dayNumber(y, m, d)).month === m
}

/** Days of each sentence of one document, in order. `written` is the day of the document, null where unknown. Linear. */
export function datesOf(sentences: readonly string[], written: number | null): Dated[][] {
  let known = written
  let [last, lastAt] = [null as number | null, -NEAR]
  return sentences.map((text, i) => {
    const out: Dated[] = []
    for (const match of text.matchAll(DATE)) {
      const read = readDate(match.groups!, known, written, i - lastAt <= NEAR ? last : null)
      if (!read) continue
      const before = text.slice(Math.max(0, match.index - 40), match.index)
      // 'From 17 to 29' is a stretch of its own.
      const border = match.groups!['r2'] ? null : (BORDERS.find(([words]) => words.test(before))?.[1] ?? null)
      out.push({ at: match.index, end: match.index + match[0].length, border, ...read })
      if (read.last - read.first <= 31) {
        known = read.first
        if (read.last === read.first) [last, lastAt] = [read.first, i]
      }
    }
    return out
  })
}

type Groups = Readonly<Record<string, string | undefined>>
type Stretch = Pick<Dated, 'first' | 'last'>

function readDate(
  g: Groups,
  known: number | null,
  written: number | null,
  last: number | null,
): Stretch | null {
  const day = (n: number): Stretch => ({ first: n, last: n })
  if (g['iso']) {
    const [y, m, d] = g['iso'].split('-').map(Number) as [number, number, number]
    return valid(y, m, d) ? day(dayNumber(y, m, d)) : null
  }
  if (g['d1']) {
    const [d, m, y] = [Number(g['d1']), Number(g['m1']), Number(g['y1'])]
    return valid(y, m, d) ? day(dayNumber(y, m, d)) : null
  }
  const ordinal = g['o5']
  const d =
    g['d2'] ?? g['d3'] ?? (ordinal && (parseInt(ordinal) || ORDINALS.indexOf(ordinal.toLowerCase()) + 1))
  const name = g['m2'] ?? g['m3'] ?? g['m5']
  if (d && name) {
    const y = g['y2'] ?? g['y3']
    const at = y
      ? valid(+y, month(name), +d)
        ? dayNumber(+y, month(name), +d)
        : null
      : nearest(month(name), +d, known, written)
    if (at === null) return null
    const from = Number(g['r2'])
    const { year, month: m } = civilDate(at)
    return from && from < +d && valid(year, m, from) ? { first: dayNumber(year, m, from), last: at } : day(at)
  }
  if (d) {
    // 'the first' and 'the second' count things more often than days.
    if (known === null || !/\d|-|teen|twentieth|thirt/.test(ordinal!)) return null
    const { year, month: m } = civilDate(known)
    const near = [-1, 0, 1]
      .filter((k) =>
        valid(civilDate(dayNumber(year, m + k, 1)).year, civilDate(dayNumber(year, m + k, 1)).month, +d),
      )
      .map((k) => dayNumber(year, m + k, +d))
    return closest(near, known)
  }
  if (g['m4']) return whole(+g['y4']!, month(g['m4']))
  if (g['m6']) {
    const at = nearest(month(g['m6']), 15, known, written)
    return at === null ? null : whole(civilDate(at).year, month(g['m6']))
  }
  if (g['feast']) {
    const [m, d] = FEASTS.find(([words]) => words.test(g['feast']!))![1]
    const at = nearest(m, d, known, written)
    return at === null ? null : day(at)
  }
  if (g['that']) return last === null ? null : day(last)
  if (g['today']) return written === null ? null : day(written)
  if (g['yesterday']) return written === null ? null : day(written - 1)
  if (g['w']) {
    if (written === null) return null
    const back = (((written + 4) % 7) + 7 - WEEKDAYS.indexOf(g['w'].toLowerCase())) % 7
    return day(written - back)
  }
  return g['y7'] ? { first: dayNumber(+g['y7'], 1, 1), last: dayNumber(+g['y7'], 12, 31) } : null
}

const whole = (y: number, m: number): Stretch => ({
  first: dayNumber(y, m, 1),
  last: dayNumber(y, m + 1, 1) - 1,
})
const closest = (days: readonly number[], to: number): Stretch | null => {
  const best = [...days].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0]
  return best === undefined ? null : { first: best, last: best }
}

/** The year that brings the day nearest to the days before it, and not behind the document's own. */
function nearest(m: number, d: number, known: number | null, written: number | null): number | null {
  if (known === null) return null
  const { year } = civilDate(known)
  const days = [year - 1, year, year + 1].filter((y) => valid(y, m, d)).map((y) => dayNumber(y, m, d))
  const past = days.filter((n) => written === null || n <= written)
  return closest(past.length > 0 ? past : days, known)?.first ?? null
}
