import type { Span } from '../schema/span.js'
import table from './lang/en/abbreviations.json' with { type: 'json' }

/**
 * What a full stop after these letters means: `title` and `numbered` never end a sentence, the others may.
 * `initials` are "J." and "U.S.".
 */
export type AbbreviationKind = keyof typeof table | 'initials'

const KINDS = new Map<string, AbbreviationKind>(
  Object.entries(table).flatMap(([kind, forms]) =>
    forms.map((form) => [form, kind as AbbreviationKind] as const),
  ),
)

// "Sun. 5 May" is a day, "the sun." is not; "Austin, Tex." is a state, "tex." is not.
const AFTER_CALENDAR =
  /^(?:[,)/–-]|\s{0,2}\d|\s(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b|\s\p{Ll})/u
const AFTER_NUMBERED = /^\s{0,2}[#(]?\d|^\s[IVXLC]{1,6}\b/

/** The kind of the letters at `span` when the full stop after them is part of an abbreviation, else null. */
export function abbreviationKind(text: string, { start, end }: Span): AbbreviationKind | null {
  if (text[end] !== '.') return null
  const form = text.slice(start, end)
  const after = text.slice(end + 1, end + 8)
  if (form.length <= 2 && /^\p{Lu}\p{M}?$/u.test(form)) return 'initials'
  const kind = KINDS.get(form) ?? null
  if (kind === 'calendar' && !AFTER_CALENDAR.test(after)) return null
  if (kind === 'numbered' && !AFTER_NUMBERED.test(after)) return null
  if (kind === 'state' && !/,\s{1,2}$/.test(text.slice(Math.max(0, start - 3), start))) return null
  return kind
}

/** The kind of a whole word that ends in a full stop, as tokenise() cut it. */
export function kindOfWord(text: string, { start, end }: Span): AbbreviationKind | null {
  if (end - start < 2 || text[end - 1] !== '.' || !/[\p{L}\p{M}]/u.test(text[end - 2]!)) return null
  if (text.slice(start, end - 1).includes('.')) return KINDS.get(text.slice(start, end - 1)) ?? 'initials'
  return abbreviationKind(text, { start, end: end - 1 })
}
