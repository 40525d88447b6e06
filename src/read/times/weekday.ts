/** "Tuesday", "last Friday", "the following Monday"; with a part of the day: "Friday morning". */
import { markAt, wordAt, type Lexeme } from '../lexemes.js'
import type { Form, Rule } from './form.js'
import { FUNCTION_WORDS, PARTS, WEEKDAYS, WEEKDAY_NAMES, WEEKDAY_TITLES, pickAt } from './vocabulary.js'

export const readWeekday: Rule = (l, i) => {
  const past = wordAt(l, i) === 'this' && /^(?:past|last|coming|next)$/.test(wordAt(l, i + 1)) ? i + 1 : i
  const pick = pickAt(l, past)
  const at = pick ? past + 1 : i
  const weekday = WEEKDAYS.get(wordAt(l, at))
  if (weekday === undefined || !l[at]!.capital) return null
  if (WEEKDAY_NAMES.has(wordAt(l, at - 1)) || (WEEKDAY_TITLES.has(wordAt(l, at + 1)) && l[at + 1]!.capital))
    return null
  // "On a Monday" is any of them.
  const loose = l[at + 1]?.kind !== 'word' || FUNCTION_WORDS.has(wordAt(l, at + 1))
  if (/^(?:a|any)$/.test(wordAt(l, i - 1)) && !pick && loose)
    return { first: i, next: at + 1, form: { kind: 'plain', type: 'DATE', value: `XXXX-WXX-${weekday}` } }
  const told = /^(?:following|previous|preceding)$/.test(wordAt(l, i))
  const form: Form = { kind: 'weekday', weekday, pick, base: told ? 'narrative' : 'published' }
  return withPart(l, i, at + 1, form)
}

/** Adds "morning", "night" … after a day. */
export function withPart(l: readonly Lexeme[], first: number, next: number, form: Form): ReturnType<Rule> {
  const early = /^(?:early|late)$/.test(wordAt(l, next)) ? next + 1 : next
  const part = PARTS.get(wordAt(l, early))
  if (part !== undefined && wordAt(l, early).endsWith('s') && form.kind === 'weekday')
    return {
      first,
      next: early + 1,
      form: { kind: 'plain', type: 'SET', value: `XXXX-WXX-${form.weekday}T${part}` },
    }
  return part !== undefined && markAt(l, next - 1) !== ','
    ? { first, next: early + 1, form: { kind: 'clock', time: `T${part}`, of: form } }
    : { first, next, form }
}
