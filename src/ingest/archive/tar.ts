/** A tape archive as a folder, packed with gzip or not. Links and devices are listed, never followed. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { problem, WhenceError } from '../../schema/errors.js'
import type { Out, Parser } from '../format.js'
import { bounded } from './bounded.js'
import { report, type Report } from './container.js'
import { ARCHIVE_LIMITS, inMb } from './limits.js'
import { shownName } from './member-names.js'

const BLOCK = 512

export const tar: Parser = {
  name: 'tar',
  mediaType: 'application/x-tar',
  extensions: ['tar'],
  knows: isTar,
  async parse(source, out) {
    const found = report()
    await readTar(createReadStream(source.path), out, found)
    return found.content()
  },
}

/** The checksum of the first header fits (POSIX.1-1988 ustar, 5.): no name or version of tar is asked for. */
export function isTar(head: Uint8Array): boolean {
  if (head.length < BLOCK || head[0] === 0) return false
  const stated = Number.parseInt(
    Buffer.from(head.subarray(148, 156))
      .toString('latin1')
      .replace(/[\0 ]+$/, '')
      .trim(),
    8,
  )
  let sum = 0
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : head[i]!
  return sum === stated
}

/** Hands over the members of a stream. Damage ends it and is listed; what came before is kept. */
export async function readTar(from: Readable, out: Out, found: Report): Promise<void> {
  const given = { total: 0 }
  const archive = extract()
  from.on('error', (error) => archive.destroy(error))
  from.pipe(archive)
  let number = 0
  try {
    for await (const entry of archive) {
      out.progress(number++, null)
      if (number > ARCHIVE_LIMITS.entries) {
        found.add(problem('archive-large', null, inMb(ARCHIVE_LIMITS.totalBytes)))
        break
      }
      const kept = await member(entry as unknown as Readable, entry.header, out, found, given)
      if (!kept) entry.resume()
    }
  } catch (error) {
    if (error instanceof WhenceError) throw error
    found.add(problem('archive-damaged', null, reason(error)))
  } finally {
    from.destroy()
    archive.destroy()
  }
}

async function member(
  entry: AsyncIterable<Uint8Array>,
  header: Header,
  out: Out,
  found: Report,
  given: { total: number },
): Promise<boolean> {
  const { name, type, mtime } = header
  if (type === 'link' || type === 'symlink') found.add(problem('member-link', null, shownName(name)))
  else if (type === 'character-device' || type === 'block-device' || type === 'fifo')
    found.add(problem('member-device', null, shownName(name)))
  if (type !== 'file' && type !== 'contiguous-file' && type !== null && type !== undefined) return false
  const stamp =
    mtime instanceof Date && !Number.isNaN(mtime.getTime()) && mtime.getTime() > 0
      ? mtime.toISOString()
      : null
  await out.child({
    name,
    bytes: bounded(entry, given, ARCHIVE_LIMITS.totalBytes),
    ...(stamp === null ? {} : { headers: [{ name: 'Last-Modified', value: stamp }] }),
  })
  return true
}

/** Unpacks gzip as it comes; a stream cut short ends in an error after what there is of it. */
export function gunzipped(path: string): Readable {
  const file = createReadStream(path)
  const unpacked = createGunzip({ chunkSize: 256 * 1024 })
  file.on('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}

export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
