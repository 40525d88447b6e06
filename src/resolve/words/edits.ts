/** One letter too many, too few, another or two swapped. */
import { distance } from 'fastest-levenshtein'
import type { NameWord } from '../names/person.js'
import type { Likeness } from './likeness.js'
import { title } from './nicknames.js'
import { skeleton } from './spelling.js'

/** Short words differ by one letter and are two names: Olav and Oleg, Jan and Jon. */
export function edits(a: NameWord, b: NameWord): Likeness | null {
  const longest = Math.max(a.folded.length, b.folded.length)
  if (longest < 4 || Math.abs(a.folded.length - b.folded.length) > 2 || longest > 40) return null
  const [x, y] = [skeleton(a.folded), skeleton(b.folded)]
  const steps = isSwap(a.folded, b.folded) ? 1 : Math.min(distance(a.folded, b.folded), distance(x, y))
  if (steps > (longest >= 9 ? 2 : 1)) return null
  const sameStart = a.folded[0] === b.folded[0] || x[0] === y[0]
  const score = steps === 1 ? (longest >= 8 ? 0.86 : longest >= 6 ? 0.8 : 0.66) : 0.7
  return {
    score: sameStart ? score : score - 0.15,
    kind: 'typo',
    why: `${title(a)} and ${title(b)} differ by ${steps === 1 ? 'one letter' : 'two letters'}`,
  }
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i < a.length - 1 && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}
