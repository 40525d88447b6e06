/**
 * The head and foot of papers that are no articles: releases, statements, letters, judgments, certificates, corrections.
 * "PRESS RELEASE / Harbour Office / 16 March 2018", "DISTRICT COURT / Judgment of 17 February 2020", "Signed at Oran on 2 May 2016".
 */
import { isByline, isOutlet, isPerson, partsOf, readByline } from './byline.js'
import { BODY, FAREWELL, GIVEN, GREETING, PAPER, SMALL } from './paper-words.js'
import { findDate } from './dates.js'
import { NO_METADATA, type Metadata } from './metadata.js'

/** What a line of a paper's head is. */
export type PaperLine =
  | { readonly kind: 'paper'; readonly published: string | null }
  | { readonly kind: 'day'; readonly published: string; readonly name: string | null }
  | { readonly kind: 'issuer'; readonly name: string }
  | { readonly kind: 'writer'; readonly name: string }
  | { readonly kind: 'number' }

export interface PaperHead {
  readonly lines: readonly PaperLine[]
  readonly metadata: Metadata
  /** What the paper calls itself, which is its title where it bears no other. */
  readonly calls: string | null
}

const LONGEST = 160
const NUMBER =
  /^(?:(?:case|file|ref|docket|contract|our ref|your ref|reference)\b[^.!?]{0,6}(?:no\b|nos\b|number|:)|no\.? ?\d|[\p{Lu}\d]+[/-][\p{Lu}\d/-]+$)/iu
const ON_BEHALF = /^(?:on behalf of|for and on behalf of|issued by|from)[:\s]\s*(\S.*)$/iu
const MAY_HEAD = 6

/**
 * The head of a paper in the first lines of a text up to a blank one (`first`) and after it (`second`); null where they are
 * no such head. Only lines that tell what a paper is, who gives it or when are taken for one, so that a headline is not.
 */
export function paperHead(first: readonly string[], second: readonly string[]): PaperHead | null {
  const read = readLines(first)
  if (!read) return null
  const lone = second.length === 1 ? readLine(second[0]!) : null
  const lines =
    (lone?.kind === 'day' || lone?.kind === 'issuer') && first.length === 1 ? [...read, lone] : read
  const is = (kind: PaperLine['kind']): boolean => lines.some((line) => line.kind === kind)
  // A name and a day could stand below a headline as well as above a letter: then the greeting tells
  const letter = second.length > 0 && GREETING.test(second[0]!)
  if (!is('paper') && !(is('day') && ((is('issuer') && !isOutlet(first[0]!)) || (is('writer') && letter))))
    return null
  const issuer = lines
    .map((line) => (line.kind === 'issuer' || line.kind === 'day' ? line.name : null))
    .find((name) => name)
  const writer = lines.find((line) => line.kind === 'writer')
  const published =
    lines.map((line) => ('published' in line ? line.published : null)).find((day) => day) ?? null
  const calls = first.find((_, i) => lines[i]!.kind === 'paper') ?? null
  return {
    lines,
    calls,
    metadata: {
      ...NO_METADATA,
      publisher: issuer ?? null,
      byline: writer && !issuer ? [writer.name] : [],
      published,
    },
  }
}

function readLines(lines: readonly string[]): PaperLine[] | null {
  if (lines.length === 0 || lines.length > MAY_HEAD) return null
  const out: PaperLine[] = []
  for (const line of lines) {
    const read = readLine(line)
    if (!read) return null
    out.push(read)
  }
  return out
}

function readLine(line: string): PaperLine | null {
  if (line.length === 0 || line.length > LONGEST || isByline(line)) return null
  const behalf = ON_BEHALF.exec(line)
  if (behalf && isName(behalf[1]!)) return { kind: 'issuer', name: behalf[1]! }
  if (/[.!?;:]["'”’»)]*$/.test(line) && !/\b(?:No|Ltd|Inc|Co)\.$/.test(line)) return null
  const day = dayOf(line)
  if (PAPER.test(line) && !isSentence(line)) return { kind: 'paper', published: day }
  if (day !== null) return { kind: 'day', published: day, name: partsOf(line).find(isOutlet) ?? null }
  if (NUMBER.test(line)) return { kind: 'number' }
  const [name] = line.split(/,\s/)
  if (isName(line) && (BODY.test(line) || isOutlet(line)))
    return { kind: 'issuer', name: /[,]/.test(line) && BODY.test(name!) && isName(name!) ? name! : line }
  return isPerson(line) ? { kind: 'writer', name: line } : null
}

/** The day a line gives, where the rest of it is a place or says that it was then given: "Bergen, 19 March 2018", "Hearing of 2 May". */
export function dayOf(line: string): string | null {
  const found = findDate(line)
  if (!found || found.edtf.length < 10) return null
  const at = line.toLowerCase().indexOf(found.words)
  if (at < 0) return null
  const before = line.slice(0, at).trimEnd()
  const after = line.slice(at + found.words.length).trim()
  if (after !== '' && !/^\(?[\d:.]+(?: ?[ap]\.?m\.?)?\)?$/i.test(after)) return null
  if (before === '' || GIVEN.test(before + ' ')) return before.split(/\s+/).length <= 12 ? found.edtf : null
  const rest = before.replace(/,$/, '')
  return before.endsWith(',') && (isName(rest) || PAPER.test(rest) || NUMBER.test(rest)) && rest.length < 60
    ? found.edtf
    : null
}

/** Capitalised words, with the small ones that names of offices have among them. */
const isName = (text: string): boolean => {
  const words = text
    .replace(/["“”'‘’()]/g, '')
    .split(/[\s,]+/)
    .filter((w) => w !== '')
  return (
    words.length > 0 &&
    words.length <= 14 &&
    /^[\p{Lu}\p{Lo}]/u.test(words[0]!) &&
    words.every((w) => SMALL.has(w.toLowerCase().replace(/\.$/, '')) || /^[\p{Lu}\p{Lo}\d(]/u.test(w))
  )
}

/** "Decision on bridge falls today" is a headline: a paper's own name goes on with small words, names, numbers and nouns only. */
const isSentence = (line: string): boolean => {
  const paper = PAPER.exec(line)![0]
  const rest = line.slice(paper.length).trim()
  return (
    rest !== '' && !/^(?:of|on|to|by|from|for|in|into|no\b|nr\b|and|[,:(–—-]|\d|release|\p{Lu})/iu.test(rest)
  )
}

export interface Foot {
  readonly published: string | null
  readonly writer: string | null
}

const GAVE = /^(?:signed|given|issued|done|dated|executed|sworn|made)\b/i
const PLACE_FIRST = /^\p{Lu}[\p{L} .'’-]{1,40},\s/u
const FOOT_LINES = 12

/** What the last lines of a paper tell: the day it was given, and who signs a letter below its farewell or alone at the end. */
export function paperFoot(lines: readonly string[]): Foot {
  const last = lines.slice(-FOOT_LINES)
  let published: string | null = null
  for (const line of last) {
    if (line.length > LONGEST || published !== null) continue
    const found = findDate(line)
    if (GAVE.test(line)) published = found?.edtf.length === 10 ? found.edtf : null
    else if (PLACE_FIRST.test(line)) published = dayOf(line)
  }
  return { published, writer: writerBelow(last) }
}

function writerBelow(lines: readonly string[]): string | null {
  const words = lines.filter((line) => line !== '')
  const farewell = words.findLastIndex((line) => FAREWELL.test(line))
  const signature = farewell >= 0 ? words[farewell + 1] : aloneAtEnd(lines)
  if (signature === undefined || signature.length > 60) return null
  const name = /^(\p{Lu}\.(?: \p{Lu}\.)* )?/u.exec(signature)?.[0]
    ? signature
    : (readByline(signature).people[0] ?? '')
  return name !== '' && /^[\p{Lu}]/u.test(name) && name.split(/\s+/).length <= 4 ? name : null
}

/** A name alone after a blank line, with at most two short lines below it ("Attorney at law", "(signature)"). */
function aloneAtEnd(lines: readonly string[]): string | undefined {
  let end = lines.length
  while (end > 0 && lines[end - 1] === '') end--
  const from = lines.lastIndexOf('', end - 1) + 1
  const chunk = lines.slice(from, end)
  return chunk.length > 0 &&
    chunk.length <= 3 &&
    from > 0 &&
    isPerson(chunk[0]!) &&
    chunk.every((line) => line.length <= 60 && !/[.!?:]$/.test(line))
    ? chunk[0]
    : undefined
}
