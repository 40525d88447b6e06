/** Any place of a file, or of bytes in memory. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'

export interface RandomAccess {
  readonly size: number
  /** Up to `length` bytes from `at`: fewer where the file ends. */
  read(at: number, length: number): Promise<Buffer>
  /** `end` exclusive. */
  stream(start: number, end: number): Readable
  /** Index of the first `mark` at or after `from`, or -1. Reads the file once at most. */
  find(mark: Buffer, from: number): Promise<number>
  close(): Promise<void>
}

/** What is looked for is mostly near: chunks begin small and grow. */
const FIRST_CHUNK = 4096
const LARGEST_CHUNK = 256 * 1024

export async function randomAccess(from: string | Uint8Array): Promise<RandomAccess> {
  if (typeof from !== 'string') {
    const bytes = Buffer.from(from.buffer, from.byteOffset, from.byteLength)
    return {
      size: bytes.length,
      read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
      stream: (start, end) => Readable.from(start < end ? [bytes.subarray(start, end)] : []),
      find: (mark, at) => Promise.resolve(bytes.indexOf(mark, at)),
      close: () => Promise.resolve(),
    }
  }
  const handle = await open(from, 'r')
  const { size } = await handle.stat()
  const read = async (at: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
    return bytes.subarray(0, bytesRead)
  }
  return {
    size,
    read,
    stream: (start, end) =>
      start < end ? createReadStream(from, { start, end: end - 1 }) : Readable.from([]),
    async find(mark, at) {
      // Chunks overlap by what a mark that lies across them needs.
      for (let chunk = FIRST_CHUNK; at < size; chunk = Math.min(LARGEST_CHUNK, chunk * 2)) {
        const found = (await read(at, chunk + mark.length - 1)).indexOf(mark)
        if (found !== -1) return at + found
        at += chunk
      }
      return -1
    },
    close: () => handle.close(),
  }
}
