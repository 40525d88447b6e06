/** Lines → the words of a paragraph, with a part for each stretch of a line. */
import type { Mark, Part } from '../../schema/document.js'
import { around, type Item } from './page.js'
import { apart } from './columns.js'
import type { PlacedLine } from './paragraphs.js'

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']
const SOFT_HYPHEN = /\u00ad$/
const HYPHEN = /(\p{L}+)[-\u2010]$/u
const MOST_WORDS = 300_000

/** Words a document has, by which a hyphen at a line's end is judged. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>
}

/** `texts`: the lines of a document in order. Halves of words at line ends are left out. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const words = new Set<string>()
  let broken = false
  for (const text of texts) {
    const found = text.toLowerCase().match(/[\p{L}-]+/gu) ?? []
    if (words.size > MOST_WORDS) break
    for (const word of broken ? found.slice(1) : found) if (!word.endsWith('-')) words.add(word)
    broken = text.endsWith('-')
  }
  return { words }
}

/** The text of some lines, and its parts counted from its start. A line-end hyphen goes where the word is known to have none. */
export function wordingOf(
  lines: readonly PlacedLine[],
  scanned: (page: number) => boolean,
  vocabulary: Vocabulary,
  mark: Mark | undefined,
): { text: string; parts: Part[] } {
  let text = ''
  const parts: Part[] = []
  lines.forEach((line, n) => {
    line.items.forEach((item, i) => {
      const words = raised(item, line) ?? item.text
      if (i > 0) text += apart(line.items[i - 1]!, item) && raised(item, line) === null ? ' ' : ''
      else if (n > 0) text = linked(text, words, vocabulary, parts)
      const own: Mark | undefined =
        item.unseen !== null ? 'hidden' : scanned(line.page) ? (mark ?? 'scanned') : mark
      const last = parts.at(-1)
      const start = text.length
      text += words
      const whole = item.confidence === undefined && i > 0 && last !== undefined && last.mark === own
      if (whole) {
        const box =
          last.place.kind === 'page' && last.place.box ? around([last.place.box, item.box]) : item.box
        parts[parts.length - 1] = {
          ...last,
          end: text.length,
          place: { kind: 'page', page: line.page, box: rounded(box) },
        }
      } else
        parts.push({
          start,
          end: text.length,
          place: { kind: 'page', page: line.page, box: rounded(item.box) },
          ...(own ? { mark: own } : {}),
          ...(item.confidence === undefined ? {} : { confidence: item.confidence }),
        })
    })
  })
  return { text, parts }
}

/** What goes between two lines; a hyphen that only the line's end called for goes. */
function linked(text: string, next: string, { words }: Vocabulary, parts: Part[]): string {
  const drop = (): string => {
    const last = parts.at(-1)!
    parts[parts.length - 1] = { ...last, end: Math.max(last.start, last.end - 1) }
    return text.slice(0, -1)
  }
  if (SOFT_HYPHEN.test(text)) return drop()
  const first = HYPHEN.exec(text.slice(-60))?.[1]?.toLowerCase()
  if (first === undefined) return `${text} `
  const second = /^\p{Ll}+/u.exec(next)?.[0]
  if (second === undefined) return text
  const known = (word: string): boolean => words.has(word)
  if (known(first + second)) return drop()
  if (known(`${first}-${second}`) || (known(first) && known(second) && first.length > 2 && second.length > 2))
    return text
  return drop()
}

/** A raised figure (a footnote's number) as such, so that it does not run into the word or number before. */
function raised(item: Item, line: PlacedLine): string | null {
  const up = line.baseline - item.baseline
  if (!/^\d{1,3}$/.test(item.text) || item.size > line.size * 0.85 || up < line.size * 0.12) return null
  return [...item.text].map((digit) => RAISED[Number(digit)]).join('')
}

const rounded = ([left, top, width, height]: Item['box']): Item['box'] => [
  tenth(left),
  tenth(top),
  tenth(width),
  tenth(height),
]
const tenth = (value: number): number => Math.round(value * 10) / 10
