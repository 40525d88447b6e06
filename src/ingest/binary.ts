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
const LONGEST_MAGIC = 16

/** More control characters than this share of the text (and than a few) is noise; zero characters weigh more. */
const NOISE = 0.02
const FEW = 3
const ZEROS = 0.001

/** The media type of a binary file that shows what it is; null for any other. */
export function magicType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, LONGEST_MAGIC)).toString('latin1')
  return MAGIC.find(([magic]) => head.startsWith(magic))?.[1] ?? null
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
