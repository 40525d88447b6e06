/**
 * The bytes of a web archive, unpacked here rather than by the library that reads its records: that drops a packed record
 * which breaks off without a word, and takes half a header for a whole one.
 */
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** What became of the bytes, known once they are read. */
export interface Unpacking {
  broken: 'record-cut' | 'record-damaged' | null
  /** Whether that is among the problems already. */
  listed: boolean
}

/** As they come; where they break off they end, and `state` says why. Records may be packed one by one, all as one, or not. */
export async function* unpackedRecords(
  from: AsyncIterable<Uint8Array>,
  state: Unpacking,
): AsyncGenerator<Uint8Array> {
  const frame = framing()
  try {
    for await (const chunk of plain(from)) {
      frame.take(Buffer.from(chunk))
      yield chunk
    }
  } catch (error) {
    if (!isOfZlib(error)) throw error
    state.broken = error.code === 'Z_BUF_ERROR' ? 'record-cut' : 'record-damaged'
    return
  }
  if (frame.within()) state.broken = 'record-cut'
}

/** A blank line ends the header of a record, two line ends the record (ISO 28500, 4). */
const END = '\r\n\r\n'
const LONGEST_HEADER = 64 * 1024

/** Whether the bytes so far end within a record. Where they are no records, it does not say so. */
function framing(): { take(chunk: Buffer): void; within(): boolean } {
  let header = ''
  let left = 0
  let lost = false
  return {
    take(chunk) {
      for (let at = 0; at < chunk.length && !lost;) {
        if (left > 0) {
          const step = Math.min(left, chunk.length - at)
          left -= step
          at += step
          continue
        }
        const before = header.length
        header += chunk.toString('latin1', at, at + LONGEST_HEADER)
        const end = header.indexOf(END, Math.max(0, before - END.length))
        const length = /^content-length:[ \t]*(\d{1,15})[ \t]*\r$/im.exec(header.slice(0, end + 1))?.[1]
        lost = !BEGINNING.startsWith(header.slice(0, BEGINNING.length)) || header.length > 2 * LONGEST_HEADER
        lost ||= end !== -1 && length === undefined
        if (end === -1) return
        at += end + END.length - before
        left = Number(length) + END.length
        header = ''
      }
    },
    within: () => !lost && (left > 0 || header !== ''),
  }
}
const BEGINNING = 'WARC/'

async function* plain(from: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = from[Symbol.asyncIterator]()
  let first = Buffer.alloc(0)
  let ended = false
  while (first.length < 2 && !ended) {
    const next = await chunks.next()
    if (next.done === true) ended = true
    else first = Buffer.concat([first, next.value])
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first
    if (!ended) yield* { [Symbol.asyncIterator]: () => chunks }
  }
  if (first[0] !== 0x1f || first[1] !== 0x8b) yield* all()
  else yield* pipeline(Readable.from(all()), createGunzip(), () => undefined) as AsyncIterable<Uint8Array>
}

const isOfZlib = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && /^Z_/.test(String((error as NodeJS.ErrnoException).code))
