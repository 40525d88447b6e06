/** Emphasis of Markdown: which runs of '*', '_' and '~~' pair up. */

const PUNCTUATION = /[!-/:-@[-`{-~\p{P}\p{S}]/u

/** A run of marks that may begin emphasis, with the marks of it not yet used. */
export interface Run {
  readonly at: number
  length: number
}

/** Pairs a run of emphasis marks with an earlier one where both may; returns the index of the run's last character. */
export function emphasis(
  source: string,
  at: number,
  openers: Run[],
  clear: (from: number, to: number) => void,
): number {
  const c = source.charAt(at)
  let length = 1
  while (source.charAt(at + length) === c) length++
  const before = at === 0 ? ' ' : source.charAt(at - 1)
  const after = source.charAt(at + length) || ' '
  const left =
    !/\s/.test(after) && (!PUNCTUATION.test(after) || /\s/.test(before) || PUNCTUATION.test(before))
  const right =
    !/\s/.test(before) && (!PUNCTUATION.test(before) || /\s/.test(after) || PUNCTUATION.test(after))
  const opens = c === '_' ? left && (!right || PUNCTUATION.test(before)) : left
  const closes = c === '_' ? right && (!left || PUNCTUATION.test(after)) : right
  let used = 0
  if (c === '~' && length !== 2) return at + length - 1
  while (closes && used < length && openers.length > 0) {
    const opener = openers.at(-1)!
    const pair = Math.min(opener.length, length - used)
    clear(opener.at + opener.length - pair, opener.at + opener.length)
    clear(at + used, at + used + pair)
    opener.length -= pair
    used += pair
    if (opener.length === 0) openers.pop()
  }
  if (opens && used < length) openers.push({ at: at + used, length: length - used })
  return at + length - 1
}
