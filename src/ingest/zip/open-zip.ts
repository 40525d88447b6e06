/**
 * Reading ZIP files that nobody vouches for: what a member claims of itself (name, sizes) is never believed. Names are only
 * names, never paths; limits count what really comes out; members that overlap are refused.
 */
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import { WhenceError } from '../../schema/errors.js'
import { DOCUMENT_LIMITS, type ZipLimits } from './limits.js'
import { anyOverlap, LOCAL_HEADER } from './overlap.js'
import { randomAccess, type RandomAccess } from './random-access.js'
import { salvage, type Salvaged } from './salvage.js'
import { type Packed, unpack } from './unpack.js'

export interface ZipEntry {
  /** As the archive gives it, '\\' and '..' included: a name to show and compare, never a path. */
  readonly name: string
  readonly directory: boolean
  readonly encrypted: boolean
  /** A symbolic link (as Unix packers write them): its bytes are the path of another file. */
  readonly link: boolean
  /** Bytes as packed. */
  readonly packed: number
  /** Bytes as it claims to unpack to. */
  readonly claimed: number
  /** Local time of whoever packed it, no zone known: '2019-03-01T12:00:00'; null where it makes no sense. */
  readonly modified: string | null
}

export interface Zip {
  /** In the order of the archive's directory. */
  readonly entries: readonly ZipEntry[]
  /** Members beyond `limits.entries`. */
  readonly leftOut: number
  /** Why its directory could not be read, where the members were found without it. */
  readonly salvaged: string | null
  /** The first member of that name, letter case aside where no other fits. */
  find(name: string): ZipEntry | undefined
  /**
   * The bytes of a member of this archive.
   * @throws WhenceError 'zip-encrypted', 'zip-method', 'zip-entry-large', 'zip-total-large', 'zip-ratio' on the way, and
   * 'zip-entry-damaged' also after its last byte, where size or checksum do not fit.
   */
  open(entry: ZipEntry, limit?: number): AsyncIterable<Uint8Array>
  /** All bytes of a member at once. @throws as `open`. */
  read(entry: ZipEntry, limit?: number): Promise<Uint8Array>
  close(): void
}

/**
 * Opens the ZIP in a file or in memory. Close it in the end. Where its directory cannot be read, the members are those that
 * show by their own headers, and `salvaged` says why.
 * @throws WhenceError 'zip-damaged' where no member can be found, 'zip-overlapping'.
 */
export async function openZip(from: string | Uint8Array, limits: ZipLimits = DOCUMENT_LIMITS): Promise<Zip> {
  try {
    return await openByDirectory(from, limits)
  } catch (error) {
    if (error instanceof WhenceError) throw error
    const why = reason(error)
    const zip = await openByHeaders(from, limits, why)
    if (zip) return zip
    throw new WhenceError('zip-damaged', why)
  }
}

async function openByDirectory(from: string | Uint8Array, limits: ZipLimits): Promise<Zip> {
  const file = await open(from)
  try {
    const directoryAt = Number(file.readEntryCursor)
    const found = await list(file, limits.entries)
    if (anyOverlap([...found.map(rangeOf), { start: directoryAt, end: Infinity }]))
      throw new WhenceError('zip-overlapping')
    const members = found.map((entry) => memberOf(file, entry))
    const leftOut = Math.max(0, file.entryCount - found.length)
    return zipOf(members, { leftOut, salvaged: null, close: () => file.close() }, limits)
  } catch (error) {
    file.close()
    throw error
  }
}

async function openByHeaders(
  from: string | Uint8Array,
  limits: ZipLimits,
  salvaged: string,
): Promise<Zip | null> {
  const file = await randomAccess(from)
  const { members, left } = await salvage(file, limits)
  if (members.length === 0) {
    await file.close()
    return null
  }
  const found = members.map((one) => salvagedMember(file, one))
  return zipOf(found, { leftOut: left, salvaged, close: () => void file.close() }, limits)
}

function open(from: string | Uint8Array): Promise<yauzl.ZipFile> {
  // Decoding names here keeps the library from refusing a whole archive for one name; sizes are checked on real output.
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false }
  return typeof from === 'string'
    ? yauzl.openPromise(from, options)
    : yauzl.fromBufferPromise(Buffer.from(from.buffer, from.byteOffset, from.byteLength), options)
}

async function list(file: yauzl.ZipFile, most: number): Promise<yauzl.Entry[]> {
  const found: yauzl.Entry[] = []
  if (most === 0 || file.entryCount === 0) return found
  for await (const entry of file.eachEntry()) {
    found.push(entry)
    if (found.length === most) break
  }
  return found
}

const rangeOf = (entry: yauzl.Entry): { start: number; end: number } => ({
  start: entry.relativeOffsetOfLocalHeader,
  end: entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize,
})

/** A member as it is listed and as it is unpacked. */
interface Member extends Packed {
  readonly entry: ZipEntry
}

function zipOf(
  members: readonly Member[],
  about: Pick<Zip, 'leftOut' | 'salvaged' | 'close'>,
  limits: ZipLimits,
): Zip {
  const raw = new Map<ZipEntry, Member>()
  for (const member of members) raw.set(member.entry, member)
  const entries = [...raw.keys()]
  const exact = firstBy(entries, (name) => name)
  const folded = firstBy(entries, (name) => name.toLowerCase())
  const count = { total: 0 }
  const opened = (entry: ZipEntry, limit = limits.entryBytes): AsyncIterable<Uint8Array> => {
    const member = raw.get(entry)
    if (!member) throw new TypeError('The entry belongs to another archive.')
    const own = { ...limits, entryBytes: Math.min(limit, limits.entryBytes) }
    return unpack(member, entry.name, own, count)
  }
  return {
    ...about,
    entries,
    find: (name) => exact.get(name) ?? folded.get(name.toLowerCase()),
    open: opened,
    async read(entry, limit) {
      const chunks: Uint8Array[] = []
      for await (const chunk of opened(entry, limit)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
  }
}

function memberOf(file: yauzl.ZipFile, entry: yauzl.Entry): Member {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry
  const name = yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, true)
  return {
    entry: {
      name,
      directory: name.endsWith('/'),
      encrypted: entry.isEncrypted(),
      link: ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK,
      packed: entry.compressedSize,
      claimed: entry.uncompressedSize,
      modified: dosTime(entry.lastModFileDate, entry.lastModFileTime),
    },
    encrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    crc: entry.crc32,
    stream: () => file.openReadStreamPromise(entry, {}),
  }
}

function salvagedMember(file: RandomAccess, found: Salvaged): Member {
  const { nameRaw, flags, method, start, end, size, crc } = found
  const name = yauzl.getFileNameLowLevel(flags, nameRaw, [], true)
  const encrypted = (flags & 1) !== 0
  const packed = end - start
  return {
    entry: {
      name,
      directory: name.endsWith('/'),
      encrypted,
      // Only the directory tells links.
      link: false,
      packed,
      claimed: size ?? packed,
      modified: dosTime(found.date, found.time),
    },
    encrypted,
    method,
    packed,
    size,
    crc,
    stream: () => {
      const bytes = file.stream(start, end)
      return Promise.resolve(method === 0 ? bytes : pipeline(bytes, createInflateRaw(), () => undefined))
    },
  }
}

/** Of a Unix file mode. */
const FILE_TYPE = 0xf000
const LINK = 0xa000

function dosTime(date: number, time: number): string | null {
  const [year, month, day] = [(date >> 9) + 1980, (date >> 5) & 15, date & 31]
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2]
  const iso = new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().slice(0, 19)
  const two = (n: number): string => String(n).padStart(2, '0')
  return iso === `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}` ? iso : null
}

function firstBy(entries: readonly ZipEntry[], key: (name: string) => string): Map<string, ZipEntry> {
  const found = new Map<string, ZipEntry>()
  for (const entry of entries) if (!found.has(key(entry.name))) found.set(key(entry.name), entry)
  return found
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
