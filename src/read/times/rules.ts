/** The families of times, in one list; the longest reading wins, the earlier in the list on a tie. */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { readAmount } from './amount.js'
import { mayBegin } from './begins.js'
import { readClock } from './clock.js'
import { readDate, readMonthday } from './date.js'
import { readInside } from './inside.js'
import type { Modifier, Read, Rule } from './form.js'
import { readNumericDate } from './numeric-date.js'
import { readRelative, readTheUnit } from './relative.js'
import { readReference } from './reference.js'
import { readSet } from './repeated.js'
import { ABOUT, EARLY, LATE, MIDDLE, isDash } from './vocabulary.js'
import { readWeekday } from './weekday.js'
import { readCentury, readDecade, readYear } from './year.js'
import { readHoliday, readQuarter, readSeason } from './year-part.js'

const DATES: readonly Rule[] = [
  readNumericDate,
  readDate,
  readMonthday,
  readDecade,
  readCentury,
  readYear,
  readQuarter,
  readSeason,
  readHoliday,
  readWeekday,
  readRelative,
  readInside,
]
const ALL: readonly Rule[] = [...DATES, readClock, readAmount, readSet, readReference]

function longest(rules: readonly Rule[], l: readonly Lexeme[], i: number): Read | null {
  let best: Read | null = null
  for (const rule of rules) {
    const read = rule(l, i)
    if (read && (!best || read.next > best.next)) best = read
  }
  return best
}

/** The time that begins at lexeme `i`; null for none. */
export function readTime(l: readonly Lexeme[], i: number): Read | null {
  if (!mayBegin(l, i)) return null
  const plain = longest(ALL, l, i)
  const modified = readModified(l, i)
  return modified && (!plain || modified.next >= plain.next) ? modified : plain
}

/** "early 2014", "mid-July", "the end of last year", "about 1820", "late on Friday". */
function readModified(l: readonly Lexeme[], i: number): Read | null {
  const the = wordAt(l, i) === 'the' ? i + 1 : i
  const very = wordAt(l, the) === 'very' ? the + 1 : the
  const word = wordAt(l, very)
  const modifier: Modifier | null = EARLY.has(word)
    ? 'START'
    : MIDDLE.has(word)
      ? 'MID'
      : LATE.has(word)
        ? 'END'
        : ABOUT.has(word)
          ? 'APPROX'
          : null
  if (!modifier) return null
  let at = very + 1
  if (isDash(l, at) || (markAt(l, at) === '.' && modifier === 'APPROX')) at++
  const noun = /^(?:beginning|start|end|close|middle|midst|outset|dawn|opening|rest|remainder)$/.test(word)
  if (noun !== (wordAt(l, at) === 'of') && !(noun && markAt(l, very + 1) === '-')) return null
  if (noun && wordAt(l, at) === 'of') at++
  const inside = !noun && /^(?:in|on)$/.test(wordAt(l, at)) && modifier !== 'APPROX'
  if (inside) at++
  const read =
    modifier === 'APPROX'
      ? longest(ALL, l, at)
      : (longest(DATES, l, at) ?? afterThe(l, at) ?? (noun || inside ? readTheUnit(l, at) : null))
  if (!read || read.form.kind === 'range') return null
  if (the > i && !noun && modifier !== 'MID' && read.form.kind !== 'moment') return null
  // A length is no less a length for being rough.
  if (read.form.kind === 'plain') return modifier === 'APPROX' ? { ...read, first: i } : null
  return { first: i, next: read.next, form: { kind: 'modified', modifier, of: read.form } }
}

/** "the end of the 1990s", "the middle of the summer of 2010". */
function afterThe(l: readonly Lexeme[], i: number): Read | null {
  return wordAt(l, i) === 'the' ? longest(DATES, l, i + 1) : null
}
