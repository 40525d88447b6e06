/** What kind of thing each is. Readers mix up places and organisations more often than persons and the rest. */
import type { AnyName } from '../names/name.js'
import data from '../names/legal-forms.json' with { type: 'json' }
import { HEADS } from '../names/organization.js'
import type { Profile } from '../profile.js'
import { isSurelyPerson } from '../strays.js'
import type { Compare } from './feature.js'

/** A person of whom nothing shows that it is one: most often a place or firm misread. */
const isVague = (p: Profile): boolean => p.family === 'person' && !isSurelyPerson(p)

/** True where the two may be of one kind, one of them misread. */
export const mayBeOneKind = (a: Profile, b: Profile): boolean =>
  a.family === b.family || ((a.family !== 'person' || isVague(a)) && (b.family !== 'person' || isVague(b)))

export const types: Compare = (a, b) => {
  if (a.family === b.family) return null
  const person = a.family === 'person' || b.family === 'person'
  // One word is a man and his village; two words are seldom both.
  const long = a.names.some((n) => n.words.length > 1) && b.names.some((n) => n.words.length > 1)
  const apart = person && !long && !isVague(a) && !isVague(b)
  return {
    score: isTownOf(a, b) || isTownOf(b, a) ? -1 : apart ? -0.9 : -0.3,
    why: `one is read as ${a.type.toLowerCase()}, the other as ${b.type.toLowerCase()}`,
  }
}

/** "The Post", read as a place beside the Odal Evening Post. */
const isTitle = ({ words }: AnyName): boolean =>
  words.every((w) => HEADS.has(w.folded) || TITLES.has(w.folded))
const TITLES: ReadonlySet<string> = new Set(data.papers)

/** A town is not the paper or the firm that bears its name among others. */
function isTownOf(a: Profile, b: Profile): boolean {
  if (a.family !== 'place' || b.family === 'place') return false
  return a.names.every((x) =>
    b.names.every(
      (y) =>
        y.words.length > x.words.length && (a.placed || !isTitle(x) || !y.folded.endsWith(` ${x.folded}`)),
    ),
  )
}
