/** The tests of two words, in order of what they prove. */
import { nameWord, type NameWord } from '../names/person.js'
import { edits } from './edits.js'
import type { Likeness } from './likeness.js'
import { nicknames, startsOf, title } from './nicknames.js'
import { phonetics } from './phonetics.js'
import { spelling } from './spelling.js'
import { transliteration } from './transliteration.js'

/** From here on two words are taken for one name. */
export const SAME_WORD = 0.8
/** From here on two words may be one name: a person is asked. */
const MAYBE_SAME_WORD = 0.64

/** How alike two words of names are; null where they are two names. */
export function like(a: NameWord, b: NameWord, given: boolean): Likeness | null {
  const found = likeAsWritten(a, b, given)
  if ((found && found.score >= SAME_WORD) || a.raw.includes('đ') === b.raw.includes('đ')) return found
  return best(found, likeAsWritten(withDj(a), withDj(b), given))
}

/** The letter is written dj where it is missing, and d where accents are dropped. */
const withDj = (word: NameWord): NameWord =>
  word.raw.includes('đ') ? { ...word, folded: nameWord(word.raw.replaceAll('đ', 'dj')).folded } : word

function likeAsWritten(a: NameWord, b: NameWord, given: boolean): Likeness | null {
  const same = spelling(a, b)
  if (same && same.score >= 0.98) return same
  if (a.initial || b.initial) return initials(a, b)
  if (a.script !== b.script) {
    const written = best(transliteration(a, b), same)
    return written ?? (given ? nicknames(a, b) : null)
  }
  const known = best(same, given ? nicknames(a, b) : null)
  const found = known && known.score >= SAME_WORD ? known : best(known, best(edits(a, b), phonetics(a, b)))
  return found && found.score >= MAYBE_SAME_WORD ? found : null
}

function initials(a: NameWord, b: NameWord): Likeness | null {
  const [short, long] = a.initial ? [a, b] : [b, a]
  if (!sameLetter(short, long) && !startsOf(long.folded).has(short.folded)) return null
  return { score: 0.7, kind: 'initial', why: `${title(short)}. may stand for ${title(long)}` }
}

/** Ye, Yu, Ya and Zh, Kh, Ch begin with the letter of the folded word. */
const sameLetter = (short: NameWord, long: NameWord): boolean =>
  short.raw[0] === long.raw[0] || short.folded[0] === long.folded[0]

const best = (a: Likeness | null, b: Likeness | null): Likeness | null =>
  a === null ? b : b === null || a.score >= b.score ? a : b
