import type { DocumentInfo, Problem } from './reading.js'
import type { Span } from './span.js'

export type BlockKind =
  'title' | 'byline' | 'dateline' | 'heading' | 'paragraph' | 'item' | 'quote' | 'caption' | 'cell'

/** A stretch of text that stands by itself; sentences never cross it. */
export interface Block extends Span {
  readonly kind: BlockKind
}

/** Where a stretch of canonical text stands in its file: the way back. Numbers count from 1. */
export type Place =
  /** `box`: left, top, width, height in points from the page's upper left corner. */
  | { readonly kind: 'page'; readonly page: number; readonly box: Box | null }
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'slide'; readonly slide: number }
  | { readonly kind: 'chapter'; readonly chapter: number; readonly file: string }
  | { readonly kind: 'header'; readonly header: string }
  /** Milliseconds from the beginning of a recording. */
  | { readonly kind: 'time'; readonly from: number; readonly to: number | null }
  | { readonly kind: 'field'; readonly path: string }
export type Box = readonly [left: number, top: number, width: number, height: number]

/** What sets a stretch apart from the document's plain running text. */
export type Mark = 'footnote' | 'comment' | 'inserted' | 'deleted' | 'hidden' | 'quoted' | 'notes' | 'scanned'

/** A stretch of canonical text with its place in the file. Parts come in document order and do not overlap. */
export interface Part extends Span {
  readonly place: Place
  readonly mark?: Mark
  /** Who made a comment or a tracked change, and when (as the file says). */
  readonly by?: string
  readonly at?: string
  /** 0..1, of characters that were recognised in an image. */
  readonly confidence?: number
}

/** What one speaker of a transcript, chat or quoted mail says. The speaker is the source of all of it. */
export interface Turn extends Span {
  readonly speaker: string
  /** Where the speaker's name stands in the text; null where only the file's structure tells it. */
  readonly named: Span | null
  /** As the file says it: EDTF, or null. */
  readonly at: string | null
}

/** Where a field of `info` was found: words of the text, or a named place of the file ('og:site_name', 'Date header'). */
export interface FieldEvidence {
  readonly field: 'title' | 'publisher' | 'byline' | 'published' | 'language'
  readonly value: string
  readonly at: Span | null
  readonly from: string
}

/** A mail or web header as it stood in the file. */
export interface Header {
  readonly name: string
  readonly value: string
}

/** A stretch in one language (BCP 47). */
export interface LanguageRun extends Span {
  readonly language: string
}

/** One source text as ingest gives it: canonical text, its blocks in document order, and what went wrong. */
export interface Document {
  readonly info: DocumentInfo
  readonly blocks: readonly Block[]
  readonly problems: readonly Problem[]
  readonly parts?: readonly Part[]
  readonly turns?: readonly Turn[]
  readonly fields?: readonly FieldEvidence[]
  readonly headers?: readonly Header[]
  readonly languages?: readonly LanguageRun[]
}
