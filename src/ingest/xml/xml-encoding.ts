/** Bytes of an XML file, chunk by chunk → characters: by its mark, by the look of '<?', or by what it declares, else UTF-8. */

import { TextDecoder } from 'node:util'

const DECLARED = /^<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/

/** Decodes one chunk after the other; `last` flushes. The first chunk must hold the declaration, as any over 256 bytes does. */
export function textDecoder(): (chunk: Uint8Array, last: boolean) => string {
  let decoder: TextDecoder | null = null
  return (chunk, last) => {
    if (decoder === null && chunk.length === 0) return ''
    decoder ??= decoderFor(chunk)
    return decoder.decode(chunk, { stream: !last })
  }
}

function decoderFor(head: Uint8Array): TextDecoder {
  const [a, b] = head
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le')
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be')
  const label = DECLARED.exec(Buffer.from(head.subarray(0, 256)).toString('latin1'))?.[1]
  try {
    // A declared 16-bit encoding would show in the first bytes.
    if (label && !/16|32/.test(label)) return new TextDecoder(label)
  } catch {
    // An encoding nobody knows: most likely a slip, the bytes decide.
  }
  return new TextDecoder()
}
