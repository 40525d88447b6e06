/** Compound files (MS-CFB), as office programs wrote until 2007 and still write for what they lock. */

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export const isCompound = (head: Uint8Array): boolean => MAGIC.every((byte, i) => head[i] === byte)

/** Whether a stream of that name shows in the bytes given; its directory may stand further back. */
export const namesStream = (head: Uint8Array, name: string): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'))

export function hasExtension(file: string, extensions: readonly string[]): boolean {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(file)?.[1]?.toLowerCase()
  return extension !== undefined && extensions.includes(extension)
}
