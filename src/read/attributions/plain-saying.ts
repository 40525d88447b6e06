/** "Mr Sole: My officials inform me that …": who only says or speaks does not deny, ask or order all of it. */
import { DENYING, NEGATING } from '../lang/en/denying.js'
import type { RawAttribution, Word } from '../layers.js'
import { joinedWords } from './joined-words.js'

/** Cues that do nothing but hand the word to somebody. */
const PLAIN = /^(?:has |have |had |is |was |also |then |later |further )*(?::|say|says|said|saying|tell|tells|told|add|adds|added|state|states|stated|write|writes|wrote|written|recall|recalls|recalled|explain|explains|explained|reply|replies|replied)$/ // prettier-ignore
const TURNED: ReadonlySet<string> = new Set(['denies', 'doubts'])

/**
 * `attributions`, those of a plain cue as asserting where neither cue nor content bears out their stance: a denial in which
 * nothing is denied, and a stance that is to hold for all of several sentences. A speaker's single question stays one.
 */
export function withPlainSaying(
  attributions: readonly RawAttribution[],
  words: readonly Word[],
): RawAttribution[] {
  const textOf = joinedWords(words)
  return attributions.map((a) => {
    if (a.stance === 'asserts' || a.stance === 'reports' || a.content.length === 0) return a
    const cue = a.cue.map(({ first, last }) => textOf(first, last)).join(' ')
    if (!PLAIN.test(cue.toLowerCase())) return a
    const sentences = new Set(
      a.content.flatMap(({ first, last }) => [words[first]?.sentence, words[last - 1]?.sentence]),
    )
    if (sentences.size > 1) return { ...a, stance: 'asserts' }
    if (!TURNED.has(a.stance)) return a
    const content = a.content.map(({ first, last }) => textOf(first, last)).join(' ')
    return DENYING.test(content) ||
      NEGATING.test(content) ||
      /n[’']t\b/.test(content) ||
      OTHERWISE.test(content)
      ? a
      : { ...a, stance: 'asserts' }
  })
}

/** Words that leave open what is denied. */
const OTHERWISE = /\b(?:misquoted|misled|mistaken|incorrect|otherwise|innocent|wrongly|falsely|lying|lied)\b/i
