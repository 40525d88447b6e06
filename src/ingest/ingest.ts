/** Bytes → Document: the door of this folder. */
import { createHash } from 'node:crypto'
import type { Document } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'
import { isNoise, magicType } from './binary.js'
import { decode } from './charset.js'
import { damageIn, whole } from './damage.js'
import { formatOf } from './formats.js'
import { languageOf } from './language.js'

/**
 * The document in `bytes`. `file` is kept as given; its extension is a hint only. Bad content never throws: it gives
 * problems, and a text as far as one can be read.
 */
export function ingest(bytes: Uint8Array, file: string): Document {
  const id = createHash('sha256').update(bytes).digest('hex')
  const magic = magicType(bytes)
  if (magic !== null) return unread(id, file, magic, problem('format-unknown', null, file))
  const decoded = decode(bytes)
  if (isNoise(decoded.text)) return unread(id, file, 'application/octet-stream', problem('text-binary', null))
  const zeros = decoded.text.split('\0').length - 1
  const source = decoded.text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  const format = formatOf(source, file)
  const content = format.read(source)
  const text = whole(content.text)
  const { title, byline, publisher, published } = content.metadata
  const problems = [
    ...decoded.problems,
    ...(zeros > 0 ? [problem('encoding-damaged', null, String(zeros))] : []),
    ...content.problems,
    ...damageIn(content.text),
    ...(content.blocks.length === 0 ? [problem('text-empty', null)] : []),
  ]
  return {
    info: {
      id,
      file,
      mediaType: format.mediaType,
      language: languageOf(text, content.language),
      title: title === null ? null : whole(title),
      publisher: publisher === null ? null : whole(publisher),
      byline: byline.map(whole),
      published,
      text,
    },
    blocks: content.blocks,
    problems,
  }
}

function unread(id: string, file: string, mediaType: string, why: Problem): Document {
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
  return { info, blocks: [], problems: [why] }
}
