/**
 * Lexemes: the fine pieces that grammars of times and amounts are written over. They are finer than words, and the same
 * however a text was tokenised: "27-year-old" is 27, -, year, -, old; "$15bn" is $, 15, bn; "p.m." stays whole.
 */
export interface Lexeme {
  readonly kind: 'word' | 'number' | 'mark'
  /** Lower case; dots inside an abbreviation are dropped ("p.m." is "pm"). */
  readonly lower: string
  readonly start: number
  readonly end: number
  /** No white space stands before it. */
  readonly glued: boolean
  /** Begins with a capital. */
  readonly capital: boolean
  /** What a number written in digits comes to; NaN for words and marks. */
  readonly value: number
}

const WORD = /(?:\p{L}\.){2,8}(?!\p{L})|\p{L}\.\p{L}(?![\p{L}\p{M}.])|\p{L}[\p{L}\p{M}]*/uy
const DIGITS = /\d[\d.,]*/y
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const PLAIN = /^\d+(?:\.\d+)?$/
const PIECE = /\d+|[.,]/g
const SPACE = /\s/
const CAPITAL = /^\p{Lu}/u
// More digits than this are an identifier, not a number.
const LONGEST = 15

/** The lexemes of `text` from `start` to `end`, in order; offsets into `text`. Linear in the length. */
export function lexemesOf(text: string, start = 0, end = text.length): Lexeme[] {
  const out: Lexeme[] = []
  let glued = false
  const add = (kind: Lexeme['kind'], from: number, to: number, value = NaN): void => {
    const own = text.slice(from, to)
    const lower = own.toLowerCase()
    out.push({
      kind,
      lower: kind === 'word' && lower.includes('.') ? lower.replace(/\./g, '') : lower,
      start: from,
      end: to,
      glued,
      capital: kind === 'word' && CAPITAL.test(own),
      value,
    })
    glued = true
  }
  for (let at = start; at < end;) {
    WORD.lastIndex = DIGITS.lastIndex = at
    const char = text[at]!
    if (SPACE.test(char)) {
      glued = false
      at++
    } else if (WORD.test(text)) {
      const to = Math.min(WORD.lastIndex, end)
      add('word', at, to)
      at = to
    } else if (DIGITS.test(text)) {
      let to = Math.min(DIGITS.lastIndex, end)
      while (text[to - 1] === '.' || text[to - 1] === ',') to--
      addDigits(text.slice(at, to), at, add)
      at = to
    } else {
      add('mark', at, at + 1)
      at++
    }
  }
  return out
}

/** The word at index `i` in lower case; '' where no word is. */
export const wordAt = (l: readonly Lexeme[], i: number): string => {
  const own = l[i]
  return own?.kind === 'word' ? own.lower : ''
}

/** The mark at index `i`; '' where none is. */
export const markAt = (l: readonly Lexeme[], i: number): string => {
  const own = l[i]
  return own?.kind === 'mark' ? own.lower : ''
}

function addDigits(
  run: string,
  at: number,
  add: (k: Lexeme['kind'], from: number, to: number, value?: number) => void,
): void {
  if (run.length <= LONGEST && GROUPED.test(run))
    return add('number', at, at + run.length, Number(run.replace(/,/g, '')))
  if (PLAIN.test(run)) return add('number', at, at + run.length, run.length <= LONGEST ? Number(run) : NaN)
  // "4,2014" and "12.05.2014" are several numbers; they are cut here at once, since cutting again at each would be quadratic.
  for (const piece of run.matchAll(PIECE)) {
    const from = at + piece.index
    const own = piece[0]
    if (own === '.' || own === ',') add('mark', from, from + 1)
    else add('number', from, from + own.length, own.length <= LONGEST ? Number(own) : NaN)
  }
}
