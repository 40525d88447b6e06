/** Characters that mislead: halves of pairs are replaced, controls of direction are kept; both are said with their place. */
import { problem } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Embeddings, overrides and isolates (UAX #9). The marks U+200E and U+200F belong to ordinary Arabic and Hebrew text. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]+/g
/** A hostile text has millions; a reader needs the first few places. */
const MOST = 50

/** `text` with every half of a pair replaced by U+FFFD: no position moves. */
export const whole = (text: string): string => text.replace(HALF, '\ufffd')

/** What `whole` replaces and what turns the direction, each at its place in `text`. */
export function damageIn(text: string): Problem[] {
  return [...placed(text, HALF, 'surrogate-unpaired'), ...placed(text, DIRECTION, 'bidi-control')]
}

function placed(text: string, pattern: RegExp, code: 'surrogate-unpaired' | 'bidi-control'): Problem[] {
  const found: Problem[] = []
  for (const match of text.matchAll(pattern)) {
    found.push(problem(code, { start: match.index, end: match.index + match[0].length }))
    if (found.length === MOST) break
  }
  return found
}
