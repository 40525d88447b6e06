/** Character references of HTML, decoded as the WHATWG standard says (section 13.2.5.72 and after). */
import table from './entities.json' with { type: 'json' }

const NAMED = new Map(Object.entries(table.named))
/** Names that count without their semicolon. */
const LEGACY = new Set(table.legacy)
const LONGEST_LEGACY = Math.max(...table.legacy.map((name) => name.length))
/** What numbers 0x80–0x9F mean in practice: windows-1252, not the C1 controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]+);?|#([0-9]+);?|([a-zA-Z][a-zA-Z0-9]*)(;?))/g

/** `text` with its character references replaced; what is no reference stays as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    REFERENCE,
    (whole, hex?: string, decimal?: string, name?: string, semicolon?: string) => {
      if (name !== undefined) return named(name, semicolon === ';') ?? whole
      return numbered(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    },
  )
}

function named(name: string, closed: boolean): string | null {
  const exact = closed ? NAMED.get(name) : undefined
  if (exact !== undefined) return exact
  for (let length = Math.min(name.length, LONGEST_LEGACY); length > 1; length--) {
    const prefix = name.slice(0, length)
    if (LEGACY.has(prefix)) return NAMED.get(prefix)! + name.slice(length) + (closed ? ';' : '')
  }
  return null
}

function numbered(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return String.fromCodePoint(code)
}
