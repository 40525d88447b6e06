/** Times of day in a text: '05.30 hours', 'shortly after 2 a.m.', 'ten minutes past two in the morning', 'half past one', '2105 GMT'. */
export interface Hour {
  readonly start: number
  readonly end: number
  /** Minutes after midnight. Between 0 and 719 it may be of the afternoon where `half` is null. */
  readonly minutes: number
  readonly half: 'am' | 'pm' | 'known' | null
  /** Minutes that it may be off: 'about', 'shortly after', 'towards'. */
  readonly slack: number
  /** Universal time, or another that is named. */
  readonly zone: string | null
}

const NAMES = [
  'twelve',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
]
const SMALL: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  quarter: 15,
  twenty: 20,
  'twenty-five': 25,
  half: 30,
}
const DIGITAL =
  /(?<![\d.,:/-])(\d{1,2})[.:](\d\d)(?![\d]|[.,:]\d)(?:\s?(a\.?m\.?|p\.?m\.?|hours|h\b|o'clock|GMT|UTC))?|(?<![\d.,:/-])(\d{1,2})\s?(a\.?m\b\.?|p\.?m\b\.?|o['’]clock)|\b(\d{2})(\d{2})\s(hours|GMT|UTC)\b/gi
const SPOKEN = new RegExp(
  `\\b(?:(?:(a )?(five|ten|quarter|twenty-five|twenty|half)(?: minutes)? (past|to|after|before)|at|towards|about|around|by|shortly (?:after|before)|nearly|until|from|since) )(${NAMES.join('|')}|midnight|noon)\\b(?! (?:\\p{L}+s\\b|of\\b|hundred|thousand|million|other|more|people))(?: (?:o['’]clock))?(?: (in the (?:morning|afternoon|evening)|at night))?`,
  'giu',
)
const DIGITAL_CUE =
  /\b(?:at|by|from|until|till|since|around|about|after|before|towards?|between|and|to|only at|time(?:d)?)\s*$|(?:^|[\n(\t;])\s*$/i
const ROUGH = /\b(?:about|around|towards|nearly|almost|roughly|shortly (?:after|before)|some)\s*$/i
const ROUGHLY = 15

/** Every time of day in order. Numbers that may be amounts ('1.34 million') are left out. Linear. */
export function hoursIn(full: string): Hour[] {
  const text = full.slice(0, 2000)
  const out: Hour[] = []
  for (const m of text.matchAll(DIGITAL)) {
    const [all, h1, m1, mark1, h2, mark2, h3, m3, mark3] = m
    const hour = Number(h1 ?? h2 ?? h3)
    const minute = Number(m1 ?? m3 ?? 0)
    const mark = (mark1 ?? mark2 ?? mark3 ?? '').toLowerCase().replace(/[.’' ]/g, '')
    if (hour > 24 || minute > 59) continue
    const before = text.slice(Math.max(0, m.index - 30), m.index)
    const after = text.slice(m.index + all.length, m.index + all.length + 12)
    if (
      mark === '' &&
      (!DIGITAL_CUE.test(before) ||
        /^\s?(?:%|per|percent|million|billion|euros?|m\b|metres?|nautical|km)/i.test(after))
    )
      continue
    const half = mark.startsWith('a')
      ? 'am'
      : mark.startsWith('p')
        ? 'pm'
        : mark === 'oclock'
          ? null
          : h1?.length === 2 || h3
            ? 'known'
            : hour > 12
              ? 'known'
              : null
    const zone = /gmt|utc/.test(mark) ? 'utc' : /^\s*(?:GMT|UTC)/.test(after) ? 'utc' : null
    out.push({
      start: m.index,
      end: m.index + all.length,
      minutes: minutesOf(hour, minute, half),
      half,
      slack: ROUGH.test(before) ? ROUGHLY : 2,
      zone,
    })
  }
  for (const m of text.matchAll(SPOKEN)) {
    const [all, , part, side, name, when] = m
    const minute = part ? SMALL[part.toLowerCase()]! : 0
    const hour = /midnight/i.test(name!) ? 0 : /noon/i.test(name!) ? 12 : NAMES.indexOf(name!.toLowerCase())
    const base = (hour % 12) * 60 + (/past|after/i.test(side ?? '') || !side ? minute : -minute)
    const half = /midnight/i.test(name!)
      ? 'am'
      : /noon/i.test(name!) || /afternoon|evening/.test(when ?? '')
        ? 'pm'
        : /morning/.test(when ?? '')
          ? 'am'
          : null
    const before = text.slice(Math.max(0, m.index - 20), m.index + (part ? 0 : all.indexOf(name!)))
    if (!part && !when && !/midnight|noon/i.test(name!) && !/o['’]clock/i.test(all)) continue
    out.push({
      start: m.index,
      end: m.index + all.length,
      minutes: minutesOf(0, (base + 720) % 720, half),
      half,
      slack:
        ROUGH.test(before) || (!part && /^(?:towards|about|around|shortly|nearly)/i.test(all)) ? ROUGHLY : 2,
      zone: null,
    })
  }
  return out.sort((a, b) => a.start - b.start)
}

const minutesOf = (hour: number, minute: number, half: Hour['half']): number =>
  ((half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour) * 60 + minute) % 1440

/** True where two cannot be one time, null where their zones cannot be compared. */
export const hoursApart = (a: Hour, b: Hour): boolean | null =>
  (a.zone === null) === (b.zone === null) ? minutesApart(a, b) > 5 : null

/** Minutes between two, the least that they may lie apart; 0 where they can be the same. */
function minutesApart(a: Hour, b: Hour): number {
  if ((a.zone === 'utc') !== (b.zone === 'utc')) return 0
  const values = (h: Hour): number[] =>
    h.half === null && h.minutes < 720 ? [h.minutes, h.minutes + 720] : [h.minutes]
  const between = (x: number, y: number): number => Math.min(Math.abs(x - y), 1440 - Math.abs(x - y))
  const least = Math.min(...values(a).flatMap((x) => values(b).map((y) => between(x, y))))
  return Math.max(0, least - a.slack - b.slack)
}
