/** Which candidates are one: the encoder's links and rules on names join them, differing names and genders keep them apart. */
import type { Encoded, Word } from '../layers.js'
import type { Candidate } from './candidates.js'
import { areDifferent, mayShorten, namePartsOf, sameName, type NameParts } from './name-parts.js'

/** Least probability of a link. */
const THRESHOLD = 0.5

interface Cluster {
  readonly members: Set<number>
  readonly names: NameParts[]
  gender: 'm' | 'f' | 'n' | null
  number: 'sg' | 'pl' | null
}

/** For each candidate the number of its cluster; equal numbers are one entity. `joined` are pairs known to be one (aliases). */
export function clustersOf(
  candidates: readonly Candidate[],
  words: readonly Word[],
  encoded: Encoded,
  joined: readonly (readonly [number, number])[],
): number[] {
  const cluster: Cluster[] = candidates.map((c, i) => clusterOf(c, i, words))
  const at = candidates.map((_, i) => i)
  const join = (a: number, b: number, sure: boolean): void => {
    const [x, y] = [cluster[at[a]!]!, cluster[at[b]!]!]
    if (x === y || (!sure && conflict(x, y))) return
    const [big, small] = x.members.size >= y.members.size ? [x, y] : [y, x]
    const target = at[[...big.members][0]!]!
    for (const m of small.members) {
      big.members.add(m)
      at[m] = target
    }
    for (const name of small.names) if (!big.names.some((n) => sameName(n, name))) big.names.push(name)
    big.gender ??= small.gender
    big.number ??= small.number
  }
  for (const [a, b] of joined) join(a, b, true)
  joinNames(candidates, words, join)
  const byHead = new Map(candidates.map((c, i) => [c.head, i]))
  candidates.forEach((c, i) => {
    for (let k = c.first; c.name && k < c.last; k++) byHead.set(k, i)
  })
  for (const { word, antecedent, score } of encoded.corefLinks) {
    const [later, earlier] = [byHead.get(word), byHead.get(antecedent)]
    if (score >= THRESHOLD && later !== undefined && earlier !== undefined) join(later, earlier, false)
  }
  return at
}

function clusterOf(c: Candidate, i: number, words: readonly Word[]): Cluster {
  const lower = words[c.head]!.text.toLowerCase()
  const names = c.name
    ? [namePartsOf(words.slice(c.name.first, c.name.last).map((w) => w.text), c.type)]
    : []
  return { members: new Set([i]), names, ...agreement(c, lower) }
}

function agreement(c: Candidate, lower: string): Pick<Cluster, 'gender' | 'number'> {
  if (c.form !== 'pronoun') return { gender: null, number: null }
  if (/^(?:he|him|his|himself)$/.test(lower)) return { gender: 'm', number: 'sg' }
  if (/^(?:she|her|hers|herself)$/.test(lower)) return { gender: 'f', number: 'sg' }
  if (/^it(?:s|self)?$/.test(lower)) return { gender: 'n', number: 'sg' }
  return { gender: null, number: null }
}

function conflict(a: Cluster, b: Cluster): boolean {
  if (a.gender && b.gender && a.gender !== b.gender) return true
  const isPerson = (c: Cluster): boolean => c.names.some((n) => n.type === 'Person')
  if ((a.gender === 'n' && isPerson(b)) || (b.gender === 'n' && isPerson(a))) return true
  return a.names.some((x) => b.names.some((y) => areDifferent(x, y)))
}

/** Joins equal names, and each short name to the one longer name before it that it may stand for (the latest, where several may). */
function joinNames(
  candidates: readonly Candidate[],
  words: readonly Word[],
  join: (a: number, b: number, sure: boolean) => void,
): void {
  const seen = new Map<string, number>()
  const full: { index: number; parts: NameParts }[] = []
  const waiting: { index: number; parts: NameParts }[] = []
  candidates.forEach((c, index) => {
    if (!c.name) return
    const parts = namePartsOf(words.slice(c.name.first, c.name.last).map((w) => w.text), c.type)
    const key = parts.parts.join(' ')
    const known = seen.get(key)
    if (known !== undefined) {
      join(index, known, false)
      return
    }
    seen.set(key, index)
    const fits = full.filter((f) => mayShorten(parts, f.parts))
    const longest = fits.at(-1)
    if (longest) join(index, longest.index, false)
    else waiting.push({ index, parts })
    full.push({ index, parts })
  })
  // A short name may come first: a headline, or an acronym before its long form
  for (const { index, parts } of waiting) {
    const fits = full.filter((f) => f.index > index && mayShorten(parts, f.parts))
    if (fits.length === 1) join(index, fits[0]!.index, false)
  }
}
