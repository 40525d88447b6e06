import anyAscii from 'any-ascii'
import type { Span } from '../../schema/span.js'

export interface Word extends Span {
  /** As it is indexed and looked for: lower case, without accents, Latin letters as ASCII. */
  readonly word: string
}

/** Written without spaces: each character is a word, and a run of them is looked for as a phrase. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`
const WORD = new RegExp(String.raw`[${UNSPACED}]\p{M}*|(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])+`, 'gu')
const LONGEST = 64

/** The words of a text in order, with their places in it. The databases are given these, so that they agree on what a word is. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const word = foldedWord(match[0])
    if (word !== '') words.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return words
}

function foldedWord(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word.slice(0, LONGEST)
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
  const ascii = /[^\p{sc=Latn}\p{N}]/u.test(plain) ? plain : anyAscii(plain).toLowerCase()
  return ascii
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
}
