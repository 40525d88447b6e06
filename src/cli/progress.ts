/** How far a long reading has come, told on stderr to somebody who watches a terminal. */
import { plain } from './terminal/plain.js'

/** Fewer words are read before anybody asks. */
const LONG = 50_000
const EVERY_MS = 1000

/** A callback that tells it for `file`, a line a second at most that replaces the one before; null where nobody watches. */
export function progressOf(
  file: string,
  stderr: { readonly isTTY?: boolean; write(text: string): unknown } = process.stderr,
  now: () => number = Date.now,
): ((words: number, all: number) => void) | null {
  if (!stderr.isTTY) return null
  let last = -Infinity
  return (words, all) => {
    if (all < LONG || (words < all && now() - last < EVERY_MS)) return
    last = now()
    const line = `${plain(file)}: ${words.toLocaleString('en')} of ${all.toLocaleString('en')} words`
    stderr.write(words < all ? `\r\u001b[K${line}` : '\r\u001b[K')
  }
}
