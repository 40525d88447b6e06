/**
 * Two sentences as one input of the network that compares them: [CLS] a [SEP] b [SEP], and for each piece its side and what the
 * other side has of its word. The marks give a small network the alignment that it would otherwise have to learn.
 */
import { basicTokens, wordPieces, type Vocabulary } from './wordpiece.js'

/** A sentence with who says it and when, so far as known. */
export interface Said {
  readonly text: string
  /** Outlet, kind of document or speaker; '' where unknown. */
  readonly who: string
  /** EDTF; '' where unknown. */
  readonly when: string
}

export interface PairRow {
  readonly pieces: readonly number[]
  /** 1 plain, 2 word of both, 3 capitalised word of one only, 4 capitalised of both, 5 figure of one only, 6 figure of both, 7 negation. */
  readonly marks: readonly number[]
  /** 1 before the first [SEP] and with it, 2 after. */
  readonly sides: readonly number[]
}

/** Pieces of one side's text, and of who says it and when. */
const LONGEST = 80
const LONGEST_HEAD = 14

const NEGATION = new Set(
  'not never no nobody nothing none neither nor cannot without deny denies denied denying t hardly false untrue lie refused rejects rejected'.split(
    ' ',
  ),
)
const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half third quarter dozen dozens'.split(
    ' ',
  ),
)

interface Word {
  readonly key: string
  readonly figure: boolean
  readonly capital: boolean
  readonly pieces: readonly number[]
}

/** @param heads whether who says it and when go in too */
export function pairRow(a: Said, b: Said, vocabulary: Vocabulary, heads = true): PairRow {
  const sides = [a, b].map(({ text }) => wordsOf(text, vocabulary))
  const keys = sides.map((words) => new Set(words.map(({ key }) => key)))
  const pieces = [vocabulary.start]
  const marks = [1]
  const side = [1]
  for (const [i, words] of sides.entries()) {
    const put = (piece: number, mark: number): void => {
      pieces.push(piece)
      marks.push(mark)
      side.push(i + 1)
    }
    const { who, when } = i === 0 ? a : b
    if (heads)
      for (const piece of headPieces(`${when} ${who}`.trim(), vocabulary).slice(0, LONGEST_HEAD))
        put(piece, 1)
    let room = LONGEST
    for (const word of words) {
      if (word.pieces.length > room) break
      room -= word.pieces.length
      const mark = markOf(word, keys[1 - i]!)
      for (const piece of word.pieces) put(piece, mark)
    }
    put(vocabulary.end, 1)
  }
  return { pieces, marks, sides: side }
}

function headPieces(head: string, vocabulary: Vocabulary): number[] {
  const colon = vocabulary.ids.get(':') ?? vocabulary.unknown
  return head === ''
    ? []
    : [
        ...wordPieces(basicTokens(head), vocabulary)
          .flat()
          .slice(0, LONGEST_HEAD - 1),
        colon,
      ]
}

function wordsOf(text: string, vocabulary: Vocabulary): Word[] {
  const raw = text.slice(0, 1000).match(/[\p{L}\p{M}\p{N}]+(?:[.,:/][\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
  return raw.map((word, i) => {
    const key = basicTokens(word).join('')
    return {
      key: stem(key),
      figure: /\p{N}/u.test(word) || NUMBERS.has(key),
      capital: i > 0 && /^\p{Lu}/u.test(word),
      pieces: wordPieces([word], vocabulary)[0]!,
    }
  })
}

/** Endings that inflection adds. */
const stem = (word: string): string =>
  word.length > 4 && /\p{L}/u.test(word) ? word.replace(/(?:ies|ed|es|s|ing)$/u, '') : word

function markOf({ key, figure, capital }: Word, other: ReadonlySet<string>): number {
  const both = other.has(key)
  if (figure) return both ? 6 : 5
  if (NEGATION.has(key)) return 7
  if (capital) return both ? 4 : 3
  return both && /\p{L}/u.test(key) ? 2 : 1
}
