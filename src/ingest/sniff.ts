/** Which kind of file some bytes are. The bytes decide; a name only breaks a tie, and is told off where it lies. */
import { open } from 'node:fs/promises'
import { problem } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'
import { magicType } from './binary.js'
import type { Parser, Source } from './format.js'
import { FORMATS } from './formats.js'
import { GENERAL } from './parser-kinds.js'

/** The parser for a file; null where it is text or of no kind that is known. */
export function parserOf(parsers: readonly Parser[], head: Uint8Array, file: string): Parser | null {
  const knowing = parsers.filter((parser) => parser.knows(head, file))
  const close = knowing.filter(({ name }) => !GENERAL.has(name))
  const extension = extensionOf(file)
  return close.find((parser) => parser.extensions.includes(extension)) ?? close[0] ?? knowing[0] ?? null
}

/** How the kinds of text begin that are more than their characters: mail, mailboxes, web archives, rich text, lists of articles. */
const BEGINS = /^(?:\u00ef\u00bb\u00bf)?\s*(?:From |>From |[!-9;-~]{1,76}:|WARC\/|\{\\rtf|[[{])|%PDF-|\0/
const BEGINS_WITHIN = 1024

/** Whether no parser can know a file, told without loading any. */
export const isPlain = (head: Uint8Array): boolean =>
  magicType(head) === null && !BEGINS.test(Buffer.from(head.subarray(0, BEGINS_WITHIN)).toString('latin1'))

/** What there is to doubt in a file of the kind that `parser` reads (null: text). */
export async function doubtsOf(
  parsers: readonly Parser[],
  parser: Parser | null,
  source: Source,
): Promise<Problem[]> {
  const doubts: Problem[] = []
  if (hasControls(source.file)) doubts.push(problem('name-controls', null))
  const is = parser?.mediaType ?? magicType(source.head) ?? 'text'
  const said = typeNamed(parsers, extensionOf(source.file))
  // All text is of one kind here: a page may well be called .txt.
  if (said !== null && said.parser !== parser && (said.parser !== null || parser !== null || is !== 'text'))
    doubts.push(problem('kind-other', null, said.type, is))
  const also = await secondKind(source)
  if (also !== null) doubts.push(problem('polyglot', null, is, also))
  return doubts
}

const extensionOf = (file: string): string => /\.([a-z0-9]{1,8})$/i.exec(file)?.[1]?.toLowerCase() ?? ''

function typeNamed(
  parsers: readonly Parser[],
  extension: string,
): { readonly type: string; readonly parser: Parser | null } | null {
  const parser = parsers.find(({ extensions }) => extensions.includes(extension))
  if (parser) return { type: parser.mediaType, parser }
  const format = FORMATS.find(({ extensions }) => extensions.includes(extension))
  return format ? { type: format.mediaType, parser: null } : null
}

const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const hasControls = (file: string): boolean => CONTROLS.test(file)

/** The end of a ZIP's directory (APPNOTE 4.3.16) and how far from the end of the file it may stand. */
const DIRECTORY_END = Buffer.from('PK\u0005\u0006', 'latin1')
const DIRECTORY_REACH = 65_557
const PDF = Buffer.from('%PDF-', 'latin1')
const PDF_REACH = 1024

/** A second kind that the same bytes are: a ZIP is found from its end and a PDF may begin late, so that either can hide in another. */
async function secondKind({ path, size, head }: Source): Promise<string | null> {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, PDF_REACH))
  const first = magicType(head)
  const pdf = start.indexOf(PDF)
  if (pdf > 0 && first !== null && first !== 'application/pdf') return 'application/pdf'
  if (first === 'application/zip' || size < 22) return null
  const handle = await open(path, 'r')
  try {
    const from = Math.max(0, size - DIRECTORY_REACH)
    const tail = Buffer.alloc(size - from)
    await handle.read(tail, 0, tail.length, from)
    return isDirectoryEnd(tail, tail.lastIndexOf(DIRECTORY_END), from) ? 'application/zip' : null
  } finally {
    await handle.close()
  }
}

/** Whether the record is whole and its directory lies before it: four bytes alone stand in many a file. */
function isDirectoryEnd(tail: Buffer, at: number, from: number): boolean {
  if (at < 0 || at + 22 > tail.length) return false
  const comment = tail.readUInt16LE(at + 20)
  const size = tail.readUInt32LE(at + 12)
  const entries = tail.readUInt16LE(at + 10)
  return at + 22 + comment <= tail.length && entries > 0 && size >= entries * 46 && size <= from + at
}
