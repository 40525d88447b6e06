import type { Block, FieldEvidence, Header, LanguageRun, Part, Turn } from '../schema/document.js'
import type { Problem } from '../schema/reading.js'
import type { Metadata } from './metadata.js'

/** What a format finds in a file. */
export interface Content {
  /** Canonical text: what the spans of everything else here point into. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  /** The language the document says it is in. */
  readonly language: string | null
  readonly problems: readonly Problem[]
  readonly parts?: readonly Part[]
  readonly turns?: readonly Turn[]
  readonly fields?: readonly FieldEvidence[]
  readonly headers?: readonly Header[]
  readonly languages?: readonly LanguageRun[]
  readonly pages?: number
}

/** One kind of text file: read from its decoded characters. */
export interface Format {
  readonly name: string
  /** IANA media type. */
  readonly mediaType: string
  /** Without the dot; a hint, never proof. */
  readonly extensions: readonly string[]
  /** `source` has '\n' as its only line end. Never throws. */
  read(source: string): Content
}

/** A file to parse. */
export interface Source {
  /** Its name as given: for messages and as a hint, never a path to open. */
  readonly file: string
  /** A file on this disk that holds the bytes. */
  readonly path: string
  readonly size: number
  /** The first 64 KiB, or all of a smaller file. */
  readonly head: Uint8Array
  /** All bytes. @throws WhenceError 'file-large' where they would not fit into memory. */
  bytes(): Promise<Uint8Array>
}

/** A document inside another: an attachment, a member of an archive, a message of a mailbox, a page of a web archive. */
export interface Child {
  /** As the container names it. A name, never a path to write to. */
  readonly name: string
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
  /** What the container says of it: time, address, content type. */
  readonly headers?: readonly Header[]
}

/** Where a parser puts what it finds on the way. */
export interface Out {
  /** Hands over one child. @throws WhenceError 'children-many', 'output-large' once a limit is reached; let it pass. */
  child(child: Child): Promise<void>
  /** Told now and then: pages, messages or members done, of how many (null: unknown). */
  progress(done: number, all: number | null): void
}

/** One kind of file that is more than characters: read from its bytes, apart from the rest of the program. */
export interface Parser {
  readonly name: string
  /** IANA media type. */
  readonly mediaType: string
  /** Without the dot; decides only between parsers that know the bytes alike. */
  readonly extensions: readonly string[]
  /** Whether the first bytes (and, where they leave it open, the name) are of this kind. Reads nothing else. */
  knows(head: Uint8Array, file: string): boolean
  /**
   * The text, or null of a mere container. Damage in a part of the file is a problem, and the rest is kept.
   * @throws WhenceError where nothing at all can be read.
   */
  parse(source: Source, out: Out): Promise<Content | null>
}
