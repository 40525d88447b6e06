/** Whether the words around a time speak of what was or what is to come; used where the calendar alone leaves two dates open. */
import { wordAt, type Lexeme } from '../lexemes.js'
import words from '../lang/en/tense.json' with { type: 'json' }

/** `open`: a limit ("by 1 June"), which may lie on either side of now. */
export type Tense = 'past' | 'future' | 'open'

const FUTURE = new Set(words.future)
const PAST = new Set(words.past)
const NOT_PAST = new Set(words.notPast)
const BACK = 25
const AHEAD = 12

/** The tense of the verb nearest before the lexemes `first` to `next`, or else of the first after them; null for neither. */
export function tenseAt(l: readonly Lexeme[], first: number, next: number): Tense | null {
  if (/^(?:by|until|till)$/.test(wordAt(l, first - 1))) return 'open'
  if (/^(?:deadline|cutoff)$/.test(wordAt(l, next))) return 'future'
  for (let i = first - 1; i >= Math.max(0, first - BACK); i--) {
    const tense = tenseOf(l, i)
    if (tense) return tense
  }
  for (let i = next; i < Math.min(l.length, next + AHEAD); i++) {
    const tense = tenseOf(l, i)
    if (tense) return tense
  }
  return null
}

function tenseOf(l: readonly Lexeme[], i: number): Tense | null {
  const w = wordAt(l, i)
  if (w === '') return null
  if (w === 'to' && wordAt(l, i + 1) === 'be' && !PAST.has(wordAt(l, i - 1))) return 'future'
  // "The plan", "a set": nouns after a determiner.
  if (
    FUTURE.has(w) &&
    !(/^(?:plan|set|plans)$/.test(w) && /^(?:the|a|this|his|her|its|their)$/.test(wordAt(l, i - 1)))
  )
    return 'future'
  // "To be held", "will be launched": the verb before tells.
  if (/^(?:be|being)$/.test(wordAt(l, i - 1))) return null
  if (PAST.has(w)) return 'past'
  // "Made by", "designed by": a participle says nothing of when.
  return w.length > 4 && w.endsWith('ed') && !NOT_PAST.has(w) && wordAt(l, i + 1) !== 'by' ? 'past' : null
}
