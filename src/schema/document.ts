import type { DocumentInfo, Problem } from './reading.js'
import type { Span } from './span.js'

export type BlockKind =
  'title' | 'byline' | 'dateline' | 'heading' | 'paragraph' | 'item' | 'quote' | 'caption' | 'cell'

/** A stretch of text that stands by itself; sentences never cross it. */
export interface Block extends Span {
  readonly kind: BlockKind
}

/** One source text as ingest gives it: canonical text, its blocks in document order, and what went wrong. */
export interface Document {
  readonly info: DocumentInfo
  readonly blocks: readonly Block[]
  readonly problems: readonly Problem[]
}
