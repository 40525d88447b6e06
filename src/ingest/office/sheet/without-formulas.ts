/**
 * XLS bytes → the same with every formula blunted, results kept. The reader of the binary parses formulas even where nobody
 * wants them, and one damaged formula keeps it busy for ever; the words of a formula are no part of our text anyway.
 */
import * as sheets from '@e965/xlsx'

/** The part of the reader of compound files used here; its package leaves it untyped. */
interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: 'array' }): unknown
  find(file: unknown, path: string): { content: Iterable<number> } | null
  write(file: unknown, options: { type: 'buffer' }): Uint8Array
}
const compound = sheets.CFB as CompoundFiles

/** Records (MS-XLS, §2.3) that are nothing but formulas: shared ones, those of arrays, of names and of names elsewhere. */
const ONLY_FORMULA: ReadonlySet<number> = new Set([0x04bc, 0x0021, 0x0221, 0x0018, 0x0218, 0x0023, 0x0223])
/** A formula cell, by version → where in it the length of its formula stands. */
const LENGTH_AT: ReadonlyMap<number, number> = new Map([
  [0x0006, 20],
  [0x0206, 16],
  [0x0406, 16],
])
/** An index of strings, which no reader needs. */
const IGNORED = 0x00ff
/** A formula that is read as none. */
const NONE = 0xffff

/** @throws what the reader of compound files throws of damage. */
export function withoutFormulas(bytes: Uint8Array): Uint8Array {
  const file = compound.read(bytes, { type: 'array' })
  const book = compound.find(file, '/Workbook') ?? compound.find(file, '/Book')
  if (!book) return bytes
  book.content = blunted(Uint8Array.from(book.content))
  return compound.write(file, { type: 'buffer' })
}

function blunted(stream: Uint8Array): Buffer {
  const records = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + 4 <= records.length;) {
    const type = records.readUInt16LE(at)
    const end = at + 4 + records.readUInt16LE(at + 2)
    const length = LENGTH_AT.get(type)
    if (ONLY_FORMULA.has(type)) records.writeUInt16LE(IGNORED, at)
    else if (length !== undefined && at + 4 + length + 2 <= Math.min(end, records.length))
      records.writeUInt16LE(NONE, at + 4 + length)
    else if (length !== undefined) records.writeUInt16LE(IGNORED, at)
    at = end
  }
  return records
}
