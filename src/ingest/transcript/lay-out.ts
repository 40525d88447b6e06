/** What people say in turn → one canonical text: "Ada Brock: …", a paragraph a turn, each with its way back. */
import type { Block, Part, Place, Turn } from '../../schema/document.js'
import type { Content } from '../format.js'
import { NO_METADATA } from '../metadata.js'
import { linesOf, paragraphsOf } from '../paragraphs.js'

/** One stretch of a turn, with its place in the file. */
export interface Piece {
  readonly text: string
  readonly place: Place | null
}

/** What one speaker says without another coming between; `speaker` is null where nobody is named. */
export interface Utterance {
  readonly speaker: string | null
  readonly pieces: readonly Piece[]
  /** EDTF. */
  readonly at: string | null
  /** Whose words these are where the speaker only passes them on. */
  readonly from?: string | null
}

/** The text and everything that points into it. `title` stands above where there is one. */
export function layOut(utterances: readonly Utterance[], title: string | null = null): Content {
  const out: string[] = []
  const blocks: Block[] = []
  const parts: Part[] = []
  const turns: Turn[] = []
  let length = 0
  const put = (text: string): { start: number; end: number } => {
    out.push(text)
    const span = { start: length, end: length + text.length }
    length = span.end
    return span
  }
  const label = (name: string): { start: number; end: number } => {
    const named = put(name)
    blocks.push({ ...named, kind: 'byline' })
    put(': ')
    return named
  }
  if (title !== null) blocks.push({ ...put(title), kind: 'title' })
  for (const { speaker, pieces, at, from = null } of utterances) {
    const said = pieces
      .map((piece) => ({ ...piece, text: tidy(piece.text) }))
      .filter(({ text }) => text !== '')
    if (said.length === 0) continue
    if (length > 0) put('\n\n')
    const speakerAt = speaker === null ? null : label(oneLine(speaker))
    const start = length
    const fromAt = from === null ? null : label(oneLine(from))
    const inner = length
    said.forEach((piece, i) => {
      if (i > 0) put(' ')
      const span = put(piece.text)
      if (piece.place) parts.push({ ...span, place: piece.place })
    })
    blocks.push(...paragraphsIn(out.slice(-(2 * said.length - 1)).join(''), inner))
    if (speakerAt) turns.push({ start, end: length, speaker: oneLine(speaker!), named: speakerAt, at })
    if (fromAt) turns.push({ start: inner, end: length, speaker: oneLine(from!), named: fromAt, at: null })
  }
  return {
    text: out.join(''),
    blocks,
    metadata: { ...NO_METADATA, title },
    language: null,
    problems: [],
    parts,
    turns,
    ...(title === null ? {} : { fields: [{ field: 'title', value: title, at: blocks[0]!, from: 'name of the conversation' }] }),
  }
} // prettier-ignore

/** The paragraphs of what was said, each line kind that a message has; positions from `at`. */
function paragraphsIn(text: string, at: number): Block[] {
  return paragraphsOf(text, linesOf(text)).map(({ start, end, kind }) => ({
    start: at + start,
    end: at + end,
    // What looks like a heading or a line of a form is just said.
    kind: kind === 'quote' ? kind : 'paragraph',
  }))
}

/** Invisible marks of direction that exports put around names, and white space at the ends, say nothing. */
const tidy = (text: string): string => text.replace(/[\u200e\u200f\ufeff]/g, '').trim()
export const oneLine = (name: string): string => tidy(name.replace(/\s+/g, ' '))
