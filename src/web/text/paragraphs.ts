import type { Span } from '../../schema/span.js'

export interface Paragraph extends Span {
  /** Line breaks inside it are the author's (verse, an address), not those of a narrow editor. */
  readonly lines: boolean
}

/** A hard-wrapped paragraph has lines of about the same, considerable length. */
const WRAPPED_AT = 45

/** The stretches between empty lines, in order; what is only white space belongs to none. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = -1
  let end = 0
  let at = 0
  const close = (): void => {
    if (start >= 0) paragraphs.push({ start, end, lines: !isWrapped(text.slice(start, end)) })
    start = -1
  }
  for (const line of text.split('\n')) {
    if (line.trim() === '') close()
    else {
      if (start < 0) start = at
      end = at + line.length
    }
    at += line.length + 1
  }
  close()
  return paragraphs
}

function isWrapped(text: string): boolean {
  const lines = text.split('\n').slice(0, -1)
  return lines.length > 1 && lines.every((line) => line.length >= WRAPPED_AT)
}

/** Groups of whole paragraphs of about `size` characters each, so that a long document is shown part by part. */
export function partsOf(paragraphs: readonly Paragraph[], size: number): Paragraph[][] {
  const parts: Paragraph[][] = []
  let room = 0
  for (const paragraph of paragraphs) {
    const length = paragraph.end - paragraph.start
    if (parts.length === 0 || length > room) {
      parts.push([])
      room = size
    }
    parts.at(-1)!.push(paragraph)
    room -= length
  }
  return parts
}
