/** Names of organisations: their own words without the legal form, and acronyms. */
import type { AnyName } from '../names/name.js'
import { KIND_WORDS } from '../names/organization.js'
import type { NameWord } from '../names/person.js'
import { like, SAME_WORD } from '../words/like.js'
import type { Said } from './feature.js'

export function organizationNames(a: AnyName, b: AnyName): Said | null {
  const acronym = acronymOf(a, b) ?? acronymOf(b, a)
  if (acronym) return acronym
  if (a.solid === b.solid && a.solid.length > 5 && a.words.length !== b.words.length)
    return { score: 0.9, why: `${a.text} and ${b.text} are one name, in one word and in more` }
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  const used = new Set<number>()
  let weakest = 1
  const reasons: string[] = []
  for (const word of short.words) {
    const found = long.words
      .map((other, j) => ({ j, likeness: used.has(j) ? null : likeWord(word, other) }))
      .filter(({ likeness }) => likeness !== null)
      .sort((x, y) => y.likeness!.score - x.likeness!.score)[0]
    if (!found) return { score: -1, why: `${a.text} and ${b.text} differ in more than spelling` }
    used.add(found.j)
    weakest = Math.min(weakest, found.likeness!.score)
    if (found.likeness!.score < 0.98) reasons.push(found.likeness!.why)
  }
  const rest = long.words.filter((_, j) => !used.has(j))
  if (rest.length === 0) {
    if (a.form && b.form && a.form !== b.form)
      return { score: 0.35, why: `${a.text} and ${b.text} share their name but not their legal form` }
    return {
      score: weakest - (weakest < SAME_WORD ? 0.2 : 0),
      why: reasons.join('; ') || `both are called ${short.text}`,
    }
  }
  // "Unit 7" is not "Unit"; "the ministry" is not "the Ministry of Health".
  if (rest.some((w) => /\d/.test(w.folded)) || short.words.every((w) => KIND_WORDS.has(w.folded))) return null
  // A description that names somebody is nobody's whole name: "newsroom of the Sentinel".
  if (/^\p{Ll}/u.test(long.text))
    return isPlaced(short, long) ? { score: 0.5, why: `${short.text} may be the ${long.text}` } : null
  // A bank of Odal is not Odal.
  if (long.text.toLowerCase().endsWith(` of ${short.text.toLowerCase()}`)) return null
  // "The Courier" is the Odal Courier; Halden is not the Halden Port Authority, though it begins like it.
  const isTail = short.words.every(
    (_, i) => !rest.includes(long.words[long.words.length - short.words.length + i]!),
  )
  const isNamedAfter = !isTail && rest.some((w) => KIND_WORDS.has(w.folded))
  const shared = short.words.length / long.words.length
  const base = isTail ? 0.35 : isNamedAfter ? 0.05 : 0.25
  return { score: base + 0.3 * shared - (1 - weakest), why: `${short.text} may be short for ${long.text}` }
}

/** "Ministry of Culture" is the ministry of culture in Ankara. */
function isPlaced(short: AnyName, long: AnyName): boolean {
  const [own, other] = [short.text.toLowerCase().replace(/^the /, ''), long.text.toLowerCase()]
  return short.words.length > 1 && ['in', 'of', 'at'].some((small) => other.startsWith(`${own} ${small} `))
}

/** Numbers must be equal: Unit 7 and Unit 8 are two. */
function likeWord(a: NameWord, b: NameWord): ReturnType<typeof like> {
  if (/\d/.test(a.folded) || /\d/.test(b.folded)) return a.folded === b.folded ? like(a, b, false) : null
  if (a.initial || b.initial) return a.folded === b.folded ? like(a, b, false) : null
  const found = like(a, b, false)
  return found && found.score >= 0.7 ? found : null
}

function acronymOf(short: AnyName, long: AnyName): Said | null {
  if (short.acronym === null || !long.initials.includes(short.acronym)) return null
  return {
    score: short.acronym.length >= 3 ? 0.72 : 0.5,
    why: `${short.words[0]!.raw.toUpperCase()} are the initials of ${long.text}`,
  }
}
