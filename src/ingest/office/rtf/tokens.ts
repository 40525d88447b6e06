/** RTF 1.9.1 source → its groups, control words and characters, in one pass and without recursion. */

export interface RtfHandlers {
  begin(): void
  end(): void
  /** `number` is null where the word has none. */
  word(name: string, number: number | null): void
  /** One byte of text in the code page in force. */
  byte(value: number): void
}

const BACKSLASH = 0x5c
const LONGEST_WORD = 32

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const hex = (code: number): number =>
  isDigit(code)
    ? code - 48
    : code >= 97 && code <= 102
      ? code - 87
      : code >= 65 && code <= 70
        ? code - 55
        : -1

/** Reads all of `bytes`; false where groups are left open at the end, that is where the file is cut short. */
export function readTokens(bytes: Uint8Array, handlers: RtfHandlers): boolean {
  let depth = 0
  let closed = false
  const size = bytes.length
  for (let at = 0; at < size && !closed;) {
    const code = bytes[at]!
    if (code === 0x7b) {
      depth++
      handlers.begin()
      at++
    } else if (code === 0x7d) {
      handlers.end()
      closed = --depth <= 0
      at++
    } else if (code === BACKSLASH) at = control(bytes, at + 1, handlers)
    else {
      if (code !== 0x0a && code !== 0x0d && code !== 0) handlers.byte(code)
      at++
    }
  }
  return closed
}

/** Reads what follows a backslash; where to go on. */
function control(bytes: Uint8Array, start: number, handlers: RtfHandlers): number {
  const code = bytes[start]
  if (code === undefined) return start
  if (!isLetter(code)) {
    if (code === 0x27) {
      const [high, low] = [hex(bytes[start + 1] ?? 0), hex(bytes[start + 2] ?? 0)]
      if (high === -1 || low === -1) return start + 1
      handlers.byte(high * 16 + low)
      return start + 3
    }
    if (code === BACKSLASH || code === 0x7b || code === 0x7d) handlers.byte(code)
    else handlers.word(String.fromCharCode(code), null)
    return start + 1
  }
  let at = start
  while (at < bytes.length && at - start < LONGEST_WORD && isLetter(bytes[at]!)) at++
  const name = Buffer.from(bytes.subarray(start, at)).toString('latin1')
  const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)
  if (negative) at++
  let number: number | null = null
  for (let digits = 0; at < bytes.length && isDigit(bytes[at]!) && digits < 10; at++, digits++)
    number = (number ?? 0) * 10 + bytes[at]! - 48
  if (negative && number !== null) number = -number
  if (bytes[at] === 0x20) at++
  // Raw bytes: skipped whatever they look like, braces included.
  if (name === 'bin') return Math.min(bytes.length, at + Math.max(0, number ?? 0))
  handlers.word(name, number)
  return at
}
