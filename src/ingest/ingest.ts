/** Bytes → Document: the door of this folder. */
import { createHash } from 'node:crypto'
import type { Document } from '../schema/document.js'
import { problem, WhenceError } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'
import { isNoise, magicType } from './binary.js'
import { decode } from './charset.js'
import { damageIn, whole } from './damage.js'
import type { Content, Out, Source } from './format.js'
import { formatOf } from './formats.js'
import { languageOf, languageRuns } from './language.js'
import { readableBlocks } from './machine-data.js'
import { doubtsOf, isPlain, parserOf } from './sniff.js'

/** A document with what only its file tells. */
export interface Ingested {
  readonly document: Document
  readonly pages: number | null
}

/**
 * The document in `bytes`, where they are text. `file` is kept as given; its extension is a hint only. Bad content never
 * throws: it gives problems, and a text as far as one can be read.
 */
export function ingest(bytes: Uint8Array, file: string): Document {
  const id = createHash('sha256').update(bytes).digest('hex')
  const magic = magicType(bytes)
  if (magic !== null) return bare(id, file, magic, [problem('format-unknown', null, file, magic)])
  const decoded = decode(bytes)
  if (isNoise(decoded.text)) return bare(id, file, 'application/octet-stream', [problem('text-binary', null)])
  const zeros = decoded.text.split('\0').length - 1
  const source = decoded.text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  const format = formatOf(source, file)
  const before = [
    ...decoded.problems,
    ...(zeros > 0 ? [problem('encoding-damaged', null, String(zeros))] : []),
  ]
  return documentOf(id, file, format.mediaType, format.read(source), before)
}

/** Bytes at the beginning of a file that show what it is. */
export const HEAD = 65_536

/** Whether `ingest` reads these bytes, or they are for `ingestFile`. */
export async function isText(bytes: Uint8Array, file: string): Promise<boolean> {
  const head = bytes.subarray(0, HEAD)
  if (isPlain(head)) return true
  if (magicType(head) !== null) return false
  const { PARSERS } = await import('./parsers.js')
  return parserOf(PARSERS, head, file) === null
}

/**
 * The document in a file of any kind that is read, and through `out` the documents within it. Only damage is a problem of
 * the document; what a parser throws besides is thrown. `id` is the SHA-256 of the file.
 */
export async function ingestFile(source: Source, id: string, out: Out): Promise<Ingested> {
  const { PARSERS } = await import('./parsers.js')
  const parser = parserOf(PARSERS, source.head, source.file)
  const doubts = await doubtsOf(PARSERS, parser, source)
  const said = (document: Document): Document =>
    doubts.length === 0 ? document : { ...document, problems: [...doubts, ...document.problems] }
  try {
    if (!parser) return { document: said(ingest(await source.bytes(), source.file)), pages: null }
    let children = 0
    const content = await parser.parse(source, {
      child: async (child) => {
        await out.child(child)
        children++
      },
      progress: (done, all) => out.progress(done, all),
    })
    if (content && content.text === '' && children > 0)
      return {
        document: said({ ...bare(id, source.file, parser.mediaType, content.problems), ...extras(content) }),
        pages: content.pages ?? null,
      }
    if (!content) return { document: said(bare(id, source.file, parser.mediaType, [])), pages: null }
    return {
      document: said(documentOf(id, source.file, parser.mediaType, content, [])),
      pages: content.pages ?? null,
    }
  } catch (error) {
    if (!(error instanceof WhenceError)) throw error
    const { code, message } = error as WhenceError
    const why = { code, message }
    return { document: said(bare(id, source.file, parser?.mediaType ?? 'text/plain', [why])), pages: null }
  }
}

function documentOf(
  id: string,
  file: string,
  mediaType: string,
  content: Content,
  before: readonly Problem[],
): Document {
  const text = whole(content.text)
  const { title, byline, publisher, published } = content.metadata
  const language = languageOf(text, content.language)
  const { blocks, problems: unread } = readableBlocks(text, content.blocks)
  return {
    info: {
      id,
      file,
      mediaType,
      language,
      title: title === null ? null : whole(title),
      publisher: publisher === null ? null : whole(publisher),
      byline: byline.map(whole),
      published,
      text,
    },
    blocks,
    problems: [
      ...before,
      ...content.problems,
      ...damageIn(content.text),
      ...unread,
      ...(content.blocks.length === 0 ? [problem('text-empty', null)] : []),
    ],
    ...extras(content),
    languages: content.languages ?? languageRuns(text, blocks, language),
  }
}

const extras = ({ parts, turns, fields, headers }: Content): Partial<Document> => ({
  ...(parts ? { parts } : {}),
  ...(turns ? { turns } : {}),
  ...(fields ? { fields } : {}),
  ...(headers ? { headers } : {}),
})

/** A document without text. */
export function bare(id: string, file: string, mediaType: string, problems: readonly Problem[]): Document {
  const info = {
    id,
    file,
    mediaType,
    language: 'und',
    title: null,
    publisher: null,
    byline: [],
    published: null,
    text: '',
  }
  return { info, blocks: [], problems }
}
