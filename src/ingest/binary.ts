/** What is no text at all: known kinds of binary files by their first bytes, and noise by its control characters. */

/** First bytes (latin1) → IANA media type. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'application/pdf'],
  ['PK\u0003\u0004', 'application/zip'],
  ['PK\u0005\u0006', 'application/zip'],
  ['{\\rtf', 'application/rtf'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'application/x-ole-storage'],
  ['\u0089PNG\r\n', 'image/png'],
  ['\u00ff\u00d8\u00ff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['II*\u0000', 'image/tiff'],
  ['MM\u0000*', 'image/tiff'],
  ['RIFF', 'application/octet-stream'],
  ['FLV\u0001', 'video/x-flv'],
  ['\u001aE\u00df\u00a3', 'video/x-matroska'],
  ['\u0000\u0000\u0001\u00ba', 'video/mpeg'],
  ['fLaC', 'audio/flac'],
  ['#!AMR', 'audio/amr'],
  ['\u0000asm', 'application/wasm'],
  ['\u00ca\u00fe\u00ba\u00be', 'application/java-vm'],
  ['\u00cf\u00fa\u00ed\u00fe', 'application/x-mach-binary'],
  ['\u0000\u0000\u0001\u0000', 'image/vnd.microsoft.icon'],
  ['8BPS', 'image/vnd.adobe.photoshop'],
  ['wOFF', 'font/woff'],
  ['wOF2', 'font/woff2'],
  ['\u0000\u0001\u0000\u0000\u0000', 'font/ttf'],
  ['OTTO', 'font/otf'],
  ['(\u00b5/\u00fd', 'application/zstd'],
  ['MSCF', 'application/vnd.ms-cab-compressed'],
  ['!BDN', 'application/vnd.ms-outlook-pst'],
  ['ID3', 'audio/mpeg'],
  ['OggS', 'application/ogg'],
  ['\u001f\u008b', 'application/gzip'],
  ['BZh', 'application/x-bzip2'],
  ['7z\u00bc\u00af', 'application/x-7z-compressed'],
  ['\u00fd7zXZ', 'application/x-xz'],
  ['Rar!', 'application/vnd.rar'],
  ['\u007fELF', 'application/x-executable'],
  ['SQLite format 3\u0000', 'application/vnd.sqlite3'],
]

/** More control characters than this share of the text (and than a few) is noise; zero characters weigh more. */
const NOISE = 0.02
const FEW = 3
const ZEROS = 0.001

/** What stands further in: [offset, characters, type]. */
const INSIDE: readonly (readonly [number, string, string])[] = [
  [4, 'ftypM4A', 'audio/mp4'],
  [4, 'ftypqt', 'video/quicktime'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftyp', 'video/mp4'],
  [8, 'WEBP', 'image/webp'],
  [8, 'WAVE', 'audio/wav'],
  [8, 'AVI ', 'video/x-msvideo'],
  [257, 'ustar', 'application/x-tar'],
]
/** A picture in characters, which no text is read from: its root element comes after nothing but declarations and comments. */
const SVG =
  /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:<\?xml\b[^>]{0,300}>\s*|<!--(?:(?!-->)[^]){0,2000}-->\s*|<!DOCTYPE\s+svg\b[^>]{0,1000}>\s*)*<svg[\s>]/i
const SVG_LOOKED_AT = 6000
/** A program for Windows: 'MZ' alone may begin a text, so the place of its second header must be sane too. */
const isProgram = (head: string): boolean =>
  head.startsWith('MZ') && head.length >= 64 && /[\u0000-\u0008]/.test(head.slice(2, 64))

/** A bitmap: 'BM' alone may begin a word; the four bytes after the size are zero. */
const isBitmap = (head: string): boolean =>
  head.startsWith('BM') && head.length > 25 && /^\0{4}/.test(head.slice(6))

/** The media type of a binary file that shows what it is; null for any other. */
export function magicType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, SVG_LOOKED_AT)).toString('latin1')
  const inside = INSIDE.find(([at, magic]) => head.startsWith(magic, at))?.[2]
  if (inside !== undefined) return inside
  const magic = MAGIC.find(([magic]) => head.startsWith(magic))?.[1]
  if (magic !== undefined) return magic
  if (isBitmap(head)) return 'image/bmp'
  if (isProgram(head)) return 'application/vnd.microsoft.portable-executable'
  return SVG.test(head) ? 'image/svg+xml' : null
}

/** True when decoded characters cannot be anybody's text. */
export function isNoise(text: string): boolean {
  let zeros = 0
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) zeros++
    else if (
      (code < 32 && !(code >= 9 && code <= 13) && code !== 27) ||
      (code >= 127 && code < 160 && code !== 133)
    )
      controls++
  }
  return zeros > text.length * ZEROS || (controls > FEW && controls > text.length * NOISE)
}
