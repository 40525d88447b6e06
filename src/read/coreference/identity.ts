/** What the names of a cluster tell of who is in it. */
import { areDifferent, mayShorten, sameName, type NameParts } from './name-parts.js'

/** One name, with the others that the text itself says are the same bearer's. Never empty. */
export type Identity = readonly NameParts[]

/** None of the one's names may be a name of the other. */
const differ = (a: Identity, b: Identity): boolean => a.every((x) => b.every((y) => areDifferent(x, y)))

/** Each name of the part tells no more than some name of the whole: "A. Brock" is short for "Ada Brock", not the other way round. */
const covers = (whole: Identity, part: Identity): boolean =>
  part.every((p) => whole.some((w) => sameName(p, w) || (mayShorten(p, w) && lettersOf(p) <= lettersOf(w))))

const lettersOf = ({ parts }: NameParts): number => parts.reduce((sum, p) => sum + p.length, 0)

/** More names than this are of no one: they would only make every comparison slow. */
const MOST = 50

/** True where some name among the one cannot be of any bearer named among the other. */
export const areApart = (a: readonly Identity[], b: readonly Identity[]): boolean =>
  a.length + b.length > MOST || a.some((x) => b.some((y) => differ(x, y)))

/** The identities together; a name that is short for another one tells nothing more. */
export function together(a: readonly Identity[], b: readonly Identity[]): readonly Identity[] {
  return b.reduce<readonly Identity[]>(
    (known, added) =>
      known.some((k) => covers(k, added)) ? known : [...known.filter((k) => !covers(added, k)), added],
    a,
  )
}

/** One identity of them all: the text says that these are names of one. */
export const aliased = (a: readonly Identity[], b: readonly Identity[]): readonly Identity[] => {
  const names = [...a, ...b].flat().slice(0, MOST)
  return names.length === 0 ? [] : [names]
}
