/** Where one value ends in JSON that may be too large to parse at once. */

/** Index after the object that begins at `start` ('{'), or -1 where the text ends before. Linear; checks no grammar. */
export function objectEnd(source: string, start: number): number {
  let depth = 0
  for (let i = start; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === 0x22) {
      i = stringEnd(source, i)
      if (i === -1) return -1
    } else if (code === 0x7b || code === 0x5b) depth++
    else if (code === 0x7d || code === 0x5d) {
      depth--
      if (depth === 0) return i + 1
    }
  }
  return -1
}

/** Index of the quotation mark that ends the string beginning at `start`, or -1. */
function stringEnd(source: string, start: number): number {
  for (let i = start + 1; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === 0x5c) i++
    else if (code === 0x22) return i
  }
  return -1
}
