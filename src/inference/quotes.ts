/** Which words stand inside quotation marks. */
import type { Span } from '../schema/span.js'

export type QuoteState = 0 | 1 | 2

type Role = 'open' | 'close' | 'either' | null

const DOUBLE_OPEN = new Set(['“', '„', '‟', '«', '``'])
const DOUBLE_CLOSE = new Set(['”', '»', '’’'])
const DOUBLE_EITHER = new Set(['"', '＂', "''"])

/**
 * 0 outside quotation marks, 1 inside, 2 the mark itself, for each word.
 * A quotation ends at the end of its block at the latest. Where a block ends inside one and the next closes a
 * quotation that it did not open, the words up to that mark count as inside. Apostrophes are no marks.
 */
export function quoteStates(
  text: string,
  words: readonly Span[],
  blockStarts: readonly number[],
): QuoteState[] {
  const out = new Array<QuoteState>(words.length).fill(0)
  const starts = [...new Set([0, ...blockStarts])].sort((a, b) => a - b)
  let carried = false
  starts.forEach((first, i) => {
    const last = starts[i + 1] ?? words.length
    if (first < last) carried = markBlock(text, words, first, last, carried, out)
  })
  return out
}

/** Fills one block; true when it ends inside a quotation. */
function markBlock(
  text: string,
  words: readonly Span[],
  first: number,
  last: number,
  carried: boolean,
  out: QuoteState[],
): boolean {
  const singles = pairSingles(text, words, first, last)
  let double = false
  let single = false
  for (let i = first; i < last; i++) {
    const { start, end } = words[i]!
    const mark = text.slice(start, end)
    const paired = singles.get(i)
    if (paired) {
      single = paired === 'open'
      out[i] = 2
      continue
    }
    const role = doubleRole(text, words[i]!, mark)
    if (role === null) {
      out[i] = double || single ? 1 : 0
      continue
    }
    if (!double && mark === '"' && /\d/.test(text[start - 1] ?? '')) continue // inches or seconds
    out[i] = 2
    const opens: boolean = role === 'open' || (role === 'either' && !double)
    if (!opens && !double && carried) for (let j = first; j < i; j++) if (out[j] === 0) out[j] = 1
    double = opens
    carried = false
  }
  return double
}

function doubleRole(text: string, { start, end }: Span, mark: string): Role {
  if (DOUBLE_OPEN.has(mark)) return 'open'
  if (DOUBLE_CLOSE.has(mark)) return 'close'
  if (!DOUBLE_EITHER.has(mark)) return null
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  const left = /[\s([{‘'—–-]/.test(before)
  const right = /[\s)\]}’'.,;:?!—–-]/.test(after)
  if (left && !right) return 'open'
  if (right && !left) return 'close'
  return 'either'
}

/** Single quotation marks of a block: one opens before a word, and counts only when another closes it. */
function pairSingles(
  text: string,
  words: readonly Span[],
  first: number,
  last: number,
): Map<number, 'open' | 'close'> {
  const out = new Map<number, 'open' | 'close'>()
  let opened = -1
  let weak = -1
  const settle = (close: number): void => {
    if (opened >= 0 && close >= 0) out.set(opened, 'open').set(close, 'close')
    opened = weak = -1
  }
  for (let i = first; i < last; i++) {
    const { start, end } = words[i]!
    const mark = text.slice(start, end)
    if (mark !== "'" && mark !== '‘' && mark !== '’') continue
    const before = text[start - 1] ?? ' '
    const after = text[end] ?? ' '
    const canOpen = mark !== '’' && /[\s(["“—–-]/.test(before) && !/\s/.test(after)
    const canClose = mark !== '‘' && !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after)
    if (canOpen) {
      settle(weak)
      opened = i
    } else if (canClose && opened >= 0) {
      // After a plural, it may be an apostrophe: wait for a better one.
      if (/s/i.test(before)) weak = i
      else settle(i)
    }
  }
  settle(weak)
  return out
}
