/** A file packed with gzip (RFC 1952): the file in it, or where that is a tape archive, its members. */
import { gunzipSync, constants } from 'node:zlib'
import { problem, WhenceError } from '../../schema/errors.js'
import type { Header } from '../../schema/document.js'
import type { Out, Parser, Source } from '../format.js'
import { bounded } from './bounded.js'
import { report, type Report } from './container.js'
import { ARCHIVE_LIMITS } from './limits.js'
import { gunzipped, isTar, readTar, reason } from './tar.js'

export const gzip: Parser = {
  name: 'gzip',
  mediaType: 'application/gzip',
  extensions: ['gz', 'tgz'],
  knows: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  async parse(source, out) {
    const found = report()
    if (isTar(beginningOf(source.head))) await readTar(gunzipped(source.path), out, found)
    else await single(source, out, found)
    return found.content()
  },
}

/** The first unpacked bytes of `head`, which breaks off anywhere; none where it is damaged. */
export function beginningOf(head: Uint8Array): Uint8Array {
  try {
    // 64 KiB unpack to 67 MB at most: nothing packs tighter than 1,032 to 1
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return new Uint8Array()
  }
}

async function single(source: Source, out: Out, found: Report): Promise<void> {
  const { name, headers } = headerOf(source)
  const limit = Math.max(ARCHIVE_LIMITS.ratioFrom, source.size * ARCHIVE_LIMITS.ratio)
  const stream = gunzipped(source.path)
  /** A stream cut short is kept as far as it goes. */
  async function* kept(): AsyncGenerator<Uint8Array> {
    try {
      yield* bounded(stream, { total: 0 }, Math.min(limit, ARCHIVE_LIMITS.totalBytes))
    } catch (error) {
      if (error instanceof WhenceError) throw error
      found.add(problem('archive-damaged', null, reason(error)))
    }
  }
  try {
    await out.child({ name, bytes: kept(), ...(headers.length > 0 ? { headers } : {}) })
  } finally {
    stream.destroy()
  }
}

const HAS_NAME = 8
const HAS_EXTRA = 4

/** The name and time that the packer wrote, or else the file's own name without its ending. */
function headerOf({ head, file }: Source): { name: string; headers: Header[] } {
  const view = Buffer.from(head)
  const flags = view[3] ?? 0
  const time = view.length >= 8 ? view.readUInt32LE(4) : 0
  let at = 10
  if (flags & HAS_EXTRA && view.length >= 12) at += 2 + view.readUInt16LE(10)
  const end = flags & HAS_NAME ? view.indexOf(0, at) : -1
  const written = end > at ? view.subarray(at, end).toString('utf8') : ''
  const name = written || file.replace(/^.*[/\\]/, '').replace(/\.gz$/i, '') || 'file'
  return {
    name,
    headers: time > 0 ? [{ name: 'Last-Modified', value: new Date(time * 1000).toISOString() }] : [],
  }
}
