import type { Span } from '../../schema/span.js'

/** Characters that make a good passage, and the most one may have. */
const AIM = 600
const LONGEST = 1200

/**
 * The text cut into passages for search, which together hold every character but white space between them: whole
 * paragraphs, short ones together, long ones cut after a sentence, a monster of a sentence at a space.
 */
export function passagesOf(text: string, sentences: readonly Span[]): Span[] {
  const ends = sentences.map((s) => s.end)
  const passages: Span[] = []
  let start = 0
  let sentence = 0
  while (start < text.length) {
    if (text.length - start <= AIM) {
      passages.push({ start, end: text.length })
      break
    }
    const latest = Math.min(text.length, start + LONGEST)
    while (sentence < ends.length && ends[sentence]! <= start + AIM / 2) sentence++
    let sentenceEnd = -1
    for (let i = sentence; i < ends.length && ends[i]! <= latest; i++) {
      sentenceEnd = ends[i]!
      if (sentenceEnd >= start + AIM) break
    }
    const end =
      paragraphEnd(text, start + AIM / 2, latest) ??
      (sentenceEnd > start ? sentenceEnd : spaceBefore(text, start, latest))
    passages.push({ start, end })
    start = end
  }
  return passages.map((p) => trimmed(text, p)).filter((p) => p.end > p.start)
}

/** The paragraph end nearest to the aim, at or after `from`. */
function paragraphEnd(text: string, from: number, latest: number): number | null {
  const next = text.indexOf('\n', from)
  return next >= 0 && next < latest ? next + 1 : null
}

function spaceBefore(text: string, start: number, latest: number): number {
  if (latest === text.length) return latest
  for (let i = latest; i > start + AIM / 2; i--) if (/\s/.test(text[i]!)) return i
  // Never between the halves of a character pair
  return /[\udc00-\udfff]/.test(text[latest]!) ? latest - 1 : latest
}

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
