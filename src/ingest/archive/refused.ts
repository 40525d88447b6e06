/** Archives that are known but not opened: there is no well-kept reader of them without native code. */
import { WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'

/** First bytes (latin1) → name and media type. */
const KINDS: readonly (readonly [string, string, string])[] = [
  ['BZh', 'bzip2', 'application/x-bzip2'],
  ['\u00fd7zXZ\u0000', 'XZ', 'application/x-xz'],
  ['7z\u00bc\u00af\u0027\u001c', '7-Zip', 'application/x-7z-compressed'],
  ['Rar!\u001a\u0007', 'RAR', 'application/vnd.rar'],
  ['\u0028\u00b5\u002f\u00fd', 'Zstandard', 'application/zstd'],
]

export const REFUSED: readonly Parser[] = KINDS.map(([magic, kind, mediaType]) => ({
  name: kind.toLowerCase().replace(/[^a-z0-9]/g, ''),
  mediaType,
  extensions: [],
  knows: (head) => Buffer.from(head.subarray(0, magic.length)).toString('latin1') === magic,
  parse: () => Promise.reject(new WhenceError('archive-kind', kind)),
}))
