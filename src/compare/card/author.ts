/** Who issued a document that is an origin itself. */
import type { Reading } from '../../schema/reading.js'
import { isPersonal, type DocumentKind } from '../document-kind.js'
import type { Card } from '../statement.js'
import { fold } from '../words/content.js'
import type { Words } from './context.js'

const SIGNED =
  /(?:^|\n)\s*(?:with kind regards|kind regards|best regards|regards|with respect|sincerely|yours (?:sincerely|faithfully|truly)|respectfully|signed|best|cordially)[ ,]*\n+\s*([^\n]{3,60})/i
const BEHALF = /\bon behalf of\s+([^\n,.]{3,80})/i
const WITNESS =
  /\b(?:statement|testimony|affidavit|declaration) of(?: (?:the )?witness)?,? ([A-Z][^\n,.]{3,60})|(?:^|\n)\s*I, (?:the undersigned,? )?(\p{Lu}[^\n,.]{3,60}),/u
/** 'Witness: VIK Anders, born 1996' at the head of questions and answers. */
const EXAMINED =
  /(?:^|\n)(?:witness|deponent|interviewee|respondent|examined|questioned|heard as a witness): (\p{Lu}[^\n,.;(]{3,60})/iu

/** Who issued a document that is an origin: its signature, the party on whose behalf, its byline or its head. */
export function authorOf(reading: Reading, kind: DocumentKind, words: Words): Card['author'] {
  const examined =
    kind === 'transcript' ? EXAMINED.exec(reading.document.text.slice(0, 1000))?.[1]?.trim() : undefined
  if (examined) return { name: examined, entity: words.byName.get(fold(examined)) ?? null }
  if (!isPersonal(kind))
    return kind === 'press' || kind === 'transcript' ? null : { name: KIND_NAMES[kind] ?? kind, entity: null }
  const { document } = reading
  const given = document.byline[0] ?? null
  const found =
    BEHALF.exec(document.text.slice(0, 600))?.[1] ??
    WITNESS.exec(document.text.slice(0, 600))?.slice(1).find(Boolean) ??
    given ??
    SIGNED.exec(document.text.slice(-600))?.[1] ??
    signature(reading) ??
    publisherOf(document.publisher) ??
    firstNamed(reading)
  if (!found) return null
  const name = found.trim()
  return { name, entity: words.byName.get(fold(name)) ?? null }
}
const KIND_NAMES: Partial<Record<DocumentKind, string>> = {
  court: 'the court',
  contract: 'the contract',
  account: 'the account statement',
  minutes: 'the minutes',
  record: 'the record',
}

/** Null where a document's kind was taken for its publisher. */
export const publisherOf = (name: string | null): string | null =>
  name !== null &&
  /^(?:(?:press|media|public)? ?(?:release|statement|letter|report|minutes|transcript|office|department)|(?:record|report|protocol|minutes|extract|statement|letter|transcript) (?:of|on) .*)$/i.test(
    name,
  )
    ? null
    : name

/** The person whose name stands alone in one of the last lines, perhaps with an office below it. */
function signature({ document: { text }, mentions }: Reading): string | null {
  let end = text.trimEnd().length
  for (let i = 0; i < LAST_LINES && end > 0; i++) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const name = mentions.find(
      (m) => m.form === 'name' && m.type === 'Person' && m.start >= start && m.end <= end,
    )
    const line = text.slice(start, end)
    if (line.length <= LONGEST_NAME && name && name.start - start <= TITLE && !ADDRESSED.test(line))
      return name.text
    end = text.slice(0, start).trimEnd().length
  }
  return null
}
const LAST_LINES = 4
const LONGEST_NAME = 60
/** 'Atty. ', 'For the parish: ' */
const TITLE = 20

/** The first named in the head; whom it is addressed to has not written it. */
const firstNamed = ({ document: { text }, mentions, entities }: Reading): string | null => {
  const addressed = (at: number): boolean =>
    ADDRESSED.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at + 1))
  const first = mentions.find(
    (m) =>
      m.form === 'name' &&
      (m.type === 'Person' || m.type === 'Organization') &&
      m.start < 400 &&
      !addressed(m.start),
  )
  return first ? (entities.find((e) => e.id === first.entity)?.name ?? first.text) : null
}

const ADDRESSED = /^\s*(?:to|attn\.?|attention|copy|c\.?c\.?|dear|respected|subject|re)\b/i

const QUESTION = /(?:^|\n)[^\n]{5,200}\?[ *_]*(?=\n|$)/g
const LEAST_QUESTIONS = 3

/** Who answers in a printed interview: the last person named in full before the first of its questions. Null for other texts. */
export function intervieweeOf({ document, mentions }: Reading, words: Words): Card['author'] {
  const questions = [...document.text.slice(0, 50_000).matchAll(QUESTION)]
  if (questions.length < LEAST_QUESTIONS || /^\p{Lu}[\p{Lu} .-]+:/mu.test(document.text.slice(0, 5000)))
    return null
  const bylines = document.byline.map(fold)
  const before = mentions.filter(
    (m) =>
      m.end <= questions[0]!.index + 1 &&
      m.type === 'Person' &&
      m.form === 'name' &&
      /\s/.test(m.text) &&
      !bylines.includes(fold(m.text)),
  )
  const last = before.at(-1)
  return last ? { name: last.text, entity: words.byName.get(fold(last.text)) ?? null } : null
}
