/** Pieces of text → one canonical text with its blocks, and the dateline of its first paragraph set off. */
import type { Block, BlockKind } from '../schema/document.js'
import { datelineOf } from './dateline.js'
import type { Metadata } from './metadata.js'

export interface Piece {
  readonly kind: BlockKind
  readonly text: string
  /** Equal for the cells of one row. */
  readonly row?: number
}

/** Paragraphs stand apart by an empty line, items and rows by a line end, cells of a row by a tab. */
export function assemble(pieces: readonly Piece[]): { text: string; blocks: Block[] } {
  const parts: string[] = []
  const blocks: Block[] = []
  let length = 0
  pieces.forEach((piece, i) => {
    const gap = i === 0 ? '' : gapBetween(pieces[i - 1]!, piece)
    parts.push(gap, piece.text)
    blocks.push({
      start: length + gap.length,
      end: length + gap.length + piece.text.length,
      kind: piece.kind,
    })
    length += gap.length + piece.text.length
  })
  return { text: parts.join(''), blocks }
}

function gapBetween(before: Piece, after: Piece): string {
  if (before.kind !== after.kind || (after.kind !== 'item' && after.kind !== 'cell')) return '\n\n'
  return after.kind === 'cell' && after.row !== undefined && after.row === before.row ? '\t' : '\n'
}

/** How many of the first paragraphs may have one. */
const REACH = 2

/** Splits a dateline off the paragraph it begins, and takes what it tells of agency and day. */
export function setOffDateline(
  text: string,
  blocks: readonly Block[],
): { blocks: Block[]; told: Pick<Metadata, 'publisher' | 'published'> } {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').slice(0, REACH)
  for (const block of paragraphs) {
    const dateline = datelineOf(text.slice(block.start, Math.min(block.end, block.start + 400)))
    if (!dateline) continue
    const parts: Block[] = [
      { start: block.start, end: block.start + dateline.length, kind: 'dateline' },
      { ...block, start: block.start + dateline.rest },
    ]
    const split = blocks.flatMap((other) => (other === block ? parts : [other]))
    return { blocks: split, told: { publisher: dateline.agency, published: dateline.published } }
  }
  return { blocks: [...blocks], told: { publisher: null, published: null } }
}
