/** Numbers that name and do not count: "Boeing 737", "section 4", "no. 7", "3-1", telephone numbers. */
import counting from '../lang/en/counting.json' with { type: 'json' }
import words from '../lang/en/time-words.json' with { type: 'json' }
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import type { NumberRead } from '../lang/en/numbers.js'
import { unitAt } from './unit.js'

const LABELS = new Set(counting.labels)
const PEOPLE = new Set(counting.people)
const FUNCTION_WORDS = new Set(words.function)
const BEFORE_COUNTS = new Set(counting.beforeCounts)
const CAPITAL = /\p{Lu}/u

/** Three numbers and more side by side are a telephone or account number; the index after them, or `i`. */
export function numberRun(l: readonly Lexeme[], i: number): number {
  if (l[i]?.kind !== 'number' || l[i].lower.includes(',')) return i
  let at = i + 1
  let count = 1
  for (; at < l.length; at++) {
    if (l[at]!.kind === 'number' && !l[at]!.lower.includes(',')) count++
    else if (!/^[-–./]$/.test(markAt(l, at)) || !l[at]!.glued || !l[at + 1]?.glued) break
  }
  return count > 2 ? at : i
}

/** False for numbers that are part of a label, a date, a score or an ordinal. */
export function mayStart(l: readonly Lexeme[], i: number): boolean {
  const own = l[i]!
  const before = l[i - 1]
  if (own.kind === 'mark') return /^[½¼¾⅓⅔]$/.test(own.lower)
  if (own.kind === 'word')
    return !(own.glued && before !== undefined && before.kind !== 'mark') && !own.lower.startsWith('second')
  if (/^0\d/.test(own.lower)) return false
  if (before && (/^[#№+@_*^=]$/.test(before.lower) || (own.glued && /^['’]$/.test(before.lower))))
    return false
  if (
    before &&
    own.glued &&
    (before.kind !== 'mark' || /^[-–./:]$/.test(before.lower)) &&
    !(l[i - 2]?.kind !== 'number' && /^[-–]$/.test(before.lower) && !before.glued)
  )
    return false
  if (
    LABELS.has(wordAt(l, i - 1)) ||
    (markAt(l, i - 1) === '.' && /^(?:no|nos|p|pp|art|sec|vol|fig)$/.test(wordAt(l, i - 2)))
  )
    return false
  const after = l[i + 1]
  if (after?.glued && /^(?:st|nd|rd|th|s)$/.test(after.lower) && after.kind === 'word' && after.lower !== 's')
    return false
  if (after?.glued && /^[/:_]$/.test(after.lower) && l[i + 2]?.glued) return false
  // "1. First", "(3)", "[4]".
  if (i === 0 && /^[.)]$/.test(markAt(l, 1)) && l[1]!.glued) return false
  return !(/^[([]$/.test(markAt(l, i - 1)) && /^[)\]]$/.test(markAt(l, i + 1)))
}

/** Whether the word before lexeme `i` is a name, whose number then follows: "Boeing 737", "iOS 5". */
export function followsName(text: string, l: readonly Lexeme[], i: number): boolean {
  const before = l[i - 1]
  if (before?.kind !== 'word' || !CAPITAL.test(text.slice(before.start, before.end))) return false
  return !FUNCTION_WORDS.has(before.lower) && !BEFORE_COUNTS.has(before.lower)
}

/**
 * Figures of three digits and more that stand after a name somewhere in the document ("Boeing 787"): alone ("the 787")
 * they name the same thing. People, money and measures are counted even after a name.
 */
export function namedNumbers(text: string, sentences: readonly (readonly Lexeme[])[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const l of sentences)
    for (let i = 1; i < l.length; i++) {
      if (l[i]!.kind !== 'number' || !/^\d{3,}$/.test(l[i]!.lower) || !followsName(text, l, i)) continue
      const unit = unitAt(text, l, i + 1)
      if (!unit || (unit.kind === 'noun' && !PEOPLE.has(unit.unit))) out.add(l[i]!.lower)
    }
  return out
}

/** Letters right after figures: "777s", "3G". */
export const tied = (l: readonly Lexeme[], i: number, number: NumberRead): boolean =>
  l[i]!.kind === 'number' && l[number.next]?.glued === true && l[number.next]!.kind === 'word'

export const isYear = (l: readonly Lexeme[], i: number, number: NumberRead): boolean =>
  number.next === i + 1 && /^(?:1[5-9]|20)\d\d$/.test(l[i]!.lower)
