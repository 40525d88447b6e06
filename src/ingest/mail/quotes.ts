/** The body of a mail → what is new and what is quoted, from whom, however deep. */
import type { Block, Part, Turn } from '../../schema/document.js'
import type { Span } from '../../schema/span.js'
import { findDate } from '../dates.js'
import { paragraphsOf } from '../paragraphs.js'
import { introductionIn, personIn, type Writer } from './introduction.js'
import { DIVIDER, HEADER_WORDS } from './quote-words.js'
import { unquote, type MailLine } from './unquote.js'

export interface Body {
  readonly text: string
  readonly blocks: readonly Block[]
  /** The quoted stretches, in order, without overlap. */
  readonly parts: readonly Part[]
  readonly turns: readonly Turn[]
}

/** Reads a body that will stand at `from` in the canonical text. `body` has '\n' as its only line end. */
export function readBody(body: string, from: number): Body {
  const { text, lines } = unquote(body, from)
  const slice = (span: Span): string => text.slice(span.start - from, span.end - from)
  const quotes = [...markedQuotes(lines, slice), ...tailQuotes(lines, slice)].sort(
    (a, b) => a.first - b.first || b.last - a.last,
  )
  const blocks = blocksOf(text, from, lines, quotes)
  const turns = quotes.flatMap(({ first, last, writer }): Turn[] => {
    const span = spanOf(lines, first, last)
    return writer && span ? [{ ...span, ...writer }] : []
  })
  return { text, blocks, parts: partsOf(lines, quotes), turns }
}

/** Lines `first` up to `last` are quoted; those from `header` on only introduce them. */
interface Quote {
  readonly header: number
  readonly first: number
  readonly last: number
  readonly writer: Writer | null
  /** Values in the introducing lines that are worth reading. */
  readonly heads: readonly Block[]
}

type Slice = (span: Span) => string
const isBlank = (line: MailLine): boolean => line.first === line.end
/** An introduction may be broken into this many lines. */
const BROKEN = 3

/** Runs of lines that bear marks, each depth a quote within the one before. */
function markedQuotes(lines: readonly MailLine[], slice: Slice): Quote[] {
  const out: Quote[] = []
  const open: { depth: number; first: number }[] = []
  const closeTo = (depth: number, last: number): void => {
    while (open.length > 0 && open.at(-1)!.depth > depth) {
      const { depth: own, first } = open.pop()!
      out.push(introduced(lines, slice, first, last, own))
    }
  }
  lines.forEach((line, i) => {
    if (isBlank(line) && line.depth === 0) return
    closeTo(line.depth, i)
    if (line.depth > (open.at(-1)?.depth ?? 0)) open.push({ depth: line.depth, first: i })
  })
  closeTo(0, lines.length)
  return out
}

function introduced(
  lines: readonly MailLine[],
  slice: Slice,
  first: number,
  last: number,
  depth: number,
): Quote {
  let above = first - 1
  while (above >= 0 && isBlank(lines[above]!)) above--
  let nearest: Quote | null = null
  for (let from = above; from >= 0 && from > above - BROKEN; from--) {
    const line = lines[from]!
    if (isBlank(line) || line.depth >= depth) break
    const words = slice({ start: line.first, end: lines[above]!.end })
    // One broken into lines begins where its opening stands
    const whole = introductionIn(words, true)
    const found: Writer | null = whole ?? (nearest === null ? introductionIn(words, false) : null)
    if (found) nearest = { header: from, first, last, writer: moved(found, line.first), heads: [] }
    if (whole) break
  }
  if (nearest) return nearest
  return { header: first, first, last, writer: null, heads: [] }
}

/** A thread of more is cut off here: what is quoted further down counts to the last writer found. */
const MOST_TAILS = 100

/** What stands below a header block or an introduction without marks: quoted to the end of the mail. */
function tailQuotes(lines: readonly MailLine[], slice: Slice): Quote[] {
  const out: Quote[] = []
  for (let i = 0; i < lines.length && out.length < MOST_TAILS; i++) {
    const line = lines[i]!
    if (isBlank(line)) continue
    const block = headerBlock(lines, slice, i)
    if (block) {
      const divider = i - 1 - (i > 0 && isBlank(lines[i - 1]!) ? 1 : 0)
      const divided = divider >= 0 && DIVIDER.test(slice(lines[divider]!).trim())
      out.push({ ...block, header: divided ? divider : i, last: endOf(lines, i) })
      i = block.first - 1
      continue
    }
    for (let to = i; to < Math.min(lines.length, i + BROKEN) && !isBlank(lines[to]!); to++) {
      const found = introductionIn(slice({ start: line.first, end: lines[to]!.end }), true)
      if (!found) continue
      let next = to + 1
      while (next < lines.length && isBlank(lines[next]!)) next++
      if (next === lines.length || lines[next]!.depth > line.depth) continue
      out.push({ header: i, first: next, last: endOf(lines, i), writer: moved(found, line.first), heads: [] })
      i = to
      break
    }
  }
  return out
}

/** Where the marked quote ends that line `i` stands in, or the mail. */
function endOf(lines: readonly MailLine[], i: number): number {
  const { depth } = lines[i]!
  if (depth === 0) return lines.length
  const next = lines.findIndex((line, k) => k > i && line.depth < depth && !isBlank(line))
  return next === -1 ? lines.length : next
}

const HEADER = /^\*?([\p{L} -]{1,14}?)\*? ?:\*?(?:[ \t]+(\S.*)|$)/u
const MOST_HEADERS = 8

/** "From: …" with a date and a subject or receiver below it, as mail programs put above what they quote. */
function headerBlock(
  lines: readonly MailLine[],
  slice: Slice,
  at: number,
): Omit<Quote, 'header' | 'last'> | null {
  const found = new Map<string, { value: string; start: number }>()
  let i = at
  for (; i < lines.length && i < at + MOST_HEADERS; i++) {
    const line = lines[i]!
    if (isBlank(line)) break
    const match = HEADER.exec(slice({ start: line.first, end: line.end }))
    const kind = match && HEADER_WORDS[match[1]!.trim().toLowerCase()]
    if (i === at && kind !== 'from') return null
    if (!kind && i > at && found.size < 2) return null
    if (!kind) break
    const value = match[2] ?? ''
    if (!found.has(kind)) found.set(kind, { value, start: line.end - value.length })
  }
  const [from, date, subject] = [found.get('from'), found.get('date'), found.get('subject')]
  if (!from || !date || (!subject && !found.has('to'))) return null
  while (i < lines.length && isBlank(lines[i]!)) i++
  const person = personIn(from.value, from.start)
  const head = (kind: Block['kind'], field: typeof from | undefined): Block[] =>
    field && field.value !== '' ? [{ start: field.start, end: field.start + field.value.length, kind }] : []
  return {
    first: i,
    writer: person && { ...person, at: findDate(date.value)?.edtf ?? null },
    heads: [...head('byline', from), ...head('dateline', date), ...head('heading', subject)].sort(
      (a, b) => a.start - b.start,
    ),
  }
}

const moved = (writer: Writer, by: number): Writer => ({
  ...writer,
  named: { start: writer.named.start + by, end: writer.named.end + by },
})

function spanOf(lines: readonly MailLine[], first: number, last: number): Span | null {
  const own = lines.slice(first, last).filter((line) => !isBlank(line))
  return own.length === 0 ? null : { start: own[0]!.first, end: own.at(-1)!.end }
}

/** Signatures begin with a line of two hyphens (RFC 3676, 4.3). */
const SIGNATURE = /^--$/

/** Paragraphs within stretches of one depth and one writer; introductions give only what their headers hold. */
function blocksOf(text: string, from: number, lines: readonly MailLine[], quotes: readonly Quote[]): Block[] {
  const introduces = new Map(quotes.flatMap((q) => (q.header < q.first ? [[q.header, q] as const] : [])))
  const cuts = new Set(quotes.flatMap((q) => [q.header, q.first, q.last]))
  const blocks: Block[] = []
  let run: MailLine[] = []
  let signed = -1
  const flush = (): void => {
    const own = paragraphsOf(
      text,
      run.map((l) => shifted(l, -from)),
    )
    blocks.push(...own.map((b) => ({ ...b, start: b.start + from, end: b.end + from })))
    run = []
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const quote = introduces.get(i)
    if (cuts.has(i) || (run.length > 0 && !isBlank(line) && run.at(-1)!.depth !== line.depth)) flush()
    if (cuts.has(i) || line.depth !== signed) signed = isBlank(line) ? signed : -1
    if (quote) {
      blocks.push(...introBlocks(quote))
      i = quote.first - 1
    } else if (SIGNATURE.test(text.slice(line.first - from, line.end - from))) {
      flush()
      signed = line.depth
    } else if (signed >= 0 && !isBlank(line)) blocks.push({ start: line.first, end: line.end, kind: 'item' })
    else run.push(line)
  }
  flush()
  return blocks.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start - from, end - from)))
}

/** Of "On … wrote:" the name alone. */
const introBlocks = ({ heads, writer }: Quote): Block[] =>
  heads.length > 0 ? [...heads] : writer ? [{ ...writer.named, kind: 'byline' }] : []

const shifted = (line: MailLine, by: number): MailLine => ({
  ...line,
  start: line.start + by,
  first: line.first + by,
  end: line.end + by,
})

/** The outermost quoted stretches. */
function partsOf(lines: readonly MailLine[], quotes: readonly Quote[]): Part[] {
  const out: Part[] = []
  let covered = 0
  for (const { header, first, last } of quotes) {
    if (first < covered) continue
    const span = spanOf(lines, Math.max(first, covered), last)
    if (!span) continue
    out.push({
      ...span,
      place: { kind: 'paragraph', paragraph: Math.min(header, first) + 1 },
      mark: 'quoted',
    })
    covered = last
  }
  return out
}
