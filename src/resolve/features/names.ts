/** Their names. Of persons, of organisations, of places and the rest. */
import type { AnyName } from '../names/name.js'
import type { Profile } from '../profile.js'
import type { Compare, Said } from './feature.js'
import { organizationNames } from './organization-names.js'
import { personNames } from './person-names.js'
import { placeNames } from './place-names.js'
import { mayBeOneKind } from './types.js'

/** The best of any name of the one beside any of the other. Two sets of names of which no two agree are two bearers. */
export const names: Compare = (a, b) => {
  let best: Said | null = null
  for (const x of a.names)
    for (const y of b.names) {
      const said = sayOf(x, y, a, b)
      if (said && (best === null || said.score > best.score)) best = said
    }
  return best
}

/** "L. Voss" and "Lena Voss" are no short names of a firm. */
const isPersons = (x: AnyName, y: AnyName): boolean => {
  const [person, other] = x.family === 'person' ? [x, y] : [y, x]
  return (
    person.words.some((w) => w.initial) ||
    (person.words.length > 1 && person.words.length < other.words.length)
  )
}

function sayOf(x: AnyName, y: AnyName, a: Profile, b: Profile): Said | null {
  if (x.folded === y.folded && x.generation === y.generation && x.form === y.form && x.text === y.text)
    return { score: a.partial && b.partial ? 0.5 : 1, why: `both are called ${x.text}` }
  if (a.family === 'person' && b.family === 'person') return personNames(x, y)
  if (a.family === 'place' && b.family === 'place') return placeNames(x, y)
  const families = [a.family, b.family]
  if (families.includes('person') && (families.includes('place') || !mayBeOneKind(a, b) || isPersons(x, y)))
    return x.folded === y.folded ? { score: 0.9, why: `both are called ${x.text}` } : null
  return organizationNames(x, y)
}
