/** "The report" and, pages later, "the report": the same definite words are taken to mean the same, beyond what the encoder sees at once. */
import type { Word } from '../layers.js'
import type { Candidate } from './candidates.js'

const DEFINITE = /^(?:the|this|that|these|those|both) [\p{L}\d].*\p{L}{3}/u
/** What is short for whatever is at hand says little about being the same. */
const EMPTY =
  /^(?:the|this|that|these|those|both) (?:way|time|times|day|days|year|years|week|month|case|thing|things|rest|end|fact|same|other|others|first|last|one|ones|people|man|woman|men|women|number|part|most|next|past|point|place|side|top|point|moment|idea)s?$/

/** Pairs of candidates, by index: each definite description and the latest one before it in the very same words. */
export function sameDescriptions(
  candidates: readonly Candidate[],
  words: readonly Word[],
): [number, number][] {
  const latest = new Map<string, number>()
  return candidates.flatMap((c, i): [number, number][] => {
    if (c.form !== 'nominal' || c.last - c.first < 2 || c.last - c.first > 6) return []
    const key = words
      .slice(c.first, c.last)
      .map((w) => w.text.toLowerCase())
      .join(' ')
      .replace(/ ['’]s$/, '')
    if (!DEFINITE.test(key) || EMPTY.test(key)) return []
    const before = latest.get(key)
    latest.set(key, i)
    return before === undefined ? [] : [[i, before]]
  })
}
