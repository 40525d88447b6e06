/** "Police have not said whether …": who will not say or does not know leaves the question open and denies nothing. */
import type { RawAttribution, Word } from '../layers.js'
import { joinedWords } from './joined-words.js'

const WHETHER = /^(?:(?:on|of|about|as to) )?(?:whether|if)\b/
const WHICH = /^(?:(?:on|of|about|as to) )?(?:who|whom|whose|what|which|when|where|why|how)\b/
const SILENT =
  /\b(?:not|never|nobody|none|neither|nor|cannot|unable|declin\w*|refus\w*|unwilling|reluctant|yet to)\b|n[’']t\b/
/** What may be left unsaid or unknown; "did not believe what he said" is about something else. */
const SAYING_OR_KNOWING =
  /\b(?:say|said|comment|know|known|tell|told|explain|specify|specified|disclose|reveal|discuss|elaborate|clear|sure|certain|establish|determine|decide|state|recall|remember)(?:e?d)?\b/
/** A question is told by its first words. */
const OPENING = 3

/** `attributions`, those that keep silent about a question as asking it: their stance is "asks". */
export function withOpenQuestions(
  attributions: readonly RawAttribution[],
  words: readonly Word[],
): RawAttribution[] {
  const joined = joinedWords(words)
  const textOf = (first: number, last: number): string =>
    joined(first, last)
      .replace(/ (?=n[’']t\b)/g, '')
      .toLowerCase()
  return attributions.map((a) => {
    if (a.stance !== 'denies' && a.stance !== 'doubts') return a
    const cue = a.cue.map(({ first, last }) => textOf(first, last)).join(' ')
    if (!SILENT.test(cue)) return a
    const [content] = a.content
    const opening = content ? textOf(content.first, Math.min(content.last, content.first + OPENING)) : ''
    const isOpen = WHETHER.test(opening) || (WHICH.test(opening) && SAYING_OR_KNOWING.test(cue))
    return isOpen ? { ...a, stance: 'asks' } : a
  })
}
