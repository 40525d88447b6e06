/** One member of an archive as a stream of its bytes, stopped where it gives more than it may. */
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { WhenceError } from '../../schema/errors.js'
import type { ZipLimits } from './limits.js'

/** Bytes that all members of an archive gave so far. */
export interface Given {
  total: number
}

const MB = 1024 * 1024
const mb = (bytes: number): string => String(Math.round((bytes / MB) * 10) / 10)
const DEFLATED = 8

export async function* unpack(
  file: ZipFile,
  entry: Entry,
  name: string,
  limits: ZipLimits,
  given: Given,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new WhenceError('zip-encrypted', name)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== DEFLATED)
    throw new WhenceError('zip-method', name, String(entry.compressionMethod))
  let size = 0
  let sum = 0
  try {
    const stream = await file.openReadStreamPromise(entry, {})
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length
        given.total += chunk.length
        if (size > limits.entryBytes) throw new WhenceError('zip-entry-large', name, mb(limits.entryBytes))
        if (given.total > limits.totalBytes) throw new WhenceError('zip-total-large', mb(limits.totalBytes))
        if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio)
          throw new WhenceError('zip-ratio', name)
        sum = crc32(chunk, sum)
        yield chunk
      }
    } finally {
      stream.destroy()
    }
  } catch (error) {
    if (error instanceof WhenceError) throw error
    throw new WhenceError('zip-entry-damaged', name, error instanceof Error ? error.message : String(error))
  }
  if (size !== entry.uncompressedSize)
    throw new WhenceError('zip-entry-damaged', name, `${size} bytes instead of ${entry.uncompressedSize}`)
  if (sum !== entry.crc32) throw new WhenceError('zip-entry-damaged', name, 'its checksum does not fit')
}
