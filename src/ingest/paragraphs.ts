/**
 * Plain text → its paragraphs. Blank lines part them; inside a run of lines a line end is either the fill of a hard-wrapped
 * paragraph or meant. It is meant where the next line's first word would still have fitted before the wrap width.
 */
import type { Block } from '../schema/document.js'

export interface Line {
  readonly start: number
  /** Before the line end, trailing white space left out. */
  readonly end: number
  /** Where its first word stands. */
  readonly first: number
}

/** Lines longer than this were not wrapped by hand or mail program: each is a paragraph. */
const WIDEST = 140
/** So is each where nine in ten line ends close a sentence or a heading; wrapped lines rarely do. */
const ENDED = 0.9
const SLACK = 2
/** A line shorter than this share of the wrap width, ended on purpose, stands by itself: a heading, an address, a verse. */
const SHORT = 0.6
const LONGEST_HEADING = 80
const BULLET = /^(?:[-*•·▪◦‣]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/
const QUOTED = /^>/
const ENDS_SENTENCE = /[.!?…:;]["'”’»)\]]*$/
const BEGINS = /^[\s"'“‘«([¿¡]*[\p{Lu}\p{Lo}\p{N}]/u
/** "Date of birth: 2 February 1983": a line of a form, a register or a list of those who sign. */
const FIELD = /^\p{Lu}[\p{L}\p{N} .'’/()-]{1,40}:[^\S\n]+\S[^\n]*$/u
const LONGEST_FIELD = 160
const LETTER = /[\p{L}\p{N}]/u

/** The lines of a text; a blank line has `first === end`. */
export function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = []
  for (let start = from; start < text.length;) {
    const found = text.indexOf('\n', start)
    const stop = found === -1 ? text.length : found
    let end = stop
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    let first = start
    while (first < end && isSpace(text.charCodeAt(first))) first++
    lines.push({ start, end, first })
    start = stop + 1
  }
  return lines
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff

/** The paragraphs of `lines`, in order, each with its kind. */
export function paragraphsOf(text: string, lines: readonly Line[]): Block[] {
  const wrap = wrapOf(text, lines)
  const blocks: Block[] = []
  let open: { start: number; end: number; lines: number } | null = null
  const close = (): void => {
    if (open && LETTER.test(text.slice(open.start, open.end)))
      blocks.push({ start: open.start, end: open.end, kind: kindOf(text, open) })
    open = null
  }
  lines.forEach((line, i) => {
    if (line.first === line.end) return close()
    if (open && endsParagraph(text, lines[i - 1]!, line, wrap)) close()
    open = open
      ? { start: open.start, end: line.end, lines: open.lines + 1 }
      : { start: line.first, end: line.end, lines: 1 }
  })
  close()
  // A last line cannot head anything.
  const last = blocks.at(-1)
  if (last?.kind === 'heading') blocks[blocks.length - 1] = { ...last, kind: 'paragraph' }
  return blocks
}

interface Wrap {
  /** The length that lines which are followed by another keep to: what nine in ten of them do not pass. */
  readonly width: number
  readonly lineIsParagraph: boolean
}

function wrapOf(text: string, lines: readonly Line[]): Wrap {
  const followed: Line[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!]
    if (line.first < line.end && next.first < next.end) followed.push(line)
  }
  const lengths = followed.map((line) => line.end - line.start).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const ended = followed.filter(
    (line) => closesSentence(text, line) || line.end - line.start < width * SHORT,
  ).length
  return { width, lineIsParagraph: width > WIDEST || ended >= followed.length * ENDED }
}

const closesSentence = (text: string, line: Line): boolean =>
  ENDS_SENTENCE.test(text.slice(Math.max(line.first, line.end - 6), line.end))

function endsParagraph(text: string, line: Line, next: Line, wrap: Wrap): boolean {
  const after = text.slice(next.first, Math.min(next.end, next.first + 60))
  if (BULLET.test(after) || QUOTED.test(after) !== QUOTED.test(text.charAt(line.first))) return true
  if (QUOTED.test(after)) return false
  if (isField(text, line) && isField(text, next)) return true
  if (wrap.lineIsParagraph) return true
  if (!BEGINS.test(after)) return false
  const length = line.end - line.start
  const word = /^\S*/.exec(after)![0].length
  const meant = length + 1 + word <= wrap.width - SLACK
  const sentence = closesSentence(text, line)
  if (next.first - next.start > line.first - line.start + 1) return sentence
  return meant && (sentence || length < wrap.width * SHORT)
}

const isField = (text: string, { first, end }: Line): boolean =>
  end - first <= LONGEST_FIELD && FIELD.test(text.slice(first, end))

function kindOf(text: string, block: { start: number; end: number; lines: number }): Block['kind'] {
  const head = text.slice(block.start, Math.min(block.end, block.start + LONGEST_HEADING + 1))
  if (QUOTED.test(head)) return 'quote'
  if (BULLET.test(head) || (block.lines === 1 && isField(text, { ...block, first: block.start })))
    return 'item'
  const heading =
    block.lines === 1 &&
    head.length <= LONGEST_HEADING &&
    BEGINS.test(head) &&
    !/[.!?…:;,]["'”’»)\]]*$/.test(head)
  return heading ? 'heading' : 'paragraph'
}
