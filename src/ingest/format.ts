import type { Block } from '../schema/document.js'
import type { Problem } from '../schema/reading.js'
import type { Metadata } from './metadata.js'

/** What a format finds in decoded characters. */
export interface Content {
  /** Canonical text: what the spans of `blocks` point into. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  /** The language the document says it is in. */
  readonly language: string | null
  readonly problems: readonly Problem[]
}

/** One kind of file. */
export interface Format {
  readonly name: string
  /** IANA media type. */
  readonly mediaType: string
  /** Without the dot; a hint, never proof. */
  readonly extensions: readonly string[]
  /** `source` has '\n' as its only line end. Never throws. */
  read(source: string): Content
}
