/** Links, images and footnote marks of Markdown: which characters of them are marks. */

/** Link labels that a document defines, folded. */
export type Definitions = ReadonlySet<string>

export const foldLabel = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase()

export interface OpenBracket {
  readonly at: number
  readonly image: boolean
}

const LONGEST_TARGET = 1000

/** Takes the marks of a link, an image or a footnote away; returns the index of its last character. */
export function closeBracket(
  source: string,
  at: number,
  open: OpenBracket | undefined,
  definitions: Definitions,
  clear: (from: number, to: number) => void,
): number {
  if (!open) return at
  const inside = source.slice(open.at + 1, Math.min(at, open.at + LONGEST_TARGET))
  let end: number | null = null
  if (source.charAt(at + 1) === '(') end = targetEnd(source, at + 1)
  else if (source.charAt(at + 1) === '[') {
    const close = source.indexOf(']', at + 2)
    if (
      close !== -1 &&
      close - at < LONGEST_TARGET &&
      definitions.has(foldLabel(source.slice(at + 2, close) || inside))
    )
      end = close
  }
  if (end === null && (definitions.has(foldLabel(inside)) || inside.startsWith('^'))) end = at
  if (end === null) return at
  if (open.image || inside.startsWith('^')) clear(open.at - (open.image ? 1 : 0), end + 1)
  else {
    clear(open.at, open.at + 1)
    clear(at, end + 1)
  }
  return end
}

/** Index of the ')' that ends a link's target, null when none does. */
function targetEnd(source: string, open: number): number | null {
  let depth = 0
  const limit = Math.min(source.length, open + LONGEST_TARGET)
  for (let i = open; i < limit; i++) {
    const c = source.charAt(i)
    if (c === '\\') i++
    else if (c === '(') depth++
    else if (c === ')' && --depth === 0) return i
    else if (c === '\n' && source.charAt(i + 1) === '\n') return null
  }
  return null
}
