/**
 * Words as Universal Dependencies cuts English (the tokenisation of the English Web Treebank):
 * "don't" is "do" + "n't", "well-known" is "well" + "-" + "known", "U.S." is one word.
 */
import type { Span } from '../schema/span.js'
import abbreviations from './lang/en/abbreviations.json' with { type: 'json' }
import contractions from './lang/en/contractions.json' with { type: 'json' }

const FUSED: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(contractions.fused))
const NUMBERED = new Set(abbreviations.numbered)
const ABBREVIATIONS = new Set(Object.values(abbreviations).flat())

// Every pattern is sticky and bounded, so that a line of any length costs linear time.
const ADDRESS = /(?:https?|ftp|mailto):\/{0,2}[^\s<>"“”]{1,2000}|www\.[^\s<>"“”]{1,2000}/iy
const MAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}._-]{0,100}/uy
const HOST =
  /[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.(?:com|org|net|gov|edu|mil|info|co\.uk|ac\.uk|uk|ca|de|eu|io|tv)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]{0,2000})?/iuy
const FILE =
  /[\p{L}\p{N}][\p{L}\p{N}_#-]{0,80}\.(?:docx?|xlsx?|pdf|txt|jpe?g|png|gif|pptx?|html?|php|zip|csv)(?![\p{L}\p{N}])/iuy
const EMOTICON = /(?:>?[:;=]['-]?[()DPp/|\]]|\(:|\^_\^|-_-|<3)(?![\p{L}\p{N}])/uy
const RUN = /\.{2,}|…+\.*|[!?]+|-{2,}|\*+|_+|=+|~+|#{2,}|\+{2,}|<+|>+|''|``|’’|‘’|—+/y
const INITIALS = /(?:\p{L}\.){2,12}(?![\p{L}\p{N}])|(?:\p{L}\.){1,11}\p{L}(?![\p{L}\p{N}'’])/uy
const DATE = /\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?![\p{L}\p{N}])|\d{1,2}\/\d{1,2}(?![\p{L}\p{N}/])/uy
const PHONE = /(?:\d-)?(?:\d{3}[-.\/])?\d{3}[-.]\d{4}(?![\p{L}\p{N}])/uy
const NUMBER = /\d{1,2}:\d{2}(?::\d{2})?|\d+(?:[.,]\d+)*|[.]\d+/y
const UNIT =
  /(?:am|pm|a\.m|p\.m|mm|cm|km|kg|k|m|bn|b|ft|lbs?|x|mph|kmh|hrs?|min|mg|ml|gb|mb|kb|tn)(?![\p{L}\p{N}])/iuy
const YEARS = /['’]\d0s|['’]\d{2}(?![\p{L}\p{N}])/uy
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’`][\p{L}\p{M}\p{N}]+|&[\p{Lu}\p{N}]+)*/uy
const CLITIC = /(?:n['’]t|['’`](?:s|m|ll|ve|re|d))$/i
const PREFIX =
  /^(?:e|non|pre|anti|mid|re|post|co|over|pro|multi|ex|sub|semi|neo|un|inter|intra|micro|counter|ultra|pseudo|quasi|trans)$/i
const TRAILING = /[.,;:!?'’")\]}*]/

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at]!)

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** End of a web address without the punctuation of the sentence it stands in. */
function trimAddress(text: string, start: number, end: number): number {
  let opened = 0
  for (let i = start; i < end; i++) if (text[i] === '(') opened++
  while (end > start + 1 && TRAILING.test(text[end - 1]!)) {
    if (text[end - 1] === ')' && opened > 0) break
    end--
  }
  return end
}

/**
 * Cuts `text` from `start` to `end` into words, in order, none empty, none across white space.
 * The full stop of an abbreviation stays with it; see sentences.ts for the one that also ends a sentence.
 */
export function tokenise(text: string, start: number, end: number): Span[] {
  const words: Span[] = []
  const slice = end === text.length ? text : text.slice(0, end)
  let at = start
  while (at < end) {
    if (isSpace(slice, at)) at++
    else at = next(slice, at, words)
  }
  return words
}

function next(text: string, at: number, out: Span[]): number {
  const put = (end: number): number => {
    out.push({ start: at, end })
    return end
  }
  for (const pattern of [ADDRESS, MAIL, HOST]) {
    const end = matchAt(pattern, text, at)
    if (end > 0) return put(trimAddress(text, at, end))
  }
  for (const pattern of [FILE, EMOTICON, RUN, INITIALS, DATE, PHONE, YEARS]) {
    const end = matchAt(pattern, text, at)
    if (end > 0) return put(end)
  }
  const number = matchAt(NUMBER, text, at)
  if (number > 0) {
    const unit = matchAt(UNIT, text, number)
    if (unit > 0) {
      put(number)
      out.push({ start: number, end: unit })
      return unit
    }
    const rest = matchAt(WORD, text, number)
    return put(rest > 0 ? rest : number)
  }
  const word = matchAt(WORD, text, at)
  if (word > 0) return cutWord(text, at, word, out)
  const code = text.codePointAt(at)!
  return put(at + (code > 0xffff ? 2 : 1))
}

function cutWord(text: string, start: number, end: number, out: Span[]): number {
  const form = text.slice(start, end)
  if (
    text[end] === '.' &&
    ABBREVIATIONS.has(form) &&
    (!NUMBERED.has(form) || /^\s?\d/.test(text.slice(end + 1, end + 3)))
  ) {
    out.push({ start, end: end + 1 })
    return end + 1
  }
  if (text[end] === '.' && /^\p{Lu}$/u.test(form)) {
    out.push({ start, end: end + 1 })
    return end + 1
  }
  if (text[end] === '-' && PREFIX.test(form)) {
    const rest = matchAt(WORD, text, end + 1)
    if (rest > 0) {
      out.push({ start, end: rest })
      return rest
    }
  }
  const fused = FUSED.get(form.toLowerCase())
  if (fused) {
    const cuts = [0, ...fused, form.length]
    for (let i = 0; i + 1 < cuts.length; i++) out.push({ start: start + cuts[i]!, end: start + cuts[i + 1]! })
    return end
  }
  const clitics: Span[] = []
  let stem = end
  for (
    let found = CLITIC.exec(form);
    found && found.index > 0;
    found = CLITIC.exec(text.slice(start, stem))
  ) {
    clitics.unshift({ start: start + found.index, end: stem })
    stem = start + found.index
    if (clitics.length === 4) break
  }
  out.push({ start, end: stem }, ...clitics)
  return end
}
