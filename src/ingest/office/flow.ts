/** What an office document says, stretch by stretch → Content: one text, with the way back and the marks as parts. */
import type { Block, Mark, Part, Place } from '../../schema/document.js'
import type { Problem } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { assemble, setOffDateline, type Piece } from '../assemble.js'
import type { Content } from '../format.js'
import { headOf } from '../head.js'
import { NO_METADATA } from '../metadata.js'
import { linesOf } from '../paragraphs.js'
import { fieldsOf, type Told } from './fields.js'

/** What sets words apart, and whose doing it is. */
export interface Marking {
  readonly mark: Mark
  readonly by?: string
  readonly at?: string
}

/** A block to be. `runs` tells which of its characters are marked where not all of it is; spans into its own text. */
export interface Draft extends Piece {
  readonly place: Place
  readonly marking?: Marking
  readonly runs?: readonly (Span & Marking)[]
}

export interface Flow {
  readonly drafts: readonly Draft[]
  readonly told: Told
  readonly language: string | null
  readonly problems: readonly Problem[]
}

/** How far into the text a headline and a byline are looked for. */
const HEAD = 5000

export function contentOf({ drafts, told, language, problems }: Flow): Content {
  const { text, blocks } = assemble(drafts)
  const parts = blocks.flatMap((block, i) => partsOf(block, drafts[i]!))
  const plain = drafts.findIndex((draft) => draft.marking !== undefined || draft.kind === 'cell')
  const reach = plain === -1 ? text.length : (blocks[plain - 1]?.end ?? 0)
  const head = headOf(text, linesOf(text.slice(0, Math.min(HEAD, reach))))
  const set = setOffDateline(text, withHead(blocks, head.blocks))
  const { metadata, fields } = fieldsOf(text, set.blocks, told, head.metadata, {
    ...NO_METADATA,
    ...set.told,
  })
  return { text, blocks: set.blocks, metadata, language, problems, parts, fields }
}

/** `blocks` with those at the beginning that the head covers put as the head has them. */
function withHead(blocks: readonly Block[], head: readonly Block[]): Block[] {
  const end = head.at(-1)?.end ?? 0
  const cut = blocks.some((block) => block.start < end && block.end > end)
  return cut ? [...blocks] : [...head, ...blocks.filter((block) => block.start >= end)]
}

/** One part a block, or several where marked words stand in it. */
function partsOf({ start, end }: Span, { place, marking, runs }: Draft): Part[] {
  if (!runs || runs.length === 0) return [{ start, end, place, ...marking }]
  const parts: Part[] = []
  let at = start
  for (const { start: from, end: to, ...marks } of runs) {
    if (from + start > at) parts.push({ start: at, end: from + start, place, ...marking })
    parts.push({ start: from + start, end: to + start, place, ...marks })
    at = to + start
  }
  if (at < end) parts.push({ start: at, end, place, ...marking })
  return parts
}
