/** What of a sentence is compared with others': its figures, days, hours, places and what it says is not so, each with the words around it. */
import { clausesIn, deniedIn } from '../passages/clauses.js'
import type { Passage } from '../passages/passage.js'
import { OPEN } from '../passages/words.js'
import { conceptOf } from '../words/concepts.js'
import { stem, contentWords } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import { datesIn, type Dated } from './dates.js'
import { hoursIn, type Hour } from './hours.js'
import { quantitiesIn, type Quantity } from './quantities.js'

/** A thing of a sentence that may differ from another's, and the words beside it. */
export interface Element {
  readonly start: number
  readonly end: number
  /** Concepts of the content words nearest to it. */
  readonly beside: readonly string[]
  /** Its clause without it. */
  readonly clause: string
}
export type Day = Element & Dated
export interface Where extends Element {
  readonly key: string
  readonly name: string
  readonly after: string
}
/** What is said not to be so, put as if it were. */
export interface Negation extends Element {
  readonly words: readonly string[]
  readonly denial: boolean
}

export interface Sight {
  readonly passage: Passage
  /** Concepts of its words and the words of its names. */
  readonly concepts: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly quantities: readonly (Quantity & Element)[]
  readonly hours: readonly (Hour & Element)[]
  readonly days: readonly Day[]
  readonly places: readonly Where[]
  readonly negations: readonly Negation[]
  readonly clauses: readonly { readonly text: string; readonly negative: boolean }[]
  /** It speaks of what is to be, may be done or was asked, not of what was. */
  readonly plan: boolean
  readonly open: boolean
}

const BESIDE = 4
const REACH = 90
const PLAN =
  /\b(?:shall|will|would|agreed?|agreement|contract(?:ed)?|permits?|permitted|permission|allow(?:s|ed)?|require[sd]?|order(?:s|ed)?|prescribed|due|planned|plans?|intend(?:s|ed)?|promise[sd]?|offer(?:s|ed)?|expected|must|should|no later than|is to|are to|was to|were to)\b/i
const NOT =
  /\b(?:does|do|did) not\b|\b(?:not|never|no|neither|nor|hardly|ever|any|anybody|anyone|anything)\b|n['’]t\b/gi
const SOME: Readonly<Record<string, string>> = {
  nobody: 'somebody',
  nothing: 'something',
  none: 'some',
  cannot: 'can',
}

const known = new WeakMap<Passage, Sight>()
/** The sight of a passage; kept with it. Linear. */
export function sightOf(passage: Passage): Sight {
  let found = known.get(passage)
  if (!found) known.set(passage, (found = look(passage)))
  return found
}

function look(p: Passage): Sight {
  const text = p.evidence.text
  const tokens = tokensOf(text)
  const at = <T extends { start: number; end: number }>(thing: T): T & Element => ({
    ...thing,
    beside: besideOf(tokens, thing.start, thing.end),
    clause: clauseAround(text, thing.start, thing.end),
  })
  const written = datesIn(text)
  // 'Yesterday', 'last Tuesday': the reader knows the day.
  const meant = (p.days ?? []).flatMap(({ time, start, end }) => {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(time.replace(/T.*/, '')) ?? []
    if (
      !year ||
      !RELATIVE.test(text.slice(start, end)) ||
      written.some((d) => d.start < end && start < d.end)
    )
      return []
    return [{ year: Number(year), month: Number(month), day: Number(day), start, end }]
  })
  const days = [...written, ...meant].sort((a, b) => a.start - b.start).map((d) => at(d))
  const places = p.places.flatMap(({ key, name, after }) => {
    const start = text.indexOf(name)
    return start < 0 ? [] : [at({ key, name, after, start, end: start + name.length })]
  })
  return {
    passage: p,
    concepts: new Set(p.words.map(conceptOf)),
    names: new Set(p.names),
    quantities: quantitiesIn(text).map((q) => at(q)),
    hours: hoursIn(text).map((h) => at(h)),
    days,
    places,
    negations: deniedIn(text).flatMap(({ text: said, denial }) => {
      const start = Math.max(0, text.indexOf(said.slice(0, 20)))
      const clause = affirmed(said)
      const words = contentWords(clause).map(matterOf)
      return words.length === 0 ? [] : [{ ...at({ start, end: start + said.length }), clause, words, denial }]
    }),
    clauses: clausesIn(p),
    plan: PLAN.test(text),
    open: OPEN.test(text),
  }
}
const RELATIVE =
  /\b(?:yesterday|today|tonight|last night|tomorrow|(?:last |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:day|night) (?:before|after)|following day|next day|days? (?:ago|later|before|after))\b/i

/** A clause without its 'not'. */
export const affirmed = (clause: string): string =>
  clause
    .replace(/\b(?:nobody|nothing|none|cannot)\b/gi, (w) => SOME[w.toLowerCase()]!)
    .replace(NOT, ' ')
    .replace(/\s+/g, ' ')
    .trim()

interface Token {
  readonly concept: string
  readonly start: number
  readonly end: number
}
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu
function tokensOf(text: string): Token[] {
  const out: Token[] = []
  for (const { 0: word, index } of text.matchAll(WORD))
    if (contentWords(word).length > 0)
      out.push({ concept: conceptOf(matterOf(stem(word))), start: index, end: index + word.length })
  return out
}

function besideOf(tokens: readonly Token[], start: number, end: number): string[] {
  const before = tokens.filter((t) => t.end <= start).slice(-BESIDE)
  const after = tokens.filter((t) => t.start >= end).slice(0, BESIDE)
  return [...new Set([...before, ...after].map(({ concept }) => concept))]
}

const BORDER = /[;:“”"]|,? (?:but|while|although|whereas) /g
/** The stretch around an element up to the next strong border, without the element itself. */
function clauseAround(text: string, start: number, end: number): string {
  let [from, to] = [Math.max(0, start - REACH), Math.min(text.length, end + REACH)]
  for (const { index, 0: border } of text.matchAll(BORDER)) {
    if (index + border.length <= start && index + border.length > from) from = index + border.length
    if (index >= end && index < to) to = index
  }
  return `${text.slice(from, start)} ${text.slice(end, to)}`.replace(/\s+/g, ' ').trim()
}
