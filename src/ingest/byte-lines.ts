/** A file's lines as bytes, one after another, whatever its size. */
import { createReadStream } from 'node:fs'

export interface ByteLine {
  /** With its line end. */
  readonly bytes: Buffer
  /** False for a further piece of a line longer than the limit. */
  readonly begins: boolean
}

const CHUNK = 1024 * 1024

/** Lines end with '\n'; a line of more than `longest` bytes comes in pieces, so that memory stays bounded. */
export async function* byteLines(path: string, longest = CHUNK): AsyncGenerator<ByteLine> {
  let rest: Buffer = Buffer.alloc(0)
  let begins = true
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    let at = 0
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, at)) {
      yield { bytes: bytes.subarray(at, end + 1), begins }
      begins = true
      at = end + 1
    }
    rest = bytes.subarray(at)
    if (rest.length >= longest) {
      yield { bytes: rest, begins }
      begins = false
      rest = Buffer.alloc(0)
    }
  }
  if (rest.length > 0) yield { bytes: rest, begins }
}
