/** A mailbox (RFC 4155): every message a document of its own, read as a stream of any length. */
import { decodeWords } from 'postal-mime'
import { problem } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import { byteLines } from '../byte-lines.js'
import type { Content, Out, Parser, Source } from '../format.js'
import { NO_METADATA } from '../metadata.js'
import { looksLikeMail } from './eml.js'

/** "From ada@example.org Mon Feb  1 10:15:00 2021" */
const FROM =
  /^From (?:\S+|".{0,200}"\S*|.{1,200}?)\s+(?:[A-Z][a-z]{2},?\s+)?(?:[A-Z][a-z]{2}\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2})\b.{0,60}\d{4}/
const LOOSE = /^From \S{1,200}\s.{0,80}\d{1,2}:\d\d/
const MB = 1024 * 1024
const LARGEST = 256 * MB
const MOST_PROBLEMS = 500

export const mbox: Parser = {
  name: 'mbox',
  mediaType: 'application/mbox',
  extensions: ['mbox', 'mbx'],
  knows: (head) => {
    const text = Buffer.from(head.subarray(0, 4096)).toString('latin1')
    const end = text.indexOf('\n')
    return (
      end !== -1 &&
      isFrom(text.slice(0, end)) &&
      /^(?:[\x21-\x39\x3b-\x7e]{1,76}:|>From )/.test(text.slice(end + 1))
    )
  },
  async parse(source, out) {
    const problems: Problem[] = []
    await split(source, out, (found) => {
      if (problems.length < MOST_PROBLEMS) problems.push(found)
    })
    return problems.length === 0 ? null : { ...EMPTY, problems }
  },
}

const EMPTY: Content = { text: '', blocks: [], metadata: NO_METADATA, language: null, problems: [] }
const isFrom = (line: string): boolean => FROM.test(line) || LOOSE.test(line)

async function split(source: Source, out: Out, report: (found: Problem) => void): Promise<void> {
  let chunks: Buffer[] = []
  let [size, number, blank] = [0, 0, true]
  const flush = async (): Promise<void> => {
    if (number > 0 && size > 0) await hand(number, size, chunks, out, report)
    chunks = []
    size = 0
  }
  for await (const { bytes, begins } of byteLines(source.path)) {
    const start = begins ? bytes.subarray(0, 300).toString('latin1') : ''
    if (begins && blank && start.startsWith('From ') && isFrom(start.trimEnd())) {
      await flush()
      number++
      out.progress(number - 1, null)
      continue
    }
    // What a line of the mail itself that begins with "From " was turned into
    const line = begins && /^>+From /.test(start) ? bytes.subarray(1) : bytes
    size += line.length
    if (size <= LARGEST) chunks.push(Buffer.from(line))
    else chunks = []
    blank = begins && start.trim() === ''
  }
  await flush()
  out.progress(number, number)
}

async function hand(
  number: number,
  size: number,
  chunks: readonly Buffer[],
  out: Out,
  report: (found: Problem) => void,
): Promise<void> {
  if (size > LARGEST) return report(problem('message-large', null, String(number), String(LARGEST / MB)))
  const bytes = Buffer.concat(chunks)
  const head = bytes.subarray(0, 16_384).toString('latin1')
  if (!looksLikeMail(head)) report(problem('message-damaged', null, String(number)))
  await out.child({ name: `${number}${subjectIn(head)}.eml`, bytes })
}

/** The subject as the name of the message: first line only. */
function subjectIn(head: string): string {
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length
  const line = /^subject:[ \t]*(.{1,300})/im.exec(head.slice(0, end))?.[1]
  if (line === undefined) return ''
  const subject = decodeWords(Buffer.from(line, 'latin1').toString('utf8')).replace(/\s+/g, ' ').trim()
  return subject === '' ? '' : ` ${subject.slice(0, 80)}`
}
