/** How many columns of a terminal characters take, and lines broken to fit. */

const WIDE =
  /^(?:\p{Emoji_Presentation}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])/u
const NONE = /^[\p{Mn}\p{Me}\p{Cf}]/u
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Segmenting takes time that grows with the square of the length, so long text is segmented in stretches. */
const STRETCH = 256

function* graphemesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const inPair = /[\ud800-\udbff]/.test(text[at + STRETCH - 1] ?? '')
    const end = at + STRETCH - (inPair ? 1 : 0)
    for (const { segment } of segmenter.segment(text.slice(at, end))) yield segment
    at = end
  }
}

/** Columns that `text` takes: two for East Asian wide characters and emoji, none for marks that stand alone. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let columns = 0
  for (const segment of graphemesOf(text)) columns += NONE.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1
  return columns
}

/** `text` in lines of at most `width` columns, broken at spaces, inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(width, 8)
  const lines: string[] = []
  let line = ''
  let used = 0
  const flush = (): void => {
    if (line) lines.push(line)
    line = ''
    used = 0
  }
  for (const word of text.split(' ').filter(Boolean)) {
    const columns = columnsOf(word)
    if (used > 0 && used + 1 + columns > room) flush()
    if (columns > room) {
      const pieces = cut(word, room)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
      used = columnsOf(line)
      continue
    }
    line += used > 0 ? ` ${word}` : word
    used += used > 0 ? columns + 1 : columns
  }
  flush()
  return lines
}

function cut(word: string, room: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const segment of graphemesOf(word)) {
    const columns = columnsOf(segment)
    if (used + columns > room) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += segment
    used += columns
  }
  return [...pieces, piece]
}
