/** ZIP files of any shape for tests, hostile and broken ones included: every field can be made to lie. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipMember {
  readonly name: string
  readonly data?: string | Uint8Array
  /** Packed as it is. */
  readonly stored?: boolean
  /** What is written instead of the truth. */
  readonly claimedSize?: number
  readonly claimedPacked?: number
  readonly claimedCrc?: number
  readonly method?: number
  readonly encrypted?: boolean
  /** Where the directory says that this member stands, instead of where it does: makes members overlap. */
  readonly offset?: number
  /** In the directory only: no bytes of its own are written. */
  readonly directoryOnly?: boolean
  /** Ready packed bytes with the size and checksum of what they unpack to. */
  readonly packed?: { readonly bytes: Uint8Array; readonly size: number; readonly crc: number }
}

export interface ZipShape {
  readonly comment?: string
  /** Number of members the end record claims. */
  readonly claimedCount?: number
}

/** 2024-03-01, 12:30:00. */
const DATE = ((2024 - 1980) << 9) | (3 << 5) | 1
const TIME = (12 << 11) | (30 << 5)

/** The bytes of a ZIP file with these members in this order; names are written as UTF-8. */
export function zip(members: readonly ZipMember[], shape: ZipShape = {}): Buffer {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const member of members) {
    const data = Buffer.from(member.data ?? '')
    const method = member.method ?? (member.stored ? 0 : 8)
    const bytes = member.packed
      ? Buffer.from(member.packed.bytes)
      : member.stored
        ? data
        : deflateRawSync(data)
    const name = Buffer.from(member.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | (member.encrypted ? 1 : 0), 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt16LE(TIME, 6)
    fields.writeUInt16LE(DATE, 8)
    fields.writeUInt32LE(member.claimedCrc ?? member.packed?.crc ?? crc32(data), 10)
    fields.writeUInt32LE(member.claimedPacked ?? bytes.length, 14)
    fields.writeUInt32LE(member.claimedSize ?? member.packed?.size ?? data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(member.offset ?? at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name)
    if (member.directoryOnly) continue
    const local = [Buffer.from('PK\x03\x04', 'latin1'), fields, name, bytes]
    body.push(...local)
    at += local.reduce((sum, part) => sum + part.length, 0)
  }
  const listing = Buffer.concat(directory)
  const count = shape.claimedCount ?? members.length
  return Buffer.concat([...body, listing, endOf(at, listing.length, count, Buffer.from(shape.comment ?? ''))])
}

function endOf(start: number, size: number, count: number, comment: Buffer): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  end.writeUInt16LE(comment.length, 20)
  if (count <= 0xffff) return Buffer.concat([end, comment])
  const large = Buffer.alloc(56)
  large.write('PK\x06\x06', 'latin1')
  large.writeBigUInt64LE(44n, 4)
  large.writeBigUInt64LE(BigInt(count), 24)
  large.writeBigUInt64LE(BigInt(count), 32)
  large.writeBigUInt64LE(BigInt(size), 40)
  large.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([large, locator, end, comment])
}

/** Zero bytes ready packed: `size` of them in about a thousandth of their number. */
export function packedZeros(size: number): NonNullable<ZipMember['packed']> {
  const zeros = Buffer.alloc(size)
  return { bytes: deflateRawSync(zeros, { level: 9 }), size, crc: crc32(zeros) }
}
