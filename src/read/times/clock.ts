/** Times of day: "3 p.m.", "18:00 UTC", "noon", "half past three", "the evening of 3 May", "at 3 p.m. on 4 May". */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { parseNumber } from '../lang/en/numbers.js'
import type { Form, Read, Rule } from './form.js'
import { readDate } from './date.js'
import { readNumericDate } from './numeric-date.js'
import { readRelative } from './relative.js'
import { FUNCTION_WORDS, PARTS, ZONES } from './vocabulary.js'
import { readWeekday } from './weekday.js'

interface Told {
  readonly time: string
  readonly next: number
}

/** A day that a time of day can belong to, at lexeme `i`. */
export function readDay(l: readonly Lexeme[], i: number): Read | null {
  const read = [readDate, readNumericDate, readWeekday, readRelative]
    .map((rule) => rule(l, i))
    .filter((r) => r !== null && isDay(r.form))
  return read.reduce<Read | null>((best, r) => (best && r && best.next >= r.next ? best : r), null)
}

export const isDay = (form: Form): boolean =>
  form.kind === 'weekday' || form.kind === 'figures' ||
  (form.kind === 'part' && (form.part.grain === 'day' || form.part.grain === 'holiday')) ||
  (form.kind === 'moment' && form.moment.grain === 'day') ||
  (form.kind === 'offset' && form.grain === 'day') // prettier-ignore

export const readClock: Rule = (l, i) => {
  const told = numericClock(l, i) ?? wordClock(l, i)
  if (told) return withDay(l, i, told)
  return partOfDay(l, i)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Adds a zone, a part of the day, and the day itself. */
function withDay(l: readonly Lexeme[], first: number, told: Told): Read {
  let { next } = told
  if (/^(?:in|at)$/.test(wordAt(l, next))) {
    const the = wordAt(l, next + 1) === 'the' ? next + 2 : next + 1
    if (PARTS.has(wordAt(l, the)) && !readDay(l, the + 2)) next = the + 1
  }
  const comma = markAt(l, next) === ',' ? next + 1 : next
  const on = /^(?:on|of)$/.test(wordAt(l, comma)) ? comma + 1 : comma
  const day = readDay(l, on)
  return day
    ? { first, next: day.next, form: { kind: 'clock', time: told.time, of: day.form } }
    : { first, next, form: { kind: 'clock', time: told.time, of: null } }
}

function numericClock(l: readonly Lexeme[], i: number): Told | null {
  const own = l[i]
  if (
    own?.kind !== 'number' ||
    (own.glued && l[i - 1]?.kind !== 'mark') ||
    /^[:/.$€£]$/.test(own.glued ? l[i - 1]!.lower : '')
  )
    return null
  const dotted = /^(\d{1,2})\.(\d\d)$/.exec(own.lower)
  const colon =
    markAt(l, i + 1) === ':' && l[i + 1]!.glued && l[i + 2]?.glued && /^\d\d$/.test(l[i + 2]!.lower)
  const military = /^[0-2]\d[0-5]\d$/.test(own.lower)
  if (!dotted && !colon && !military && !/^\d{1,2}$/.test(own.lower)) return null
  let hour = dotted ? Number(dotted[1]) : military ? Number(own.lower.slice(0, 2)) : own.value
  const minute = dotted
    ? Number(dotted[2])
    : colon
      ? l[i + 2]!.value
      : military
        ? Number(own.lower.slice(2))
        : 0
  let next = colon ? i + 3 : i + 1
  if (hour > 24 || minute > 59) return null
  const half = wordAt(l, next)
  let sure = false
  if (half === 'am' || half === 'pm') {
    if (hour > 12 && !colon) return null
    if (half === 'pm' && hour < 12) hour += 12
    if (half === 'am' && hour === 12) hour = 0
    next++
    sure = true
  } else if (half === 'o' && /^['’]$/.test(markAt(l, next + 1)) && wordAt(l, next + 2) === 'clock') {
    next += 3
    sure = true
  } else if (half === 'noon' || half === 'midnight') {
    next++
    sure = true
  }
  const zone = zoneAt(l, next)
  if (zone) next = zone.next
  else if ((military || colon) && wordAt(l, next) === 'hours') {
    next++
    sure = true
  }
  if (wordAt(l, next) === 'local' && wordAt(l, next + 1) === 'time') next += 2
  const led =
    /^(?:at|by|from|until|till|before|after|around|about|between|since)$/.test(wordAt(l, i - 1)) ||
    /^[,(–-]$/.test(markAt(l, i - 1))
  if (!sure && !zone && !(colon && led)) return null
  return { time: `T${two(hour)}:${two(minute)}${zone?.utc ? 'Z' : ''}`, next }
}

/** "UTC", "(GMT +8)", "EST". */
function zoneAt(l: readonly Lexeme[], i: number): { readonly utc: boolean; readonly next: number } | null {
  const open = markAt(l, i) === '(' ? i + 1 : i
  const zone = wordAt(l, open)
  if (!ZONES.has(zone) || !l[open]!.capital) return null
  let next = open + 1
  const offset = /^[+-]$/.test(markAt(l, next)) && l[next + 1]?.kind === 'number'
  if (offset) next += 2
  if (open > i) {
    if (markAt(l, next) !== ')') return null
    next++
  }
  return { utc: !offset && /^(?:utc|gmt|z)$/.test(zone), next }
}

/** "noon", "midnight", "three o'clock", "half past three", "quarter to six". */
function wordClock(l: readonly Lexeme[], i: number): Told | null {
  const w = wordAt(l, i)
  if (/^(?:noon|midnight|midday)$/.test(w)) {
    const led = /^(?:at|by|until|till|before|after|around|about|since|to|from|past|and)$/.test(
      wordAt(l, i - 1),
    )
    const zone = zoneAt(l, i + 1)
    if (zone)
      return { time: `${w === 'midnight' ? 'T24:00' : 'T12:00'}${zone.utc ? 'Z' : ''}`, next: zone.next }
    return led || wordAt(l, i + 1) === 'on'
      ? { time: w === 'midnight' ? 'T24:00' : 'T12:00', next: i + 1 }
      : null
  }
  const past = wordAt(l, i + 1)
  if ((w === 'half' || w === 'quarter') && (past === 'past' || (past === 'to' && w === 'quarter'))) {
    const hour = parseNumber(wordAt(l, i + 2)) ?? l[i + 2]?.value ?? NaN
    if (!(hour >= 1 && hour <= 12)) return null
    const minutes = w === 'half' ? 30 : 15
    const at = past === 'to' ? hour * 60 - minutes : hour * 60 + minutes
    return { time: `T${two(Math.floor(at / 60))}:${two(at % 60)}`, next: i + 3 }
  }
  if (wordAt(l, i + 1) !== 'o' || wordAt(l, i + 3) !== 'clock') return null
  const hour = parseNumber(w)
  return hour !== null && hour >= 1 && hour <= 12 ? { time: `T${two(hour)}:00`, next: i + 4 } : null
}

/** "in the morning", "at night": of the day told last, or any. */
function bare(l: readonly Lexeme[], i: number, at: number, part: string): Read | null {
  const w = wordAt(l, at)
  if (l[at + 1]?.kind === 'word' && !FUNCTION_WORDS.has(wordAt(l, at + 1))) return null
  if (/^(?:at|by)$/.test(wordAt(l, i - 1)) && i === at && /^(?:night|dawn|dusk)$/.test(w))
    return { first: i, next: at + 1, form: { kind: 'plain', type: 'TIME', value: `XXXX-XX-XXT${part}` } }
  if (
    !/^(?:in|during|throughout|by|until)$/.test(wordAt(l, i - 1)) ||
    i === at ||
    !/^(?:morning|afternoon|evening|night)$/.test(w)
  )
    return null
  return { first: i, next: at + 1, form: { kind: 'clock', time: `T${part}`, of: null } }
}

/** "the evening of 3 May", "the early hours of Sunday", "late in the evening of 3 May", "the night of". */
function partOfDay(l: readonly Lexeme[], i: number): Read | null {
  let at = i
  if (/^(?:early|late)$/.test(wordAt(l, at)) && wordAt(l, at + 1) === 'in') at += 2
  if (wordAt(l, at) === 'the') at++
  const hours = /^(?:early|late|small)$/.test(wordAt(l, at)) ? at + 1 : at
  const word = wordAt(l, hours)
  const part = word === 'hours' && hours > at ? (wordAt(l, at) === 'late' ? 'NI' : 'MO') : PARTS.get(word)
  if (part === undefined) return null
  const next = wordAt(l, hours + 1)
  const day = next === 'of' || next === 'on' ? readDay(l, hours + 2) : null
  if (!day) return bare(l, i, hours, part)
  return day ? { first: i, next: day.next, form: { kind: 'clock', time: `T${part}`, of: day.form } } : null
}
