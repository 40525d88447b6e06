/** Who wrote what is quoted below: "On Mon, 1 Feb 2021 at 10:15, Ada Brock <ada@example.org> wrote:". */
import type { Span } from '../../schema/span.js'
import { findDate } from '../dates.js'
import { OPENINGS, WROTE, WROTE_BEFORE } from './quote-words.js'

export interface Writer {
  readonly speaker: string
  /** Where the name stands, counted in the text that was looked at. */
  readonly named: Span
  /** EDTF. */
  readonly at: string | null
}

const any = (words: readonly string[]): string => words.map((word) => word.replace(/[()]/g, '\\$&')).join('|')
const AFTER = new RegExp(String.raw`\s(?:${any(WROTE)})\s?:$`, 'iu')
const BEFORE = new RegExp(String.raw`\s(?:${any(WROTE_BEFORE)})\s+(?=\S)`, 'iu')
const OPENING = new RegExp(String.raw`^(?:${any(OPENINGS)})\s`, 'u')
/** A time of day or a year with what may follow it ends the date; what comes after is the name. */
const DATE_ENDS =
  /(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?:[\s\u202f]?[apAP]\.?[mM]\.?)?|\b(?:19|20)\d\d\b)(?:\s?(?:[+-]\d{4}|\([A-Z]{2,5}\)|GMT[+-]?\d{0,2}:?\d{0,2}|[A-Z]{3,4}\b|г\.))*[,.:]?\s+/gu
const ADDRESS =
  /\s*(?:<[^<>]{1,200}>|\[mailto:[^\]]{1,200}\]|\(<?[^()<>\s]{1,100}@[^()<>]{1,100}>?\)|via [^<>]{1,80})/gi
const LONGEST = 400

/**
 * The writer that a line (or two or three, joined by spaces or line ends) names. `sure` asks for an opening and a date too: what
 * stands below bears no marks of quotation.
 */
export function introductionIn(text: string, sure: boolean): Writer | null {
  if (text.length > LONGEST) return null
  const flat = text.replace(/\s/g, ' ')
  const line = flat.trimEnd()
  if (!line.endsWith(':')) return null
  const date = findDate(line)
  if (sure && !(OPENING.test(line) && /\d/.test(line))) return null
  const after = AFTER.exec(line)
  const before = after ? null : BEFORE.exec(line)
  if (after) return writer(line, nameStart(line, after.index), after.index, date?.edtf ?? null)
  if (before) return writer(line, before.index + before[0].length, line.length - 1, date?.edtf ?? null)
  // "2021-02-01 10:15 GMT+01:00 Ada Brock <ada@example.org>:"
  if (sure || date === null || !/<[^<>\s]+@[^<>\s]+>\s?:$/.test(line)) return null
  return writer(line, nameStart(line, line.length - 1), line.length - 1, date.edtf)
}

function nameStart(line: string, end: number): number {
  let start = OPENING.exec(line)?.[0].length ?? 0
  for (const match of line.slice(0, end).matchAll(DATE_ENDS)) start = match.index + match[0].length
  return start
}

/** The name in a stretch of the line: without address, quotes and what surrounds it; an address alone stands for the name. */
function writer(line: string, from: number, to: number, at: string | null): Writer | null {
  const stretch = line.slice(from, to)
  const bare = stretch.replace(ADDRESS, (found) => ' '.repeat(found.length))
  const source = /[\p{L}\p{N}]/u.test(bare) ? bare : stretch
  const trimmed = source.replace(/^[\s"'“”<([,*]+|[\s"'“”>)\],:*]+$/gu, (found) => ' '.repeat(found.length))
  const speaker = trimmed.trim()
  if (speaker === '' || speaker.length > 120) return null
  const start = from + trimmed.indexOf(speaker)
  return { speaker, named: { start, end: start + speaker.length }, at }
}

/** The person in the value of a From header as people see it; null where it is empty. `value` starts at `from`. */
export const personIn = (value: string, from: number): Omit<Writer, 'at'> | null => {
  const found = writer(value, 0, value.length, null)
  return (
    found && {
      speaker: found.speaker,
      named: { start: found.named.start + from, end: found.named.end + from },
    }
  )
}
