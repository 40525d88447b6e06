/** One document that keeps two apart had a reason to. */
import type { AnyName } from '../names/name.js'
import type { Profile } from '../profile.js'
import type { Compare } from './feature.js'
import { shared } from './feature.js'
import { isLooselyLike } from './person-names.js'

export const documents: Compare = (a, b) => {
  const beside = namedBeside(a, b) ?? namedBeside(b, a)
  if (beside !== null) return { score: -1, why: beside }
  const both = shared(a.documents, b.documents).length
  if (both === 0) return null
  const part = both / Math.min(a.documents.size, b.documents.size)
  return {
    // A name and a part of it, or its spelling in other letters, are often one that the reader did not link.
    score: -Math.min(1, 0.3 + 0.7 * part) * (isWhole(a) && isWhole(b) && isOneScript(a, b) ? 0.5 : 0.1),
    why:
      both === 1
        ? 'one document names both and does not say they are one'
        : `${both} documents name both and do not say they are one`,
  }
}

/** Where Jan is named, a Jon of the same surname is named as another; a son is where his father of one name is. */
function namedBeside(a: Profile, b: Profile): string | null {
  if (!isWhole(a) || !isWhole(b) || a.near.size === 0) return null
  const found = b.names.find((y) => a.near.has(y.folded) && a.names.some((x) => areTwo(x, y)))
  return found ? `where ${a.names[0]!.text} is named, ${found.text} is named as another` : null
}

const areTwo = (x: AnyName, y: AnyName): boolean =>
  x.generation !== y.generation ? x.folded === y.folded : isLooselyLike(x, y)

const isWhole = (p: Profile): boolean => p.family === 'person' && !p.partial
const isOneScript = (a: Profile, b: Profile): boolean =>
  a.names[0]?.words[0]?.script === b.names[0]?.words[0]?.script
