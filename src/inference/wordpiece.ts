/** WordPiece over words, with the ids of BERT's uncased tokenizer (Devlin et al. 2019; Wu et al. 2016). */

/** More pieces than this say nothing more about a word: what follows is dropped. */
export const MAX_PIECES = 12
const LONGEST = 100

export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>
  readonly unknown: number
  readonly start: number
  readonly end: number
  readonly padding: number
}

/** Reads a vocab.txt: one piece a line, its id is the line number. */
export function readVocabulary(lines: string): Vocabulary {
  const ids = new Map(
    lines
      .replace(/\n$/, '')
      .split('\n')
      .map((piece, id) => [piece.replace(/\r$/, ''), id]),
  )
  const id = (piece: string): number => {
    const found = ids.get(piece)
    if (found === undefined) throw new RangeError(`the vocabulary has no ${piece}`)
    return found
  }
  return { ids, unknown: id('[UNK]'), start: id('[CLS]'), end: id('[SEP]'), padding: id('[PAD]') }
}

// Ideographs stand alone in BERT's vocabulary; these are the blocks its tokenizer names.
const UNIT =
  /[!-/:-@[-`{-~\p{P}]|[\u{3400}-\u{4dbf}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{20000}-\u{2a6df}\u{2a700}-\u{2b81f}\u{2b820}-\u{2ceaf}\u{2f800}-\u{2fa1f}]|[^\s!-/:-@[-`{-~\p{P}\u{3400}-\u{4dbf}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{20000}-\u{2a6df}\u{2a700}-\u{2b81f}\u{2b820}-\u{2ceaf}\u{2f800}-\u{2fa1f}]+/gu

/** What BERT's BasicTokenizer makes of one word: lower case, no accents, punctuation apart. */
export function basicTokens(word: string): string[] {
  const plain = word.replace(/[\u{fffd}\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (c) => (/[\t\n\r]/.test(c) ? ' ' : ''))
  const folded = plain
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  return folded.match(UNIT) ?? []
}

/** Piece ids of each word: at least one (the unknown piece where nothing is left), at most MAX_PIECES. */
export function wordPieces(words: readonly string[], vocabulary: Vocabulary): number[][] {
  const known = new Map<string, number[]>()
  return words.map((word) => {
    let pieces = known.get(word)
    if (!pieces) {
      pieces = piecesOf(word.slice(0, 4 * LONGEST), vocabulary)
      known.set(word, pieces)
    }
    return pieces
  })
}

function piecesOf(word: string, vocabulary: Vocabulary): number[] {
  const out: number[] = []
  for (const token of basicTokens(word)) {
    out.push(...greedy(token, vocabulary))
    if (out.length >= MAX_PIECES) break
  }
  return out.length === 0 ? [vocabulary.unknown] : out.slice(0, MAX_PIECES)
}

function greedy(token: string, { ids, unknown }: Vocabulary): number[] {
  const chars = [...token]
  if (chars.length > LONGEST) return [unknown]
  const out: number[] = []
  for (let from = 0; from < chars.length;) {
    let to = chars.length
    let id: number | undefined
    for (; to > from; to--) {
      id = ids.get((from > 0 ? '##' : '') + chars.slice(from, to).join(''))
      if (id !== undefined) break
    }
    if (id === undefined) return [unknown]
    out.push(id)
    from = to
  }
  return out
}
