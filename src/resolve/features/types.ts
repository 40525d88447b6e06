/** What kind of thing each is. Readers mix up places and organisations more often than persons and the rest. */
import type { Compare } from './feature.js'

export const types: Compare = (a, b) => {
  if (a.family === b.family) return null
  const person = a.family === 'person' || b.family === 'person'
  // One word is a man and his village; two words are seldom both.
  const long = a.names.some((n) => n.words.length > 1) && b.names.some((n) => n.words.length > 1)
  return {
    score: person && !long ? -0.9 : -0.3,
    why: `one is read as ${a.type.toLowerCase()}, the other as ${b.type.toLowerCase()}`,
  }
}
