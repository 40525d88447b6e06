/** Times without a date or a number: "now", "some time", "recently", "in the past", "the near future"; and "at the time", which is the time told last. */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import { readCount } from '../lang/en/numbers.js'
import references from '../lang/en/time-references.json' with { type: 'json' }
import type { Form, Rule } from './form.js'
import { UNITS, isDash } from './vocabulary.js'

const PHRASES: ReadonlyMap<string, string> = new Map(
  Object.entries(references).flatMap(([value, phrases]) => phrases.map((phrase) => [phrase, value] as const)),
)
const FIRST_WORDS = new Set([...PHRASES.keys()].map((phrase) => phrase.split(' ')[0]!))
const LONGEST = 7

/** "The past two years", "recent months". */
const countsOn = (l: readonly Lexeme[], next: number): boolean =>
  UNITS.has(wordAt(l, next)) ||
  (/^(?:past|future|recent|current)$/.test(wordAt(l, next - 1)) && readCount(l, next) !== null)

export const readReference: Rule = (l, i) => {
  if (!FIRST_WORDS.has(wordAt(l, i))) return null
  let key = ''
  let found: { value: string; next: number } | null = null
  for (let at = i; at < Math.min(l.length, i + LONGEST); at++) {
    const hyphen = isDash(l, at) && l[at]!.glued
    if (l[at]!.kind !== 'word' && !hyphen) break
    key += hyphen ? '-' : key === '' || key.endsWith('-') ? l[at]!.lower : ` ${l[at]!.lower}`
    const value = PHRASES.get(key)
    if (value !== undefined) found = { value, next: at + 1 }
  }
  if (!found) return null
  const { value, next } = found
  // "Now-cancelled", "soon-to-open"; "in the past two years" is read by amount.ts; "as soon as" compares.
  if ((isDash(l, next) && l[next]!.glued) || countsOn(l, next)) return null
  if (value === 'then' && /^(?:of|that|when|which)$/.test(wordAt(l, next))) return null
  if (wordAt(l, next) === 'as' || (l[i]!.capital && i > 0 && markAt(l, i - 1) === '')) return null
  // "Later than planned", "later on", "the later work", "sooner or later".
  if (
    wordAt(l, i) === 'later' &&
    (/^(?:than|on|years|life|stages?|work)$/.test(wordAt(l, next)) ||
      /^(?:the|or|no|not|much|his|her|its|their|or)$/.test(wordAt(l, i - 1)))
  )
    return null
  const form: Form =
    value === 'then'
      ? { kind: 'then' }
      : { kind: 'plain', type: value === 'PXX' ? 'DURATION' : 'DATE', value }
  return { first: i, next, form }
}
