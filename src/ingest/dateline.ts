/** The place, day and agency before a report's first words: "LONDON, March 3 (Reuters) - ", "HALVERSHAM (Meridian Press) — ". */
import { findDate } from './dates.js'

export interface Dateline {
  /** Characters of the paragraph it takes, the dash and the spaces after it left out. */
  readonly length: number
  /** Where the report goes on. */
  readonly rest: number
  readonly agency: string | null
  /** EDTF, where it names a year. */
  readonly published: string | null
}

const LONGEST = 120
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:\s\p{Lu}[\p{Lu}.'’-]*){0,4}`
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|[a-z]{2,3})){0,4}`
const AGENCY = String.raw`\((?<agency>\p{Lu}[\p{L}\p{N} .&'’-]{1,40})\)`
const DASH = String.raw`\s?(?:[—–_]|--?|―)\s`
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`
const DAY = String.raw`(?:${MONTH}\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s${MONTH}(?:\s\d{4})?)`
/** Capitals alone are enough; a place in small letters needs an agency or a day to be told from a sentence's beginning. */
const FORMS = [
  String.raw`${CAPITALS}(?:,\s${NAME}){0,2}(?:,?\s${DAY})?,?(?:\s${AGENCY})?${DASH}`,
  String.raw`${NAME}(?:,\s${NAME}){0,2},?\s${DAY}(?:,?\s${AGENCY})?${DASH}`,
  String.raw`${NAME}(?:,\s${NAME}){0,2},?\s${AGENCY}${DASH}`,
  String.raw`${AGENCY}${DASH}`,
].map((source) => new RegExp(`^${source}`, 'u'))

/** The dateline a paragraph begins with; null when it begins otherwise. */
export function datelineOf(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, LONGEST).replace(/\n/g, ' ')
  for (const form of FORMS) {
    const match = form.exec(head)
    if (!match || match[0].length >= paragraph.length) continue
    return {
      length: match[0].trimEnd().length,
      rest: match[0].length,
      agency: match.groups?.['agency'] ?? null,
      published: findDate(match[0])?.edtf ?? null,
    }
  }
  return null
}
