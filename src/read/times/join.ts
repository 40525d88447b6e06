/** Neighbouring times that are one: "from 2003 to 2007", "between March and May", "1820–1871", "since 2009", "Friday at 3 p.m.". */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { isDay } from './clock.js'
import type { Form, Read } from './form.js'
import { isDash } from './vocabulary.js'

/** Joins reads of one sentence, given in order. Linear. */
export function joined(l: readonly Lexeme[], reads: readonly Read[]): Read[] {
  const out: Read[] = []
  for (const read of reads) {
    const before = out.at(-1)
    const both = before ? (withClock(l, before, read) ?? range(l, before, read)) : null
    if (both) out[out.length - 1] = both
    else out.push(read)
  }
  return out.map((read) => open(l, read) ?? read)
}

/** "Friday at 3 p.m.", "4 May, around noon", "Tuesday (18:00 GMT)". */
function withClock(l: readonly Lexeme[], day: Read, clock: Read): Read | null {
  if (clock.form.kind !== 'clock' || clock.form.of || !isDay(day.form)) return null
  let at = day.next
  if (markAt(l, at) === ',') at++
  if (/^(?:just|shortly)$/.test(wordAt(l, at))) at++
  if (/^(?:at|around|about|by|before|after|from|in|until)$/.test(wordAt(l, at))) at++
  if (wordAt(l, at) === 'the') at++
  return at === clock.first
    ? { first: day.first, next: clock.next, form: { ...clock.form, of: day.form } }
    : null
}

const CALENDAR: ReadonlySet<Form['kind']> = new Set([
  'part',
  'inside',
  'monthday',
  'moment',
  'weekday',
  'figures',
  'offset',
  'stamp',
  'modified',
])
// "From 2003 until today" ends now; "from now" does not begin a stretch of the calendar.
const canBound = (form: Form): boolean => CALENDAR.has(form.kind)

function range(l: readonly Lexeme[], from: Read, to: Read): Read | null {
  if (!canBound(from.form) || !canBound(to.form)) return null
  const before = wordAt(l, from.first - 1)
  let at = from.next
  if (isDash(l, at)) {
    // "In 2003 - Tuesday said": a dash joins only what is of one kind.
    if (grainOf(from.form) !== grainOf(to.form) || at + 1 !== to.first) return null
    return {
      first: before === 'from' || before === 'between' ? from.first - 1 : from.first,
      next: to.next,
      form: { kind: 'range', from, to },
    }
  }
  const word = wordAt(l, at)
  const joins = before === 'between' ? word === 'and' : /^(?:to|until|till|through)$/.test(word)
  if (!joins) return null
  // "Moved the trial from May to June": without "from" a mere "to" joins only years and months given side by side.
  if (before !== 'from' && before !== 'between' && word === 'to' && grainOf(from.form) !== grainOf(to.form))
    return null
  at++
  if (wordAt(l, at) === 'the' || wordAt(l, at) === 'about') at++
  if (at !== to.first && at - 1 !== to.first) return null
  const led = before === 'from' || before === 'between'
  return { first: led ? from.first - 1 : from.first, next: to.next, form: { kind: 'range', from, to } }
}

function grainOf(form: Form): string {
  if (form.kind === 'part') return form.part.grain === 'holiday' ? 'day' : form.part.grain
  if (form.kind === 'moment') return form.moment.grain
  if (form.kind === 'modified') return grainOf(form.of)
  if (form.kind === 'offset') return form.grain
  return 'day'
}

/** "since March", "until 2018", "by Friday", "before 2010", "after 3 May", "1820–" in brackets. */
function open(l: readonly Lexeme[], read: Read): Read | null {
  if (
    read.form.kind === 'range' &&
    read.form.to &&
    /^(?:from|between)$/.test(wordAt(l, read.first - 1)) &&
    wordAt(l, read.first) !== 'from'
  )
    return { ...read, first: read.first - 1 }
  if (!canBound(read.form)) return null
  if (
    isDash(l, read.next) &&
    markAt(l, read.next + 1) === ')' &&
    (markAt(l, read.first - 1) === '(' || wordAt(l, read.first - 1) === 'born')
  )
    return { first: read.first, next: read.next + 1, form: { kind: 'range', from: read, to: null } }
  // "Since Tuesday's vote" hangs on the vote.
  if (/^['’]$/.test(markAt(l, read.next)) && l[read.next]!.glued) return null
  const at = /^(?:at|about|around|early|late)$/.test(wordAt(l, read.first - 1))
    ? read.first - 2
    : read.first - 1
  const word = wordAt(l, at)
  // "It was not until 1900": then it was.
  if (word === 'until' && /^(?:not|t)$/.test(wordAt(l, at - 1))) return null
  if (word === 'since') return { first: at, next: read.next, form: { kind: 'range', from: read, to: null } }
  if (/^(?:until|till|by|before)$/.test(word))
    return { first: at, next: read.next, form: { kind: 'range', from: null, to: read } }
  // Days stand after "after" mostly to say on which one.
  if (word === 'after' && grainOf(read.form) === 'year')
    return { first: at, next: read.next, form: { kind: 'range', from: read, to: null } }
  return null
}
