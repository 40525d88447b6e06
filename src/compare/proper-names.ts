/** Whether two names, as two documents write them, may be one person's. */
import { distance } from 'fastest-levenshtein'
import { fold } from './words/content.js'

const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|madam|madame|captain|capt|commander|cdr|major|inspector|sergeant|officer|warrant|petty|port|guard|colonel|general|headman|headwoman|chief|elder|judge|justice|councillor|senator|minister|nurse|sister|brother|father|witness|chair|president|alhaji|hadji|nana|hon|eng)$/
const NAME =
  /\p{Lu}[\p{L}'’-]*\.?(?: (?:(?:van|von|der|den|het|y|de|da|do|dos|del|di|la|le|al|el|bin|ibn|ten|ter) )*\p{Lu}[\p{L}'’-]*\.?)*/gu

/** The words of a name without titles, in lower case without accents. */
export const partsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}'-]+/u)
    .filter((word) => word !== '' && !TITLE.test(word))

/** The name of two words and more that a description ends in or holds: 'the chief physician, Marta Lind'. */
export function nameIn(description: string): string | null {
  const found = [...description.matchAll(NAME)]
    .map(([name]) => name)
    .filter((name) => partsOf(name).length > 1)
  return found.at(-1) ?? null
}

const like = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) > 3 &&
    (distance(a, b) <= (Math.max(a.length, b.length) > 6 ? 2 : 1) ||
      (a[0] === b[0] && bones(a) === bones(b))))
/** Vowels are what transcriptions differ in. */
const bones = (word: string): string => word.replace(/[aeiouyjw-]/g, '').replace(/(.)\1/g, '$1')
/** 'e.' for 'Emmanuel'. */
const initialOf = (a: string, b: string): boolean => a.length === 1 && b.startsWith(a)

/**
 * True where the shorter name's words all have their like in the longer one, in whatever order, initials counted, and one that is
 * no initial is among them. 'J. Orvik' and 'Josef Orvik' may be one, 'Josef Orvik' and 'Alice Orvik' not.
 */
export function mayBeOnePerson(a: string, b: string): boolean {
  const [less, more] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  if (less.length === 0) return false
  const open = [...more]
  let whole = 0
  for (const word of [...less].sort((x, y) => y.length - x.length)) {
    const at = open.findIndex((other) => like(word, other))
    const found = at >= 0 ? at : open.findIndex((other) => initialOf(word, other) || initialOf(other, word))
    if (found < 0) return false
    if (at >= 0) whole++
    open.splice(found, 1)
  }
  return whole > 0
}
