/** One member of an archive as a stream of its bytes, stopped where it gives more than it may. */
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { WhenceError } from '../../schema/errors.js'
import type { ZipLimits } from './limits.js'

/** Bytes that all members of an archive gave so far. */
export interface Given {
  total: number
}

const MB = 1024 * 1024
const mb = (bytes: number): string => String(Math.round((bytes / MB) * 10) / 10)
const DEFLATED = 8

/** What is said of a member, and its bytes as they unpack. */
export interface Packed {
  readonly encrypted: boolean
  readonly method: number
  readonly packed: number
  /** Null: the archive breaks off before it says. */
  readonly size: number | null
  readonly crc: number | null
  stream(): Promise<Readable>
}

export async function* unpack(
  member: Packed,
  name: string,
  limits: ZipLimits,
  given: Given,
): AsyncGenerator<Uint8Array> {
  if (member.encrypted) throw new WhenceError('zip-encrypted', name)
  if (member.method !== 0 && member.method !== DEFLATED)
    throw new WhenceError('zip-method', name, String(member.method))
  let size = 0
  let sum = 0
  try {
    const stream = await member.stream()
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length
        given.total += chunk.length
        if (size > limits.entryBytes) throw new WhenceError('zip-entry-large', name, mb(limits.entryBytes))
        if (given.total > limits.totalBytes) throw new WhenceError('zip-total-large', mb(limits.totalBytes))
        if (size > limits.ratioFrom && size > member.packed * limits.ratio)
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
  if (member.size === null) throw new WhenceError('zip-entry-damaged', name, 'it is cut short')
  if (size !== member.size)
    throw new WhenceError('zip-entry-damaged', name, `${size} bytes instead of ${member.size}`)
  if (member.crc !== null && sum !== member.crc)
    throw new WhenceError('zip-entry-damaged', name, 'its checksum does not fit')
}
