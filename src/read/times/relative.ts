/** Times counted from now or from the time told last: "yesterday", "last week", "this year", "the next day", "that month", "earlier this week". */
import { wordAt, type Lexeme } from '../lexemes.js'
import type { Base, Form, Read, Rule } from './form.js'
import type { Grain } from './moment.js'
import { pastHyphen, PARTS, PICK_SHIFT, UNITS, grainOf, pickAt } from './vocabulary.js'
import { withPart } from './weekday.js'

const offset = (grain: Grain, by: number, base: Base = 'published'): Form => ({
  kind: 'offset',
  grain,
  by,
  base,
  about: false,
})

const DAYS: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 }

export const readRelative: Rule = (l, i) =>
  yearEnd(l, i) ??
  yearAgo(l, i) ??
  weekend(l, i) ??
  named(l, i) ??
  aroundADay(l, i) ??
  tail(l, i) ??
  picked(l, i)

/** "the year-ago quarter", "a year-earlier". */
function yearAgo(l: readonly Lexeme[], i: number): Read | null {
  if (wordAt(l, i) !== 'year') return null
  const at = pastHyphen(l, i + 1)
  return at > i + 1 && /^(?:ago|earlier)$/.test(wordAt(l, at))
    ? { first: i, next: at + 1, form: offset('year', -1) }
    : null
}

/** "year-end"; "the month's end" is left to "the end of". */
function yearEnd(l: readonly Lexeme[], i: number): Read | null {
  const w = wordAt(l, i)
  if (w !== 'year' && w !== 'month') return null
  const at = pastHyphen(l, i + 1)
  if (wordAt(l, at) !== 'end' || /^(?:a|per|each|every)$/.test(wordAt(l, i - 1))) return null
  return { first: i, next: at + 1, form: { kind: 'modified', modifier: 'END', of: offset(w, 0) } }
}

/** "over the weekend": the one at or before publication, or the coming one. */
function weekend(l: readonly Lexeme[], i: number): Read | null {
  if (wordAt(l, i) !== 'the' || wordAt(l, i + 1) !== 'weekend') return null
  return { first: i, next: i + 2, form: offset('weekend', 0) }
}

function named(l: readonly Lexeme[], i: number): Read | null {
  const w = wordAt(l, i)
  if (w === 'tonight')
    return { first: i, next: i + 1, form: { kind: 'clock', time: 'TNI', of: offset('day', 0) } }
  const by = Object.hasOwn(DAYS, w) ? DAYS[w] : undefined
  // The newspaper.
  if (by === undefined || (l[i]!.capital && w === 'today' && wordAt(l, i - 1) === 'usa')) return null
  return withPart(l, i, i + 1, offset('day', by))
}

/** "the day before yesterday", "the day after", "the year before": the last two from the time told last. */
function aroundADay(l: readonly Lexeme[], i: number): Read | null {
  if (wordAt(l, i) !== 'the' && wordAt(l, i) !== 'a') return null
  const unit = UNITS.get(wordAt(l, i + 1))
  const side = wordAt(l, i + 2)
  if (!unit || (side !== 'before' && side !== 'after' && side !== 'earlier' && side !== 'later')) return null
  const grain = grainOf(unit)
  if (!grain) return null
  const back = side === 'before' || side === 'earlier'
  if (wordAt(l, i) === 'the' && unit === 'day' && back && wordAt(l, i + 3) === 'yesterday')
    return { first: i, next: i + 4, form: offset('day', -2) }
  if (wordAt(l, i) === 'the' && unit === 'day' && !back && wordAt(l, i + 3) === 'tomorrow')
    return { first: i, next: i + 4, form: offset('day', 2) }
  if (wordAt(l, i) === 'a' || side === 'earlier' || side === 'later') return null
  // "The day before the vote" hangs on the vote.
  if (
    l[i + 3]?.kind === 'word' &&
    !/^(?:and|but|in|at|on|when|while|he|she|it|they|that)$/.test(wordAt(l, i + 3))
  )
    return null
  return { first: i, next: i + 3, form: offset(grain, back ? -1 : 1, 'narrative') }
}

/** "earlier this week", "later that year", "later in the day", "earlier today". */
function tail(l: readonly Lexeme[], i: number): Read | null {
  const side = wordAt(l, i)
  if (side !== 'earlier' && side !== 'later') return null
  if (wordAt(l, i + 1) === 'today') return { first: i, next: i + 2, form: offset('day', 0) }
  const inThe = wordAt(l, i + 1) === 'in' && wordAt(l, i + 2) === 'the'
  const at = inThe ? i + 3 : i + 2
  const which = wordAt(l, at - 1)
  const unit = UNITS.get(wordAt(l, at))
  const grain = unit ? grainOf(unit) : null
  if (!grain) return null
  if (inThe || which === 'that' || which === 'same')
    return { first: i, next: at + 1, form: { kind: 'tail', grain, base: 'narrative', side } }
  if (which === 'this')
    return { first: i, next: at + 1, form: { kind: 'tail', grain, base: 'published', side } }
  if (which === 'last' || which === 'next')
    return {
      first: i,
      next: at + 1,
      form: {
        kind: 'modified',
        modifier: side === 'earlier' ? 'START' : 'END',
        of: offset(grain, PICK_SHIFT[which]),
      },
    }
  return null
}

/** "last week", "this year", "the next day", "the previous month", "that day", "the same night". */
function picked(l: readonly Lexeme[], i: number): Read | null {
  const the = wordAt(l, i) === 'the'
  let at = the ? i + 1 : i
  const that = wordAt(l, at) === 'that' && !the
  const same = wordAt(l, that ? at + 1 : at) === 'same'
  if (that || same) {
    at += that && same ? 2 : 1
    return unitOf(l, i, at, 0, 'narrative')
  }
  // "This past week" is the past one.
  if (wordAt(l, at) === 'this' && /^(?:past|last|coming|next)$/.test(wordAt(l, at + 1))) at++
  const pick = pickAt(l, at)
  if (!pick || (wordAt(l, at - 1) === 'to' && wordAt(l, at) === 'this' && wordAt(l, at + 1) === 'day'))
    return null
  const which = wordAt(l, at)
  // "On the Last Day" is a title.
  if (l[at]!.capital && at > 0 && !l[at]!.glued && l[at - 1]!.kind === 'word') return null
  if (the) {
    // "The last week" and "the past year" are lengths (see amount.ts); "the last quarter" is one of the calendar's.
    const unit = UNITS.get(wordAt(l, at + 1))
    if (which === 'last' && unit !== 'quarter' && unit !== 'weekend') return null
    if (which === 'past' || which === 'coming' || which === 'upcoming' || which === 'prior') return null
    const told = which === 'next' || which === 'following' || which === 'previous' || which === 'preceding'
    if (which === 'next' && /^(?:over|for|within|during|in|of)$/.test(wordAt(l, i - 1)) && unit !== 'day')
      return null
    return unitOf(l, i, at + 1, PICK_SHIFT[pick], told ? 'narrative' : 'published')
  }
  return unitOf(
    l,
    i,
    at + 1,
    PICK_SHIFT[pick],
    which === 'previous' || which === 'preceding' || which === 'following' ? 'narrative' : 'published',
  )
}

function unitOf(l: readonly Lexeme[], first: number, at: number, by: number, base: Base): Read | null {
  const w = wordAt(l, at)
  const part = PARTS.get(w)
  if (part !== undefined && !w.endsWith('s')) {
    // "Last night" was yesterday's.
    return { first, next: at + 1, form: { kind: 'clock', time: `T${part}`, of: offset('day', by, base) } }
  }
  if (w === 'fiscal' || w === 'financial') {
    return wordAt(l, at + 1) === 'year' || wordAt(l, at + 1) === 'quarter'
      ? {
          first,
          next: at + 2,
          form: {
            kind: 'modified',
            modifier: 'APPROX',
            of: offset(wordAt(l, at + 1) as 'year' | 'quarter', by, base),
          },
        }
      : null
  }
  const unit = UNITS.get(w)
  const grain = unit ? grainOf(unit) : null
  if (!grain || (w.endsWith('s') && w !== 'weekends')) return null
  // "This year's" is fine, "this second" and "this century-old" are not times of the calendar.
  if (/^[-‐]$/.test(l[at + 1]?.lower ?? '') && l[at + 1]!.glued) return null
  return { first, next: at + 1, form: offset(grain, by, base) }
}

/** "the year", "the month" after "the end of", "later in": the current one. */
export function readTheUnit(l: readonly Lexeme[], i: number): Read | null {
  if (wordAt(l, i) !== 'the') return null
  if (/^(?:fiscal|financial)$/.test(wordAt(l, i + 1)) && wordAt(l, i + 2) === 'year')
    return { first: i, next: i + 3, form: { kind: 'modified', modifier: 'APPROX', of: offset('year', 0) } }
  const unit = UNITS.get(wordAt(l, i + 1))
  const grain = unit ? grainOf(unit) : null
  if (!grain || grain === 'day' || wordAt(l, i + 1).endsWith('s')) return null
  return { first: i, next: i + 2, form: offset(grain, 0) }
}
