/**
 * Sentences inside blocks, by rules over words. Where conventions differ the choice is Universal Dependencies':
 * closing quotation marks, brackets, note marks and emoticons stay with the sentence they close.
 */
import type { Span } from '../schema/span.js'
import { type AbbreviationKind, kindOfWord } from './abbreviations.js'
import table from './lang/en/sentences.json' with { type: 'json' }

/** Words of one sentence: first inclusive, last exclusive. */
export type WordIndexRange = readonly [first: number, last: number]

const STARTERS = new Set(table.starters)
const AFTER_TIME = new Set(table.afterTime)
const SAYING = new Set(table.saying)

const ENDS = /^(?:[.?!…]*[.?!…])$/
const CLOSES = /^(?:["'”’»)\]}]|''|’’)+$/
const EMOTICON = /^(?:>?[:;=]['-]?[()DPpO/|\]]|\^_\^|<3)$/
const ELLIPSIS = /^(?:\.{3,}|…)/
const BRACKET_REACH = 80

interface Block {
  readonly text: string
  readonly words: readonly Span[]
  readonly forms: readonly string[]
  /** Straight double quotation marks that close, counting from the start of the block. */
  readonly closers: ReadonlySet<number>
}

/** Ranges that cover all of `words` (the words of one block of `text`), in order. */
export function splitSentences(text: string, words: readonly Span[]): WordIndexRange[] {
  const forms = words.map((w) => text.slice(w.start, w.end))
  const closers = new Set(forms.flatMap((form, i) => (form === '"' ? [i] : [])).filter((_, n) => n % 2 === 1))
  const block: Block = { text, words, forms, closers }
  const brackets = matchBrackets(forms)
  const out: WordIndexRange[] = []
  let first = 0
  let bracketEnd = -1
  for (let i = 0; i < words.length; i++) {
    const close = brackets.get(i)
    if (close !== undefined && i > first && close - i <= BRACKET_REACH)
      bracketEnd = Math.max(bracketEnd, close)
    if (i > first && isBullet(block, i)) {
      out.push([first, i])
      first = i
    }
    if (i < bracketEnd - 1) continue
    const end = endAt(block, first, i)
    if (!end) continue
    if (end.next >= words.length || breaksBefore(block, end)) {
      out.push([first, end.next])
      first = end.next
    }
    i = end.next - 1
  }
  if (first < words.length) out.push([first, words.length])
  return out
}

/** A place where a sentence may end. */
interface End {
  /** The mark, the abbreviation or the emoticon that may end it: the last of several marks. */
  readonly mark: number
  /** The first word after it and what closes with it. */
  readonly next: number
  readonly abbreviation: AbbreviationKind | null
  readonly emoticon: boolean
  /** A quotation mark or bracket closes after it. */
  readonly closed: boolean
}

function endAt(block: Block, first: number, at: number): End | null {
  const { text, words, forms, closers } = block
  const form = forms[at]!
  let abbreviation = kindOfWord(text, words[at]!)
  const emoticon = EMOTICON.test(form)
  if (!ENDS.test(form) && !abbreviation && !emoticon) return null
  if (isListMarker(forms, first, at) || (at === first && ELLIPSIS.test(form))) return null
  let mark = at
  let closed = false
  let next = at + 1
  for (; next < words.length; next++) {
    const word = forms[next]!
    const apart = isSpaced(words, next)
    const note = noteMark(forms, next)
    if (
      CLOSES.test(word) &&
      (!apart || /^[)\]}]/.test(word) || (closers.has(next) && isSpaced(words, next + 1)))
    )
      closed = true
    else if (ENDS.test(word) && !(apart && ELLIPSIS.test(word))) {
      mark = next
      abbreviation = null
    } else if (note > 0) next += note - 1
    else if (!EMOTICON.test(word)) break
  }
  return { mark, next, abbreviation, emoticon, closed }
}

const isSpaced = (words: readonly Span[], i: number): boolean =>
  i >= words.length || (i > 0 && words[i]!.start > words[i - 1]!.end)

/** Whether the sentence does end there, seeing the words that follow. */
function breaksBefore(
  { words, forms }: Block,
  { mark: at, next, abbreviation, emoticon, closed }: End,
): boolean {
  const word = forms[next]!
  const mark = forms[at]!
  const lower = /^\p{Ll}/u.test(word)
  const spaced = isSpaced(words, next)
  if (ELLIPSIS.test(word)) return spaced
  if (/^[-–—]+$/.test(word)) return mark === '.' && spaced && /^[\p{Lu}"“]/u.test(forms[next + 1] ?? '')
  if (/^[,;:.?!%/)\]}”’»]/.test(word)) return false
  if (abbreviation) return !lower && endsAfterAbbreviation(abbreviation, mark, forms[at - 1] ?? '', word)
  if (emoticon) return !lower
  if (!spaced && !closed && (ELLIPSIS.test(mark) || !/^[\p{Lu}"“‘([]/u.test(word))) return false
  if (closed && (lower || saysWho(forms, next, mark))) return false
  return !lower || (mark === '.' && !/^\p{Ll}$/u.test(forms[at - 1] ?? ''))
}

function endsAfterAbbreviation(kind: AbbreviationKind, form: string, before: string, word: string): boolean {
  // "Main St. The" is a street, "St. Marlo" a saint.
  if (form === 'St.' && STARTERS.has(word)) return /^[\p{Lu}\d]/u.test(before)
  if (kind === 'title' || kind === 'numbered') return false
  const letters = form.replaceAll('.', '')
  if (/^[ap]m$/i.test(letters)) return /^[\p{Lu}"“‘]/u.test(word) && !AFTER_TIME.has(word.replace('.', ''))
  if (form === 'etc.' || form === 'al.') return /^\p{Lu}|^["“‘]/u.test(word)
  if (kind === 'initials' && letters.length === 1 && /^\p{Lu}/u.test(before))
    return STARTERS.has(word) && word.length > 1
  return STARTERS.has(word) || /^["“]/.test(word)
}

/** '"Why?" Marlo asked': up to three words of a name, then a verb of saying. */
function saysWho(forms: readonly string[], next: number, mark: string): boolean {
  if (!/[?!…]$/.test(mark)) return false
  for (let i = next; i < Math.min(next + 5, forms.length); i++) {
    const word = forms[i]!
    if (SAYING.has(word)) return i > next && forms[i + 1] !== 'that'
    if (!/^\p{L}/u.test(word)) return false
  }
  return false
}

/** "1." or "a." or "Figure 1." at the start of a sentence numbers what follows, and so does "1." after a colon. */
function isListMarker(forms: readonly string[], first: number, end: number): boolean {
  if (end === first) return /^\p{L}\.$/u.test(forms[end]!)
  if (forms[end] !== '.') return false
  const number = forms[end - 1]!
  if (end === first + 1) return /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|\p{L}|[ivx]{1,5})$/u.test(number)
  if (!/^\d{1,3}$/.test(number)) return false
  return (
    forms[end - 2] === ':' ||
    (end === first + 2 && /^(?:Figure|Table|Chart|Box|Exhibit|Map)$/.test(forms[first]!))
  )
}

/** How many words "[12]" or "[citation needed]" is, which after a full stop is a note of the sentence before; 0 for others. */
function noteMark(forms: readonly string[], at: number): number {
  if (forms[at] !== '[') return 0
  for (let i = at + 1; i < at + 6 && i < forms.length; i++) {
    if (forms[i] === ']') return i > at + 1 ? i + 1 - at : 0
    if (!/^(?:\d{1,3}|\p{Ll}+)$/u.test(forms[i]!)) return 0
  }
  return 0
}

/** A line that begins with a bullet begins a sentence, even inside a block. */
function isBullet({ text, words }: Block, i: number): boolean {
  const { start, end } = words[i]!
  if (!/^[•·▪◦‣*–-]$/.test(text.slice(start, end))) return false
  return i > 0 && text.slice(words[i - 1]!.end, start).includes('\n') && text[end] === ' '
}

/** For each opening bracket that is closed: where. */
function matchBrackets(forms: readonly string[]): Map<number, number> {
  const out = new Map<number, number>()
  const open: number[] = []
  forms.forEach((form, i) => {
    if (form === '(' || form === '[' || form === '{') open.push(i)
    else if (form === ')' || form === ']' || form === '}') {
      const from = open.pop()
      if (from !== undefined) out.set(from, i)
    }
  })
  return out
}
