/** A Reading as JSON in pieces: that of a very long document would be more than one string can hold. */
import type { Reading } from '../schema/reading.js'

/** Characters of a piece, at least; one of the many items of a list may make it longer. */
const PIECE = 65_536

/** One line of JSON without its line end; joined, the pieces are `JSON.stringify(reading)`. */
export function* readingJson(reading: Reading): Generator<string> {
  let piece = '{'
  let before = ''
  for (const [field, value] of Object.entries(reading) as [string, unknown][]) {
    piece += `${before}${JSON.stringify(field)}:`
    before = ','
    if (!Array.isArray(value)) {
      piece += JSON.stringify(value)
      continue
    }
    piece += '['
    for (const [i, item] of value.entries()) {
      piece += (i > 0 ? ',' : '') + JSON.stringify(item)
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    piece += ']'
  }
  yield `${piece}}`
}
