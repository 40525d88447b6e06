/** What kind of thing each is. Readers mix up places and organisations more often than persons and the rest. */
import type { Profile } from '../profile.js'
import { isSurelyPerson } from '../strays.js'
import type { Compare } from './feature.js'

/** A person of whom nothing shows that it is one: most often a place or firm misread. */
const isVague = (p: Profile): boolean => p.family === 'person' && !isSurelyPerson(p)

export const types: Compare = (a, b) => {
  if (a.family === b.family) return null
  const person = a.family === 'person' || b.family === 'person'
  // One word is a man and his village; two words are seldom both.
  const long = a.names.some((n) => n.words.length > 1) && b.names.some((n) => n.words.length > 1)
  return {
    score: person && !long && !isVague(a) && !isVague(b) ? -0.9 : -0.3,
    why: `one is read as ${a.type.toLowerCase()}, the other as ${b.type.toLowerCase()}`,
  }
}
