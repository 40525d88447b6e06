/** Every time of a document, in order, anchored in its date of publication and in what it tells. */
import { isEdtf } from '../../schema/edtf.js'
import type { Span } from '../../schema/span.js'
import { lexemesOf, type Lexeme } from '../lexemes.js'
import type { Anchor } from './anchor.js'
import type { Form, Read } from './form.js'
import { joined } from './join.js'
import { momentOf, yearOf, type Moment } from './moment.js'
import { resolve, type Resolved } from './resolve.js'
import { readTime } from './rules.js'
import { tenseAt } from './tense.js'
import type { TimeExpression } from './time-expression.js'

/** Sentences over which a story's year holds. */
const NEAR = 3

interface Told extends Resolved {
  readonly expression: TimeExpression
}

/**
 * The times in `text`, sentence by sentence (spans into `text`, in order), seen from `published` (EDTF or null).
 * Relative times without a date of publication have no EDTF. Linear in the length of the text.
 */
export function readTimes(
  text: string,
  sentences: readonly Span[],
  published: string | null,
): TimeExpression[] {
  const read = sentences.map((s) => readSentence(lexemesOf(text, s.start, s.end)))
  const dayFirst = orderOfFigures(read.flatMap((s) => s.reads))
  const now = momentOf(published)
  let narrative: Moment | null = null
  let year: YearTold | null = null
  const out: TimeExpression[] = []
  read.forEach(({ lexemes, reads }, sentence) => {
    for (const one of reads) {
      const told = tell(text, lexemes, one, {
        published: now,
        narrative,
        year: yearFor(year, sentence, now),
        dayFirst,
      })
      out.push(told.expression)
      if (!told.moment) continue
      narrative = told.moment
      if (told.year !== null) year = { year: told.year, sentence, fine: isFine(told.moment) }
    }
  })
  return out
}

interface YearTold {
  readonly year: number
  readonly sentence: number
  /** It came with a day or a month. */
  readonly fine: boolean
}

const isFine = (m: Moment): boolean => m.grain === 'day' || m.grain === 'month'

/**
 * The year that a date without one goes on from. News counts from its own date; only a story told by dates of
 * long ago, or a text without a date, goes on from what it told last.
 */
function yearFor(told: YearTold | null, sentence: number, now: Moment | null): number | null {
  if (!told) return null
  const distance = sentence - told.sentence
  if (!now) return distance <= 1 ? told.year : null
  const longAgo = Math.abs(yearOf(now) - told.year) > 1
  return longAgo && told.fine && distance <= NEAR ? told.year : null
}

function readSentence(lexemes: readonly Lexeme[]): {
  readonly lexemes: readonly Lexeme[]
  readonly reads: readonly Read[]
} {
  const reads: Read[] = []
  for (let i = 0; i < lexemes.length;) {
    const read = readTime(lexemes, i)
    if (read) reads.push(read)
    i = read?.next ?? i + 1
  }
  return { lexemes, reads: joined(lexemes, reads) }
}

/** Whether days come first in dates of figures, if one of them (25/12/2013) shows it. */
function orderOfFigures(reads: readonly Read[]): boolean | null {
  for (const { form } of reads)
    if (form.kind === 'figures' && form.dayFirst !== null && form.first !== form.second) return form.dayFirst
  return null
}

function tell(text: string, l: readonly Lexeme[], read: Read, anchor: Omit<Anchor, 'tense'>): Told {
  if (read.form.kind === 'range') return tellRange(text, l, read, read.form, anchor)
  return told(text, l, read, { ...anchor, tense: tenseAt(l, read.first, read.next) })
}

function told(text: string, l: readonly Lexeme[], read: Read, anchor: Anchor): Told {
  if (read.form.kind === 'range') return tellRange(text, l, read, read.form, anchor)
  const resolved = resolve(read.form, anchor)
  return { ...resolved, expression: expression(text, l, read, resolved, []) }
}

function tellRange(
  text: string,
  l: readonly Lexeme[],
  read: Read,
  { from, to }: Extract<Form, { kind: 'range' }>,
  anchor: Omit<Anchor, 'tense'>,
): Told {
  const [first, second] = from && to ? inherited(from, to) : [from, to]
  const begin = first ? tell(text, l, first, anchor) : null
  // "From Monday to Friday", "from 23 January to 9 March": the second is the next after the first.
  const follows = begin?.moment && second && openEnded(second.form) ? begin.moment : null
  const end = !second
    ? null
    : follows
      ? told(text, l, second, { ...anchor, published: follows, year: null, tense: 'future' })
      : tell(text, l, second, anchor)
  const parts = [begin, end].filter((t) => t !== null).map((t) => t.expression)
  const from0 = first ? (begin?.bounds?.[0] ?? null) : '..'
  const to1 = second ? (end?.bounds?.[1] ?? null) : '..'
  const edtf = from0 === null || to1 === null ? null : from0 === to1 ? from0 : `${from0}/${to1}`
  const resolved: Resolved = {
    type: begin && end ? 'DURATION' : 'DATE',
    value: begin && end ? 'PX' : parts[0]!.value,
    edtf,
    bounds: null,
    moment: end?.moment ?? begin?.moment ?? null,
    year: end?.year ?? begin?.year ?? null,
  }
  return { ...resolved, expression: expression(text, l, read, resolved, parts) }
}

const openEnded = (form: Form): boolean =>
  (form.kind === 'part' && form.year === null) || (form.kind === 'weekday' && form.pick === null)

/** The year of one end goes for the other: "from May to July 2014", "3 May 2014 to 6 June". */
function inherited(from: Read, to: Read): readonly [Read, Read] {
  const [a, b] = [yearGiven(from.form), yearGiven(to.form)]
  if (from.form.kind === 'part' && from.form.year === null && from.form.pick === null && b !== null)
    return [{ ...from, form: { ...from.form, year: { given: later(from.form, to.form) ? b - 1 : b } } }, to]
  if (to.form.kind === 'part' && to.form.year === null && to.form.pick === null && a !== null)
    return [from, { ...to, form: { ...to.form, year: { given: later(from.form, to.form) ? a + 1 : a } } }]
  return [from, to]
}

function yearGiven(form: Form): number | null {
  if (form.kind === 'part') return form.year && 'given' in form.year ? form.year.given : null
  return form.kind === 'moment' || form.kind === 'stamp'
    ? yearOf(form.kind === 'stamp' ? { grain: 'day', day: form.day } : form.moment)
    : null
}

/** Whether the first of two parts comes later in the year: "from November to February 2014". */
function later(a: Form, b: Form): boolean {
  const place = (form: Form): number | null => {
    if (form.kind !== 'part' || form.part.grain === 'holiday') return null
    return form.part.grain === 'day'
      ? form.part.month * 100 + form.part.day
      : form.part.grain === 'month'
        ? form.part.index * 100
        : form.part.index
  }
  const [x, y] = [place(a), place(b)]
  return x !== null && y !== null && x > y
}

function expression(
  text: string,
  l: readonly Lexeme[],
  read: Read,
  resolved: Resolved,
  parts: readonly TimeExpression[],
): TimeExpression {
  const start = l[read.first]!.start
  const end = l[read.next - 1]!.end
  const { type, value, edtf } = resolved
  return {
    start,
    end,
    text: text.slice(start, end),
    type,
    value,
    edtf: edtf !== null && isEdtf(edtf) ? edtf : null,
    parts,
  }
}
