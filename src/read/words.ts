/**
 * Words as Universal Dependencies cuts English (the tokenisation of the English Web Treebank):
 * "don't" is "do" + "n't", "well-known" is "well" + "-" + "known", "U.S." is one word, "5pm" is "5" + "pm".
 */
import type { Span } from '../schema/span.js'
import { abbreviationKind } from './abbreviations.js'
import contractions from './lang/en/contractions.json' with { type: 'json' }
import lexicon from './lang/en/units.json' with { type: 'json' }

const anyOf = (forms: readonly string[]): string =>
  [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.$]/g, '\\$&').replace("'", "['’]"))
    .join('|')

const FUSED: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(contractions.fused))
const LETTER = '\\p{L}\\p{M}\\u00ad\\u200c\\u200d\\u2060'
const APART = `(?![${LETTER}\\p{N}])`

// Every pattern is sticky and bounded, or keeps all it scans: a line of any length costs linear time.
const ADDRESS = /(?:https?|ftp|mailto):\/{0,2}[^\s<>"“”]{1,2000}|www\.[^\s<>"“”]{1,2000}/iy
const MAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}._-]{0,100}/uy
const HOST = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.(?:${anyOf(lexicon.domains)})${APART}(?:\\/[^\\s<>"“”]{0,2000})?`,
  'iuy',
)
const FILE = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}_#-]{0,80}\\.(?:${anyOf(lexicon.files)})${APART}|\\.(?:doc|xls|exe)${APART}`,
  'iuy',
)
const GROUP = new RegExp(`[a-z]{2,20}(?:\\.[a-z]{1,20}){2,6}${APART}`, 'uy')
const HANDLE = /[@#]\p{L}[\p{L}\p{N}_]{0,100}|\+\d{1,20}/uy
const EMOTICON = new RegExp(`(?:>?[:;=]['-]?[()DPpO/|\\]]|\\(:|\\^_\\^|-_-|<3)${APART}`, 'uy')
const RUN =
  /[.!?…]{2,}|[!?…]|[-=<>*~_#+|^]{3,}|[-<=]>|<[-=]|>=|-{2,}|\*+|_+|=+|~+|#{2,}|\+{2,}|<+|>+|\$+|''|``|’’|‘’|—+/y
const INITIALS = new RegExp(
  `(?:Ph|M|B|D|Ed|Psy)\\.(?:D|Sc|Phil|Ed|Eng|A|Litt)\\.|(?:\\p{L}\\.){2,12}${APART}|(?:\\p{L}\\.){1,11}\\p{L}(?![\\p{L}\\p{N}'’])`,
  'uy',
)
const LETTERS = new RegExp(`\\p{L}[&/]\\p{L}${APART}|[Ww]\\/(?:o|out)?${APART}`, 'uy')
const DATE = new RegExp(
  `\\d{1,4}([/.-])\\d{1,2}\\1\\d{2,4}${APART}|\\d{1,2}\\/\\d{1,2}(?![\\p{L}\\p{N}/])`,
  'uy',
)
const PHONE = new RegExp(`(?:\\d-)?(?:\\d{3}[-./])?\\d{3}[-.]\\d{4}${APART}|\\d{5}-\\d{4}${APART}`, 'uy')
const DECADE = new RegExp(`['’]\\d0s|['’]\\d{2}${APART}|\\d{1,3}0['’]s${APART}`, 'uy')
const NUMBER = /\d{1,2}:\d{2}(?::\d{2})?|(?:\d{1,3}(?:,\d{2,3}){0,10},\d{3}(?!\d)|\d+)(?:\.\d+)*|\.\d+/y
const UNIT = new RegExp(`(?:${anyOf(lexicon.units)})${APART}`, 'iuy')
const CLIPPED = new RegExp(`(?:${anyOf(contractions.words)}|${anyOf(contractions.clitics)})${APART}`, 'iuy')
const DOLLAR = new RegExp(`(?:${anyOf(lexicon.dollars)})\\$`, 'uy')
const WORD = new RegExp(
  `[${LETTER}\\p{N}]+(?:(?:['’\`_]|\\*{1,4}(?=\\p{Ll}))[${LETTER}\\p{N}]+|&[\\p{Lu}\\p{N}]+)*`,
  'uy',
)
const CLITIC = new RegExp(`(?:n['’]t|['’\`](?:s|m|ll|ve|re|d))$`, 'i')
const PREFIX = new RegExp(`^(?:${anyOf(lexicon.prefixes)})$`, 'i')
const E_WORD = new RegExp(`-(?:${anyOf(lexicon.eWords)})${APART}`, 'iuy')
const TRAILING = /[.,;:!?'’")\]}*]/

// Tried in this order; those of the first list only where the run of non-spaces holds a full stop, an at sign or a colon.
const PLACES = [ADDRESS, MAIL, HOST, FILE, GROUP]
const ALWAYS = [DECADE, CLIPPED, EMOTICON, RUN, INITIALS, LETTERS, DOLLAR, DATE, PHONE]

const SPACE = /[\s\u200b]+/y
const CHUNK = /[^\s\u200b]+/y

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/**
 * Cuts `text` from `start` to `end` into words, in order, none empty, none across white space.
 * The full stop of an abbreviation stays with it; sentences.ts parts the one that also ends a sentence.
 */
export function tokenise(text: string, start: number, end: number): Span[] {
  const words: Span[] = []
  const whole = end === text.length ? text : text.slice(0, end)
  let at = start
  while (at < end) {
    const space = matchAt(SPACE, whole, at)
    if (space > 0) {
      at = space
      continue
    }
    const chunkEnd = matchAt(CHUNK, whole, at)
    const hasPlace = /[.@:]/.test(whole.slice(at, chunkEnd))
    for (let first = true; at < chunkEnd; first = false) at = cutNext(whole, at, first, hasPlace, words)
  }
  return words
}

/** Adds the word or words that begin at `at`; gives back where they end. */
function cutNext(text: string, at: number, first: boolean, hasPlace: boolean, out: Span[]): number {
  const put = (end: number): number => {
    out.push({ start: at, end })
    return end
  }
  if (hasPlace)
    for (const pattern of PLACES) {
      const end = matchAt(pattern, text, at)
      if (end > 0) return put(trimAddress(text, at, end))
    }
  if (first || /[("“‘[]/.test(text[at - 1]!)) {
    const end = matchAt(HANDLE, text, at)
    if (end > 0) return put(end)
  }
  for (const pattern of ALWAYS) {
    const end = matchAt(pattern, text, at)
    if (end > 0 && !(pattern === DATE && isFraction(text.slice(at, end)))) return put(end)
  }
  const number = matchAt(NUMBER, text, at)
  if (number > 0) return cutNumber(text, at, number, out)
  const word = matchAt(WORD, text, at)
  if (word > 0) return cutWord(text, at, word, out)
  return put(at + (text.codePointAt(at)! > 0xffff ? 2 : 1))
}

/** End of a web address without the punctuation of the sentence it stands in. */
function trimAddress(text: string, start: number, end: number): number {
  let opened = text.slice(start, end).split('(').length - 1
  while (end > start + 1 && TRAILING.test(text[end - 1]!)) {
    if (text[end - 1] === ')' && opened-- > 0) break
    end--
  }
  return end
}

function isFraction(form: string): boolean {
  const parts = /^(\d{1,2})\/(\d{1,2})$/.exec(form)
  return parts !== null && Number(parts[1]) < Number(parts[2]) && Number(parts[2]) <= 10
}

/** "5pm" is two words, "5th" and "1990s" are one. */
function cutNumber(text: string, start: number, end: number, out: Span[]): number {
  const unit = matchAt(UNIT, text, end)
  if (unit > 0) {
    out.push({ start, end }, { start: end, end: unit })
    return unit
  }
  const rest = matchAt(WORD, text, end)
  out.push({ start, end: rest > 0 ? rest : end })
  return rest > 0 ? rest : end
}

function cutWord(text: string, start: number, end: number, out: Span[]): number {
  const whole = (to: number): number => {
    out.push({ start, end: to })
    return to
  }
  if (abbreviationKind(text, { start, end })) return whole(end + 1)
  const form = text.slice(start, end)
  if (text[end] === '-') {
    const rest = PREFIX.test(form)
      ? matchAt(WORD, text, end + 1)
      : /^e$/i.test(form)
        ? matchAt(E_WORD, text, end)
        : -1
    if (rest > 0) return whole(rest)
  }
  const fused = end - start > 3 || form !== form.toUpperCase() ? FUSED.get(form.toLowerCase()) : undefined
  if (fused) {
    const cuts = [0, ...fused, form.length]
    for (let i = 0; i + 1 < cuts.length; i++) out.push({ start: start + cuts[i]!, end: start + cuts[i + 1]! })
    return end
  }
  const clitics: Span[] = []
  let stem = end
  // Two at most ("shouldn't've"), and looked for in the last few characters only.
  while (clitics.length < 2) {
    const tail = Math.max(start, stem - 4)
    const found = CLITIC.exec(text.slice(tail, stem))
    if (!found || tail + found.index === start) break
    clitics.unshift({ start: tail + found.index, end: stem })
    stem = tail + found.index
  }
  out.push({ start, end: stem }, ...clitics)
  return end
}
