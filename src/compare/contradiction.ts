/** Two accounts of one matter that cannot both hold. */
import type { Dimension } from './alike.js'
import { amountsApart, differences, interval, overlapOf, sameMatter } from './alike.js'
import type { Context } from './context.js'
import { isLater, type Statement } from './statement.js'
import { WEIGHTS } from './tests.js'
import { areExclusive, frameNamed, isLight } from './words/frames.js'
import { sameUnit } from './words/numbers.js'

export interface Conflict {
  readonly a: Statement
  readonly b: Statement
  readonly kind: 'contradiction' | 'disputed' | 'drift'
  readonly on: string
  readonly score: number
}

/** Days between two states of a count that rises. */
const RISING = 60

/** The conflict of two statements, or null. `totals` are figures that others of the case add up to. */
export function conflictOf(a: Statement, b: Statement, context: Context): Conflict | null {
  if (sameSpeaker(a, b, context)) return null
  if (a.cues.includes('question') || b.cues.includes('question')) return null
  if (a.strength === 0 || b.strength === 0) return null
  const future = a.cues.includes('future') !== b.cues.includes('future')
  if (areExclusive(a.frame, b.frame)) return future ? null : exclusive(a, b)
  const absent = nonexistence(a, b) ?? nonexistence(b, a)
  if (absent) return { a, b, kind: 'disputed', on: 'whether', score: WEIGHTS.disputed * 0.9 }
  if (!sameMatter(a, b, context)) return null
  const differ = differences(a, b, context)
  const { ofBoth, ofLess } = overlapOf(a, b)
  const likeness = 0.5 * ofBoth + 0.5 * ofLess
  const conflict = (on: string, weight: number): Conflict => ({
    a,
    b,
    kind: 'contradiction',
    on,
    score: weight * (0.55 + 0.45 * likeness),
  })
  const [first] = differ
  if (first === undefined || future) return null
  const only = (...others: Dimension[]): boolean => differ.every((d) => d === first || others.includes(d))
  switch (first) {
    case 'whether':
      if (![a, b].some(isSaidNot) || [a, b].some((s) => /\byou\b/i.test(s.evidence.text))) return null
      // A denial of one figure or day leaves another open.
      if (frameNamed(a.frame)?.accuses && same(a.doer, b.doer))
        return { ...conflict('whether', WEIGHTS.disputed), kind: 'disputed' }
      if (
        !only() ||
        likeness < (a.patient !== null && a.patient === b.patient ? 0.2 : 0.45) ||
        isLight(a.frame) ||
        a.frame === 'know'
      )
        return null
      if (overlapOf(a, b).shared < 3 && ofBoth < 0.5 && a.patient !== b.patient) return null
      return {
        ...conflict('whether', WEIGHTS.whether),
        kind: isDenial(a) || isDenial(b) ? 'disputed' : 'contradiction',
      }
    case 'amount':
      if (!only() || partOrTotal(a, b) || updates(a, b, context)) return null
      return conflict(onAmount(a, b), WEIGHTS.amount)
    case 'date': {
      const frame = frameNamed(a.frame)
      if (!only() || a.polarity === 'negative') return null
      if (!(frame?.once ?? false) && !(a.frame === 'leave' && ofBoth >= 0.6)) return null
      return near(a, b) || (frame?.once ?? false) ? conflict('date', WEIGHTS.date) : null
    }
    case 'place': {
      const [x, y] = [interval(a.time), interval(b.time)]
      const once = (frameNamed(a.frame)?.once ?? false) || (x !== null && y !== null)
      return only() && once && a.polarity === 'positive' ? conflict('place', WEIGHTS.place) : null
    }
    case 'person':
      return only() &&
        (frameNamed(a.frame)?.one ?? false) &&
        a.patient === b.patient &&
        a.polarity === 'positive'
        ? conflict('person', WEIGHTS.person)
        : null
  }
}

const same = (a: string | null, b: string | null): boolean => a !== null && a === b && !a.startsWith('~')

/** 'There are no drums in the harbour', 'there never was such a meeting', against what speaks of them. */
function nonexistence(no: Statement, yes: Statement): true | null {
  if (no.polarity !== 'negative' || !/^~?(?:exist|be)$/.test(no.frame) || yes.polarity === 'negative')
    return null
  if (NOT_THE.test(no.evidence.text)) return null
  if (isLight(yes.frame) || no.stems.length === 0 || no.entities.length > 0) return null
  const words = new Set([...yes.stems, yes.frame.replace('~', '')])
  const shared = no.stems.filter((s) => words.has(s)).length
  const nearby = no.document === yes.document && Math.abs(no.sentence - yes.sentence) <= 2
  return (shared >= 2 && shared / no.stems.length >= 0.6) || (nearby && shared === no.stems.length)
    ? true
    : null
}

function exclusive(a: Statement, b: Statement): Conflict | null {
  if (a.polarity === 'negative' || b.polarity === 'negative') return null
  const whom = (s: Statement): string | null => (s.frame === 'resign' ? s.doer : (s.patient ?? s.doer))
  const [x, y] = [whom(a), whom(b)]
  if (x === null || x !== y || x.startsWith('~')) return null
  const [s, t] = [interval(a.time), interval(b.time)]
  if (s && t && (s.earliest > t.latest + 400 || t.earliest > s.latest + 400)) return null
  return { a, b, kind: 'contradiction', on: 'exclusive events', score: WEIGHTS.exclusive }
}

/** 'And not the director': a correction of a name, not of a deed. */
const NOT_THE = /^\W*(?:and |but )?not (?:the|an?|his|her|their)\b/i

/** A reader errs on polarity; the words have to say it. */
const isSaidNot = (s: Statement): boolean =>
  s.polarity === 'negative' &&
  !NOT_THE.test(s.evidence.text) &&
  /\b(?:not|never|no|nobody|nothing|none|neither|nor|cannot|hardly|den(?:y|ies|ied)|reject\w*|disput\w*|refus\w*)\b|n['’]t\b/i.test(
    s.evidence.text,
  )

const isDenial = (s: Statement): boolean =>
  s.tellers.some((t) => t.stance === 'denies' || t.stance === 'doubts') ||
  (s.polarity === 'negative' &&
    s.tellers.at(-1)?.entity != null &&
    s.entities.includes(s.tellers.at(-1)!.entity!))

/** The same person in one breath, or one document in its own voice, does not contradict itself. */
function sameSpeaker(a: Statement, b: Statement, context: Context): boolean {
  const voice = (s: Statement): string => s.tellers.map((t) => t.entity ?? t.name).join('>')
  if (a.document === b.document) return voice(a) === voice(b) || a.sentence === b.sentence
  const speaker = (s: Statement): string | null =>
    s.tellers.at(-1)?.entity ??
    (s.tellers.length === 0 ? (context.cards.get(s.document)?.author?.entity ?? null) : null)
  return speaker(a) !== null && speaker(a) === speaker(b) && !amountsApart(a, b)
}

/** One figure is a part of the other's sum, or there are several payments. */
function partOrTotal(a: Statement, b: Statement): boolean {
  const cue = (s: Statement): boolean => s.cues.includes('part') || s.cues.includes('total')
  if (!cue(a) && !cue(b)) return false
  for (const x of a.amounts)
    for (const y of b.amounts)
      if (sameUnit(x, y)) {
        const [low, high] = x.value < y.value ? [x, y] : [y, x]
        const [lesser, greater] = x.value < y.value ? [a, b] : [b, a]
        if (lesser.cues.includes('part') || (greater.cues.includes('total') && high.value >= low.value))
          return true
      }
  return false
}

/** A later and higher count of something that is still being counted. */
function updates(a: Statement, b: Statement, context: Context): boolean {
  const [x, y] = [context.cards.get(a.document)!, context.cards.get(b.document)!]
  if (!x.published || !y.published || x.published === y.published)
    return a.cues.includes('update') || b.cues.includes('update')
  const [early, late] = isLater(x, y) ? [b, a] : [a, b]
  if (late.cues.includes('update')) return true
  const [s, t] = [interval(x.published), interval(y.published)]
  const days = s && t ? Math.abs(s.earliest - t.earliest) : Infinity
  const rises = late.amounts.some((l) => early.amounts.some((e) => sameUnit(l, e) && l.value > e.value))
  return (frameNamed(a.frame)?.toll ?? false) && rises && days <= RISING && days > 0
}

const COUNTED =
  /^(?:people|person|worker|patient|man|woman|child|cubic|square|drum|house|vote|passenger|ton|metre|percent|year|diver|nurse)/
const MONEY =
  /^(?:euro|dollar|pound|krone|krona|franc|rouble|ruble|zloty|lira|peso|yen|yuan|rupee|hryvnia|lev|leu|forint|dinar)/
function onAmount(a: Statement, b: Statement): string {
  const unit = a.amounts.find((x) => b.amounts.some((y) => sameUnit(x, y)))?.unit ?? ''
  return MONEY.test(unit) && !COUNTED.test(unit) ? 'amount' : 'number'
}

/** Less than a year and a half apart: further apart they are rather two events. */
function near(a: Statement, b: Statement): boolean {
  const [x, y] = [interval(a.time)!, interval(b.time)!]
  return Math.max(x.earliest, y.earliest) - Math.min(x.latest, y.latest) < 550
}
