/**
 * Markdown's marks inside a paragraph taken away: emphasis, code, links (their text stays), images, escapes, references.
 * After CommonMark 0.31, simplified to what takes marks off; one pass over the characters, with stacks and no recursion.
 */
import { decodeEntities } from '../html/entities.js'
import { emphasis, type Run } from './emphasis.js'
import { closeBracket, type Definitions, type OpenBracket } from './links.js'

const PUNCTUATION = /[!-/:-@[-`{-~\p{P}\p{S}]/u
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>/iy
const TAG = /<(?:!--(?:(?!-->)[^]){0,1000}-->|\/?[a-z][a-z0-9-]{0,30}(?:\s[^<>]{0,2000})?\/?>)/iy

export function plainInline(source: string, definitions: Definitions): string {
  const drop = new Uint8Array(source.length)
  const literal = new Uint8Array(source.length)
  const clear = (from: number, to: number): void => void drop.fill(1, from, to)
  const ticks = tickRuns(source)
  const brackets: OpenBracket[] = []
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
