/** How large a picture is by its own header, read before anything is decoded: a few bytes may claim a billion pixels. */

export interface Size {
  readonly width: number
  readonly height: number
}

type Reader = (bytes: Buffer) => Size | null

/** Media type → its reader. Null where the header is cut short or makes no sense. */
export const SIZE: Readonly<Record<string, Reader>> = {
  'image/png': png,
  'image/gif': (b) => (b.length < 10 ? null : { width: b.readUInt16LE(6), height: b.readUInt16LE(8) }),
  'image/bmp': (b) =>
    b.length < 26 ? null : { width: Math.abs(b.readInt32LE(18)), height: Math.abs(b.readInt32LE(22)) },
  'image/webp': webp,
  'image/jpeg': jpeg,
}

/** A file without picture data is no picture, and the decoder dies of it. */
function png(b: Buffer): Size | null {
  if (b.length < 24 || !b.includes('IDAT')) return null
  return { width: b.readUInt32BE(16), height: b.readUInt32BE(20) }
}

/** RIFF container with VP8, VP8L or VP8X (RFC 9649). */
function webp(b: Buffer): Size | null {
  if (b.length < 30) return null
  const kind = b.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: 1 + b.readUIntLE(24, 3), height: 1 + b.readUIntLE(27, 3) }
  if (kind === 'VP8L') {
    const bits = b.readUInt32LE(21)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  return kind === 'VP8 ' ? { width: b.readUInt16LE(26) & 0x3fff, height: b.readUInt16LE(28) & 0x3fff } : null
}

/** The first frame header (ITU-T T.81, B.2.2). */
function jpeg(b: Buffer): Size | null {
  for (const { marker, at } of segmentsOf(b))
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return at + 7 > b.length ? null : { height: b.readUInt16BE(at + 3), width: b.readUInt16BE(at + 5) }
  return null
}

/** The marker segments before the picture's data; `at` is where the segment's length stands. */
export function* segmentsOf(b: Buffer): Generator<{ marker: number; at: number; length: number }> {
  for (let at = 2; at + 4 <= b.length;) {
    if (b[at] !== 0xff) return
    const marker = b[at + 1]!
    if (marker === 0xff) at++
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (marker === 0xd9 || marker === 0xda) return
    else {
      const length = b.readUInt16BE(at + 2)
      yield { marker, at: at + 2, length }
      at += 2 + Math.max(length, 2)
    }
  }
}
