/** Names that sound alike: Double Metaphone (Lawrence Philips, 2000). */
import { doubleMetaphone } from 'double-metaphone'
import { distance } from 'fastest-levenshtein'
import type { NameWord } from '../names/person.js'
import { remembered } from '../remembered.js'
import type { Likeness } from './likeness.js'
import { title } from './nicknames.js'

/** Primary and secondary code of a folded word. */
export const soundsOf = remembered((folded): readonly [string, string] =>
  doubleMetaphone(folded.slice(0, 40)),
)

export function phonetics(a: NameWord, b: NameWord): Likeness | null {
  const longest = Math.max(a.folded.length, b.folded.length)
  if (Math.min(a.folded.length, b.folded.length) < 4) return null
  const [x, y] = [soundsOf(a.folded), soundsOf(b.folded)]
  // One consonant tells nothing: 'Aud' and 'Ada' are both T.
  if (x[0].length < 2 || !x.some((s) => s !== '' && y.includes(s))) return null
  const close = 1 - distance(a.folded, b.folded) / longest
  if (close < 0.5) return null
  return { score: 0.5 + 0.35 * close, kind: 'sound', why: `${title(a)} and ${title(b)} sound alike` }
}
