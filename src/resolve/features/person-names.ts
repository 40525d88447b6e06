/** Names of persons by their parts: which words match, in which order, and what is left over. */
import type { AnyName } from '../names/name.js'
import type { NameWord } from '../names/person.js'
import { like, SAME_WORD } from '../words/like.js'
import type { Likeness } from '../words/likeness.js'
import type { Said } from './feature.js'

interface Pair {
  readonly i: number
  readonly j: number
  readonly likeness: Likeness
}

/** Two names that have a word on each side without a partner are two persons' names: Henrik Løvik, Aud Løvik. */
export function personNames(a: AnyName, b: AnyName): Said | null {
  // "Van Hoeven" is Vanhoeven.
  if (a.solid === b.solid && a.words.length > 1 && b.words.length > 1)
    return { score: 0.97, why: `${a.text} and ${b.text} are one name` }
  const pairs = matches(a.words, b.words)
  const [restA, restB] = [
    left(
      a.words,
      pairs.map((p) => p.i),
    ),
    left(
      b.words,
      pairs.map((p) => p.j),
    ),
  ]
  const [textA, textB] = [a.text, b.text]
  if (restA.length > 0 && restB.length > 0)
    return pairs.length === 0
      ? { score: -1, why: `${textA} and ${textB} have no part in common` }
      : {
          score: -1,
          why: `${textA} and ${textB} share ${a.words[pairs[0]!.i]!.raw} but not the other parts of their names`,
        }
  if (pairs.length === 0) return null
  const whole = pairs.filter((p) => p.likeness.kind !== 'initial')
  const weakest = Math.min(...pairs.map((p) => (p.likeness.kind === 'initial' ? 1 : p.likeness.score)))
  const why = whyOf(a, b, pairs)
  if (whole.length === 0) return { score: 0.2, why }
  if (whole.length === 1) {
    // A surname and an initial tell less than two names, a surname alone still less.
    const onlySurname = isLast(whole[0]!, a, b)
    const base = pairs.length > 1 ? 0.6 : onlySurname ? 0.45 : 0.3
    const both = a.words.length === 1 && b.words.length === 1
    return { score: (both ? 0.5 : base) - 1.5 * (1 - Math.max(weakest, 0.6)) * 0.6, why }
  }
  const spare = restA.length + restB.length
  return {
    score: weakest - 0.04 * spare - (crossed(pairs) ? 0.05 : 0) - (weakest < SAME_WORD ? 0.4 : 0),
    why,
  }
}

/** True where two whole names are alike only by a letter or their sound: two brothers' as well as one name misspelt. */
export function isLooselyLike(a: AnyName, b: AnyName): boolean {
  const pairs = matches(a.words, b.words)
  return (
    pairs.length === Math.max(a.words.length, b.words.length) &&
    pairs.some(
      ({ likeness }) => likeness.kind === 'typo' || likeness.kind === 'sound' || likeness.score < 0.8,
    )
  )
}

/** The best pairing of the words: the surest first; initials last. */
function matches(a: readonly NameWord[], b: readonly NameWord[]): Pair[] {
  const all: Pair[] = []
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      const likeness = like(x, y, mayBeGiven(a, i, b) && mayBeGiven(b, j, a))
      if (likeness) all.push({ i, j, likeness })
    })
  })
  const ends = ({ i, j }: Pair): number => Math.abs(a.length - i - (b.length - j))
  all.sort((p, q) => q.likeness.score - p.likeness.score || ends(p) - ends(q) || p.i - q.i || p.j - q.j)
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  const chosen = all.filter(({ i, j }) => {
    if (usedA.has(i) || usedB.has(j)) return false
    usedA.add(i)
    usedB.add(j)
    return true
  })
  return chosen.sort((p, q) => p.i - q.i)
}

/** A name alone may be a given one: beside a whole name, Bill is William Tvedt. */
const mayBeGiven = (own: readonly NameWord[], i: number, other: readonly NameWord[]): boolean =>
  own.length === 1 ? other.length > 1 : i < own.length - 1

const left = (words: readonly NameWord[], used: readonly number[]): NameWord[] =>
  words.filter((_, i) => !used.includes(i))
const isLast = (p: Pair, a: AnyName, b: AnyName): boolean =>
  p.i === a.words.length - 1 && p.j === b.words.length - 1
const crossed = (pairs: readonly Pair[]): boolean => pairs.some((p, n) => n > 0 && p.j < pairs[n - 1]!.j)

function whyOf(a: AnyName, b: AnyName, pairs: readonly Pair[]): string {
  const same = pairs.filter((p) => p.likeness.score >= 0.98).map((p) => written(a, p.i))
  const other = pairs
    .filter((p) => p.likeness.why !== '' && p.likeness.score < 0.98)
    .map((p) => p.likeness.why)
  const called = same.length > 0 ? [`both are called ${same.join(' and ')}`] : []
  const order = crossed(pairs) ? ['the order of the names differs'] : []
  return [...called, ...other, ...order].join('; ') || `${a.text} and ${b.text} are one name`
}

/** As it stands in the name: 'Løvik'. */
const written = ({ text, words }: AnyName, i: number): string => {
  const raw = words[i]!.raw
  const at = text.toLowerCase().indexOf(raw)
  return at < 0 ? raw : text.slice(at, at + raw.length)
}
