import type { Span } from '../../schema/span.js'
import type { Phrase } from './query.js'
import { wordsOf } from './words.js'

/** Characters of a snippet. */
const LONG = 240
/** Of them before the first word found. */
const BEFORE = 60

/** The stretches of `text` where one of the phrases stands, in order. */
export function marksOf(text: string, phrases: readonly Phrase[]): Span[] {
  const words = wordsOf(text)
  const byFirst = new Map<string, Phrase[]>()
  const open: Phrase[] = []
  for (const phrase of phrases) {
    const first = phrase.words[0]!
    if (phrase.open && phrase.words.length === 1) open.push(phrase)
    else if (byFirst.has(first)) byFirst.get(first)!.push(phrase)
    else byFirst.set(first, [phrase])
  }
  const marks: Span[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!.word
    const here = [...(byFirst.get(word) ?? []), ...open.filter((p) => word.startsWith(p.words[0]!))]
    const lengths = here.filter((p) => standsAt(words, i, p)).map((p) => p.words.length)
    if (lengths.length === 0) continue
    const length = Math.max(...lengths)
    marks.push({ start: words[i]!.start, end: words[i + length - 1]!.end })
    i += length - 1
  }
  return marks
}

const standsAt = (words: readonly { word: string }[], at: number, { words: wanted, open }: Phrase): boolean =>
  wanted.every((word, j) => {
    const found = words[at + j]?.word
    return open && j === wanted.length - 1 ? (found?.startsWith(word) ?? false) : found === word
  })

/** The stretch of `text` to show: from a little before the first mark, cut between words. */
export function snippetOf(text: string, marks: readonly Span[]): Span {
  if (text.length <= LONG) return { start: 0, end: text.length }
  const first = marks[0]?.start ?? 0
  let start = Math.max(0, Math.min(first - BEFORE, text.length - LONG))
  let end = Math.min(text.length, Math.max(start + LONG, marks[0]?.end ?? 0))
  while (start > 0 && start < first && !/\s/.test(text[start - 1]!)) start++
  const last = marks.findLast((m) => m.end <= end)?.end ?? start
  while (end < text.length && end > Math.max(last, start + LONG / 2) && !/\s/.test(text[end]!)) end--
  return { start, end: isLow(text, end) ? end + 1 : end }
}

/** Never between the halves of a character pair. */
const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '')
