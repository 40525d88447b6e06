/** "> > It burned." → the words and how deep they are quoted: the marks are no part of anybody's text. */

export interface MailLine {
  /** In `text`, trailing white space left out; `first` is where its first word stands. */
  readonly start: number
  readonly end: number
  readonly first: number
  /** How many quotation marks ('>') stood before it. */
  readonly depth: number
}

export interface Unquoted {
  readonly text: string
  readonly lines: readonly MailLine[]
}

/** Deeper quoting counts as this deep: mails are forwarded round and round, but no reader follows further. */
const DEEPEST = 30

/** `body` has '\n' as its only line end. `from` is where the text will stand: the positions of the lines count from there. */
export function unquote(body: string, from: number): Unquoted {
  const out: string[] = []
  const lines: MailLine[] = []
  let at = from
  for (const line of body.split('\n')) {
    const { depth, skipped } = marksOf(line)
    const text = line.slice(skipped).trimEnd()
    const indent = text.length - text.trimStart().length
    lines.push({ start: at, first: at + indent, end: at + text.length, depth })
    out.push(text)
    at += text.length + 1
  }
  return { text: out.join('\n'), lines }
}

function marksOf(line: string): { depth: number; skipped: number } {
  let depth = 0
  let skipped = 0
  for (let i = 0; i < line.length; i++) {
    const char = line[i]
    if (char === '>') {
      depth++
      skipped = i + 1
    } else if (char !== ' ' || (depth > 0 && line[i - 1] === ' ')) break
    else if (depth === 0 && i > 0) break
  }
  if (depth === 0) return { depth: 0, skipped: 0 }
  return { depth: Math.min(depth, DEEPEST), skipped: line[skipped] === ' ' ? skipped + 1 : skipped }
}
