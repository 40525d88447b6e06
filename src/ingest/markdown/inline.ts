/**
 * Markdown's marks inside a paragraph taken away: emphasis, code, links (their text stays), images, escapes, references.
 * After CommonMark 0.31, simplified to what takes marks off; one pass over the characters, with stacks and no recursion.
 */
import { decodeEntities } from '../html/entities.js'

/** Link labels that a document defines, folded. */
export type Definitions = ReadonlySet<string>

export const foldLabel = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase()

const LONGEST_TARGET = 1000
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}\p{S}]/u
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>/iy
const TAG = /<(?:!--(?:(?!-->)[^]){0,1000}-->|\/?[a-z][a-z0-9-]{0,30}(?:\s[^<>]{0,2000})?\/?>)/iy

interface Run {
  readonly at: number
  length: number
}

export function plainInline(source: string, definitions: Definitions): string {
  const drop = new Uint8Array(source.length)
  const literal = new Uint8Array(source.length)
  const clear = (from: number, to: number): void => void drop.fill(1, from, to)
  const ticks = tickRuns(source)
  const brackets: { at: number; image: boolean }[] = []
  const openers: Record<string, Run[]> = { '*': [], _: [], '~': [] }

  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i)
    if (c === '\\' && PUNCTUATION.test(source.charAt(i + 1))) {
      clear(i, i + 1)
      literal[++i] = 1
    } else if (c === '`') {
      const length = ticks.lengths.get(i)!
      const end = ticks.next(i + length, length)
      if (end !== null) {
        clear(i, i + length)
        literal.fill(1, i + length, end)
        clear(end, end + length)
      }
      i = (end ?? i) + length - 1
    } else if (c === '<') {
      AUTOLINK.lastIndex = TAG.lastIndex = i
      const link = AUTOLINK.exec(source)
      const tag = link ? null : TAG.exec(source)
      const whole = (link ?? tag)?.[0].length
      if (whole === undefined) continue
      clear(i, link ? i + 1 : i + whole)
      if (link) clear(i + whole - 1, i + whole)
      i += whole - 1
    } else if (c === '[')
      brackets.push({
        at: i,
        image: source.charAt(i - 1) === '!' && drop[i - 1] === 0 && literal[i - 1] === 0,
      })
    else if (c === ']') i = closeBracket(source, i, brackets.pop(), definitions, clear)
    else if (c === '*' || c === '_' || c === '~') i = emphasis(source, i, openers[c]!, clear)
  }
  return rebuild(source, drop, literal)
}

/** Every run of backticks, and for each length where the next one of it stands. */
function tickRuns(source: string): {
  lengths: Map<number, number>
  next(from: number, length: number): number | null
} {
  const lengths = new Map<number, number>()
  const places = new Map<number, number[]>()
  for (const match of source.matchAll(/`+/g)) {
    lengths.set(match.index, match[0].length)
    const list = places.get(match[0].length)
    if (list) list.push(match.index)
    else places.set(match[0].length, [match.index])
  }
  const cursor = new Map<number, number>()
  return {
    lengths,
    next(from, length) {
      const list = places.get(length) ?? []
      let k = cursor.get(length) ?? 0
      while (k < list.length && list[k]! < from) k++
      cursor.set(length, k)
      return list[k] ?? null
    },
  }
}

/** Takes the marks of a link, an image or a footnote away; returns the index of its last character. */
function closeBracket(
  source: string,
  at: number,
  open: { at: number; image: boolean } | undefined,
  definitions: Definitions,
  clear: (from: number, to: number) => void,
): number {
  if (!open) return at
  const inside = source.slice(open.at + 1, Math.min(at, open.at + LONGEST_TARGET))
  let end: number | null = null
  if (source.charAt(at + 1) === '(') end = targetEnd(source, at + 1)
  else if (source.charAt(at + 1) === '[') {
    const close = source.indexOf(']', at + 2)
    if (
      close !== -1 &&
      close - at < LONGEST_TARGET &&
      definitions.has(foldLabel(source.slice(at + 2, close) || inside))
    )
      end = close
  }
  if (end === null && (definitions.has(foldLabel(inside)) || inside.startsWith('^'))) end = at
  if (end === null) return at
  if (open.image || inside.startsWith('^')) clear(open.at - (open.image ? 1 : 0), end + 1)
  else {
    clear(open.at, open.at + 1)
    clear(at, end + 1)
  }
  return end
}

/** Index of the ')' that ends a link's target, null when none does. */
function targetEnd(source: string, open: number): number | null {
  let depth = 0
  const limit = Math.min(source.length, open + LONGEST_TARGET)
  for (let i = open; i < limit; i++) {
    const c = source.charAt(i)
    if (c === '\\') i++
    else if (c === '(') depth++
    else if (c === ')' && --depth === 0) return i
    else if (c === '\n' && source.charAt(i + 1) === '\n') return null
  }
  return null
}

/** Pairs a run of emphasis marks with an earlier one where both may; returns the index of the run's last character. */
function emphasis(
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

/** What is left, references decoded outside of code and escapes, line ends folded to spaces but for hard breaks. */
function rebuild(source: string, drop: Uint8Array, literal: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < source.length;) {
    let end = i + 1
    while (end < source.length && drop[end] === drop[i] && literal[end] === literal[i]) end++
    if (drop[i] === 0) {
      const piece = source.slice(i, end)
      parts.push(literal[i] === 1 ? piece : decodeEntities(piece))
    }
    i = end
  }
  return parts
    .join('')
    .replace(/ {2,}\n[ \t]*/g, '\u0000')
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .replace(/ *\u0000 */g, '\n')
    .trim()
}
