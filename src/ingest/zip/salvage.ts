/**
 * The members of a ZIP whose directory is missing or damaged, found by the headers before them (APPNOTE 4.3.7): what is left
 * of a download that broke off. Where a header does not say how long its member is, unpacking it shows.
 */
import { createInflateRaw } from 'node:zlib'
import { pipeline } from 'node:stream'
import type { ZipLimits } from './limits.js'
import { LOCAL_HEADER } from './overlap.js'
import type { RandomAccess } from './random-access.js'

/** A member as its own header has it. */
export interface Salvaged {
  readonly nameRaw: Buffer
  readonly extra: Buffer
  readonly flags: number
  readonly method: number
  readonly date: number
  readonly time: number
  /** Where its packed bytes lie; `end` exclusive. */
  readonly start: number
  readonly end: number
  /** Null: the file breaks off before it is told. */
  readonly size: number | null
  readonly crc: number | null
}

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1')
const DESCRIPTOR = Buffer.from('PK\u0007\u0008', 'latin1')
const DEFLATED = 8
const LOCKED = 1
const SIZES_AFTER = 8
const FILLED = 0xffffffff
const LARGE_SIZES = 1
/** The newest version of the format that a header may ask for, as written: 6.3. */
const NEWEST = 63
const LONGEST_NAME = 4096
/** Packed bytes that are unpacked only to find where members end, in sizes of the file: lies in headers cost no more. */
const PASSES = 4

/** A file that broke off has one; so many are headers that lie, and are not followed further. */
const MOST_CUT = 100

/** In the order of the file; `left` are those beyond `limits.entries`. */
export async function salvage(
  file: RandomAccess,
  limits: ZipLimits,
): Promise<{ readonly members: Salvaged[]; readonly left: number }> {
  const members: Salvaged[] = []
  const budget = { packed: file.size * PASSES, total: limits.totalBytes }
  let [left, cut] = [0, 0]
  for (let at = await file.find(LOCAL, 0); at !== -1 && cut < MOST_CUT;) {
    const member = await memberAt(file, at, limits, budget)
    if (member && members.length < limits.entries) members.push(member)
    else if (member) left++
    if (member?.size === null) cut++
    // What lies within one that is cut short may be whole.
    const next = !member ? at + LOCAL.length : member.size === null ? member.start : member.end
    at = await file.find(LOCAL, next)
  }
  return { members, left }
}

interface Budget {
  packed: number
  total: number
}

async function memberAt(
  file: RandomAccess,
  at: number,
  limits: ZipLimits,
  budget: Budget,
): Promise<Salvaged | null> {
  const head = await file.read(at, LOCAL_HEADER)
  if (head.length < LOCAL_HEADER) return null
  const [version, flags, method] = [head.readUInt16LE(4), head.readUInt16LE(6), head.readUInt16LE(8)]
  const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)]
  if ((version & 0xff) > NEWEST || nameLength === 0 || nameLength > LONGEST_NAME) return null
  const start = at + LOCAL_HEADER + nameLength + extraLength
  const names = await file.read(at + LOCAL_HEADER, nameLength + extraLength)
  if (names.length < nameLength + extraLength) return null
  const extra = names.subarray(nameLength)
  const found = {
    nameRaw: names.subarray(0, nameLength),
    extra,
    flags,
    method,
    time: head.readUInt16LE(10),
    date: head.readUInt16LE(12),
    start,
  }
  const told = sizesIn(head, extra)
  const sure = (flags & SIZES_AFTER) === 0 && start + told.packed <= file.size
  if (sure) return { ...found, end: start + told.packed, size: told.size, crc: head.readUInt32LE(14) }
  const cut = { ...found, end: file.size, size: null, crc: null }
  if ((flags & LOCKED) !== 0) return cut
  const end =
    method === DEFLATED
      ? await endOfDeflated(file, start, limits, budget)
      : method === 0 && (flags & SIZES_AFTER) !== 0
        ? await endOfStored(file, start, budget)
        : null
  if (end === null) return cut
  const after = (flags & SIZES_AFTER) === 0 ? null : await descriptorAt(file, end.packed)
  return {
    ...found,
    end: end.packed,
    size: end.size,
    crc: after?.size === end.size ? after.crc : (flags & SIZES_AFTER) === 0 ? head.readUInt32LE(14) : null,
  }
}

/** The sizes of a header, in its extra field where they are too large for it (APPNOTE 4.5.3). */
function sizesIn(head: Buffer, extra: Buffer): { packed: number; size: number } {
  const [packed, size] = [head.readUInt32LE(18), head.readUInt32LE(22)]
  if (packed !== FILLED && size !== FILLED) return { packed, size }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== LARGE_SIZES || at + 20 > extra.length) continue
    return { size: Number(extra.readBigUInt64LE(at + 4)), packed: Number(extra.readBigUInt64LE(at + 12)) }
  }
  return { packed, size }
}

/** Where a deflated member ends and what it unpacks to; null where it does not end, is damaged or passes a limit. */
async function endOfDeflated(
  file: RandomAccess,
  start: number,
  limits: ZipLimits,
  budget: Budget,
): Promise<{ packed: number; size: number } | null> {
  if (budget.packed <= 0 || budget.total <= 0) return null
  const inflate = createInflateRaw()
  const stream = pipeline(file.stream(start, file.size), inflate, () => undefined)
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      const bomb = size > limits.ratioFrom && size > inflate.bytesWritten * limits.ratio
      if (size > Math.min(limits.entryBytes, budget.total) || bomb) return null
      if (inflate.bytesWritten > budget.packed) return null
    }
    return { packed: start + inflate.bytesWritten, size }
  } catch {
    return null
  } finally {
    budget.packed -= inflate.bytesWritten
    budget.total -= size
    stream.destroy()
  }
}

/** A stored member whose size stands behind it ends where what stands there says so. */
async function endOfStored(
  file: RandomAccess,
  start: number,
  budget: Budget,
): Promise<{ packed: number; size: number } | null> {
  let from = start
  while (budget.packed > 0) {
    const at = await file.find(DESCRIPTOR, from)
    budget.packed -= (at === -1 ? file.size : at) - from
    if (at === -1) return null
    if ((await descriptorAt(file, at))?.size === at - start) return { packed: at, size: at - start }
    from = at + DESCRIPTOR.length
  }
  return null
}

async function descriptorAt(file: RandomAccess, at: number): Promise<{ crc: number; size: number } | null> {
  const bytes = await file.read(at, 16)
  const marked = bytes.subarray(0, 4).equals(DESCRIPTOR) ? 4 : 0
  if (bytes.length < marked + 12) return null
  return { crc: bytes.readUInt32LE(marked), size: bytes.readUInt32LE(marked + 8) }
}
