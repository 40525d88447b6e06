/** Times of day in a text: '01.34', '2 a.m.', 'shortly after two in the morning', 'five past midnight'. */

const HOURS: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 1]),
)
const MINUTES: Readonly<Record<string, number>> = {
  ...HOURS,
  quarter: 15,
  twenty: 20,
  'twenty-five': 25,
  half: 30,
}
const HOUR = `${Object.keys(HOURS).join('|')}|midnight|noon|midday|\\d{1,2}`
const WRITTEN =
  /(?<![\d.:,€$£]|(?:EUR|USD|GBP) )\b([01]?\d|2[0-3])[.:h]([0-5]\d)\b(?![.:]?\d|,\d)( ?(?:[ap]\.? ?m\b)| hours)?(?! ?(?:%|per cent|percent|million|billion|euro|dollar|pound|kroner|met|kilo|ton|km|m\b))/gi
const HALF_DAY = new RegExp(`\\b(${HOUR}) ?(a\\.? ?m|p\\.? ?m|o['’]clock)\\b`, 'gi')
const PAST = new RegExp(
  `\\b(?:a )?(half|quarter|${Object.keys(HOURS).join('|')}|twenty-five|twenty)(?: minutes?)? (past|to|after|before) (${HOUR})\\b`,
  'gi',
)
const SPOKEN = new RegExp(
  `\\b(?:at|after|before|until|till|since|by|towards|about|around) (${HOUR})\\b(?= (?:in the (?:morning|afternoon|evening)|at night)|[.,;]|$)`,
  'gi',
)
const LATE = /\b(?:afternoon|evening|p\.? ?m)\b/i

/** Minutes after midnight, in order of kind; a clock of twelve hours is taken as before noon where nothing says otherwise. Linear. */
export function clocksIn(text: string): number[] {
  const out = new Set<number>()
  const short = text.slice(0, 1000)
  const late = (near: string): number => (LATE.test(near) ? 720 : 0)
  for (const [all, h, m] of short.matchAll(WRITTEN))
    out.add(onDay(Number(h) * 60 + Number(m) + (Number(h) < 12 ? late(all) : 0)))
  for (const [, h, half] of short.matchAll(HALF_DAY)) {
    const hour = hourOf(h!)
    if (hour !== null) out.add(onDay((hour % 12) * 60 + late(half!)))
  }
  const spoken = new Set<number>()
  for (const { index, 0: all, 1: m, 2: way, 3: h } of short.matchAll(PAST)) {
    const hour = hourOf(h!)
    if (hour === null) continue
    const off = MINUTES[m!.toLowerCase()]! * (/past|after/i.test(way!) ? 1 : -1)
    for (let i = index; i < index + all.length; i++) spoken.add(i)
    out.add(onDay(hour * 60 + off + late(short.slice(index, index + all.length + 20))))
  }
  for (const { index, 0: all, 1: h } of short.matchAll(SPOKEN)) {
    const hour = hourOf(h!)
    if (hour === null || spoken.has(index + all.length - 1) || /^\d/.test(h!)) continue
    out.add(onDay(hour * 60 + late(short.slice(index, index + all.length + 20))))
  }
  return [...out]
}
const onDay = (minutes: number): number => (minutes + 1440) % 1440

function hourOf(word: string): number | null {
  const lower = word.toLowerCase()
  if (lower === 'midnight') return 0
  if (lower === 'noon' || lower === 'midday') return 12
  return HOURS[lower] ?? (/^\d/.test(lower) && Number(lower) < 24 ? Number(lower) : null)
}

const VAGUE =
  /\b(?:about|around|shortly|soon|towards|before|after|some|nearly|almost|approximately|between|until|since)\b/i
/** Minutes that two accounts of one moment may lie apart. */
const SLACK = 4
const VAGUE_SLACK = 25
/** Two clocks that differ by twelve hours may be one, read from a clock of twelve. */
export function clocksApart(a: string, b: string): boolean {
  const [x, y] = [clocksIn(a), clocksIn(b)]
  if (x.length === 0 || y.length === 0) return false
  const slack = VAGUE.test(a) || VAGUE.test(b) ? VAGUE_SLACK : SLACK
  return !x.some((s) => y.some((t) => apart(s, t) <= slack))
}
const apart = (s: number, t: number): number => {
  const off = Math.abs(s - t) % 720
  return Math.min(off, 720 - off)
}
