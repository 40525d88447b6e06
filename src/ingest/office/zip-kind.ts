/** Which kind of office file a ZIP is, by the names and the media type its first bytes show. */
import { hasExtension } from './compound.js'

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1')

/** The media type its first member declares (OpenDocument, EPUB), if any, and the names of the members that begin in `head`. */
export function zipBeginning(head: Uint8Array): { mimetype: string | null; names: string[] } {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const names: string[] = []
  let mimetype: string | null = null
  for (let at = bytes.indexOf(LOCAL); at !== -1 && at + 30 < bytes.length;) {
    const length = bytes.readUInt16LE(at + 26)
    const packed = bytes.readUInt32LE(at + 18)
    const name = bytes.toString('utf8', at + 30, at + 30 + length)
    const from = at + 30 + length + bytes.readUInt16LE(at + 28)
    if (name === 'mimetype' && bytes.readUInt16LE(at + 8) === 0)
      mimetype = bytes.toString('latin1', from, from + Math.min(100, packed)).trim()
    names.push(name)
    // What a member holds may be a ZIP itself: its own names say nothing. A size of 0 stands behind the bytes instead.
    at = bytes.indexOf(LOCAL, from + packed)
  }
  return { mimetype, names }
}

/** True where the file is a ZIP of the kind that Microsoft's programs write, with its main part in `folder`. */
export function isOpenXml(
  head: Uint8Array,
  file: string,
  folder: string,
  extensions: readonly string[],
): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false
  const { names } = zipBeginning(head)
  const office = names.some((name) => name === '[Content_Types].xml' || name.startsWith('_rels/'))
  if (names.some((name) => name.startsWith(`${folder}/`)) && office) return true
  const others = names.some((name) => /^(?:word|xl|ppt)\//.test(name))
  return !others && hasExtension(file, extensions)
}

/** True where the file is a ZIP that declares one of these media types, or declares none and is called as if. */
export function isDeclared(
  head: Uint8Array,
  file: string,
  types: readonly string[],
  extensions: readonly string[],
): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false
  const { mimetype } = zipBeginning(head)
  return mimetype === null ? hasExtension(file, extensions) : types.includes(mimetype)
}
