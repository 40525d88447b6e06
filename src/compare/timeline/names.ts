/** Names as they stand in texts: capitalised words with the titles and initials before them. */
import { fold } from '../words/content.js'
import data from '../words/offices.json' with { type: 'json' }

const words = (text: string): Set<string> => new Set(text.split(' '))
const TITLES = words(data.titles)
/** Nouns of offices. */
export const HEADS = words(data.heads)
/** Titles of men, and of women. */
export const MEN = words(data.men)
export const WOMEN = words(data.women)
/** Capitalised words in a row, with the particles of names between. */
export const RUN =
  /(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|(?<=\p{Lu}\S* )(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ibn|dos|du|af|av|zu)(?= \p{Lu}))(?: (?:\p{Lu}[\p{L}\p{M}'’-]*\.?|(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ibn|dos|du|af|av|zu)(?= \p{Lu})))*/gu
const TOKEN = /\p{Lu}[\p{L}\p{M}'’-]*\.?/gu
/** Bodies of a trade are no persons: 'Voss Ltd', 'the Voss family'. */
const BODY_WORD =
  /^(?:ltd|limited|llc|plc|inc|corp|co|company|gmbh|ag|as|asa|ab|oy|nv|bv|sa|srl|spa|doo|d\.o\.o|ooo|zao|fc|kvv|fk|bank|union|haulage|mill|holdings?|group|brothers|sons|marine|trading|shipping|construction|foundation|trust|institute|university|school|museum|hospital|party|family|street|road|square|house|hall|church|river|lake|mountain|market|press|news|times|gazette|ledger|herald|post|daily|radio|tv)$/
/** Words that begin sentences before a name. */
const OPENING = words(
  'whether when if as on in at but and then that according while since after before although because for with from to by so neither nor both either once until unless only even yet now here there what who how why where like of about dear hello hi not no yes',
)

/** Folded words. */
export interface Name {
  readonly given: readonly string[]
  readonly surname: string
}

interface Run extends Name {
  readonly text: string
  readonly full: readonly string[]
  readonly organisation: boolean
  readonly titles: readonly string[]
}

/** The capitalised words around a place in a text, as a name. */
export function runAt(text: string, at: number): Run | null {
  const from = Math.max(0, at - 60)
  for (const match of text.slice(from, at + 80).matchAll(RUN)) {
    const start = from + match.index
    if (start > at || start + match[0].length <= at) continue
    const tokens = [...match[0].matchAll(TOKEN)].map(([t]) => fold(t).replace(/(?:['’]s|\.)$/, ''))
    const organisation =
      tokens.some((t) => BODY_WORD.test(t)) || /^\W*&/.test(text.slice(start + match[0].length))
    // 'Whether Mr Moe': what stands before the title is no name.
    const titled = tokens.findIndex((t) => MEN.has(t) || WOMEN.has(t) || t === 'dr')
    const titles = tokens.splice(0, titled + 1)
    while (tokens.length > 1 && (TITLES.has(tokens[0]!) || HEADS.has(tokens[0]!) || OPENING.has(tokens[0]!)))
      titles.push(tokens.shift()!)
    const surname = tokens.at(-1)
    if (!surname || surname.length < 2) return null
    const plain = match[0]
      .split(' ')
      .slice(-tokens.length)
      .join(' ')
      .replace(/(?:['’]s|\.)$/, '')
    return { given: tokens.slice(0, -1), surname, text: plain, full: tokens, organisation, titles }
  }
  return null
}

export interface Found extends Name {
  readonly at: number
  readonly end: number
  readonly titles: readonly string[]
}

/** Words before a surname that may be names and titles of its bearer. */
const MOST_BEFORE = 8
/** Known surnames in a run of capitalised words, with the names and initials before. */
export function namesIn(run: string, offset: number, bySurname: ReadonlyMap<string, unknown>): Found[] {
  const tokens = [...run.matchAll(TOKEN)].map((m) => ({
    text: fold(m[0]).replace(/(?:['’]s?|\.)$/, ''),
    at: m.index,
    end: m.index + m[0].replace(/['’]s$/, '').length,
  }))
  const out: Found[] = []
  for (const [i, token] of tokens.entries()) {
    if (!bySurname.has(token.text)) continue
    const next = tokens[i + 1]
    if (next && (BODY_WORD.test(next.text) || bySurname.has(next.text))) continue
    const given: string[] = []
    const titles: string[] = []
    let start = token.at
    for (let k = i - 1; k >= Math.max(0, i - MOST_BEFORE); k--) {
      const { text, at } = tokens[k]!
      if (OPENING.has(text)) break
      if (TITLES.has(text) || HEADS.has(text)) titles.push(text)
      else if (titles.length > 0) break
      else given.unshift(text)
      start = at
    }
    out.push({ given, surname: token.text, at: offset + start, end: offset + token.end, titles })
  }
  return out
}

/** 'A.', 'Anders' and no given name may all be 'Anders'; 'Andrea' is another. */
export function fits(found: Name, known: Name): boolean {
  return found.given.every((g) =>
    g.length === 1
      ? known.given.some((k) => k.startsWith(g))
      : known.given.some((k) => k === g || bones(k) === bones(g)),
  )
}
/** Who has another given name beside the same surname is a relative, whatever a reader made of it. */
export const mayBeOne = (a: Name, b: Name): boolean => a.surname !== b.surname || fits(a, b) || fits(b, a)

/** Mohammed and Muhammad: the consonants stay where a name is written in other letters. */
const bones = (word: string): string => word.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1')
