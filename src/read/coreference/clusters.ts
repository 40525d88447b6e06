/** Which candidates are one: the encoder's links and rules on names join them, differing names and genders keep them apart. */
import type { CorefLink, Word } from '../layers.js'
import type { Candidate } from './candidates.js'
import { aliased, areApart, together, type Identity } from './identity.js'
import { namePartsOf, type NameParts } from './name-parts.js'
import { sameDescriptions } from './same-descriptions.js'
import { joinNames, type Named } from './same-names.js'

/** Least probability of a link. */
const THRESHOLD = 0.5

type Gender = 'm' | 'f' | 'n'
interface Cluster {
  readonly size: number
  readonly identities: readonly Identity[]
  readonly gender: Gender | null
}

const GENDERS: readonly (readonly [Gender, RegExp])[] = [
  ['m', /^(?:he|him|his|himself)$/],
  ['f', /^(?:she|her|hers|herself)$/],
  ['n', /^(?:it|its|itself)$/],
]

/**
 * For each candidate the number of its cluster; equal numbers are one entity. `joined` are pairs known to be one (aliases);
 * `at` gives the candidate of a word, where one is named there or has its head there.
 */
export function clustersOf(
  candidates: readonly Candidate[],
  words: readonly Word[],
  links: readonly CorefLink[],
  joined: readonly (readonly [number, number])[],
  at: ReadonlyMap<number, number>,
): number[] {
  const parts = candidates.map(({ form, type, first, last }) =>
    form === 'name'
      ? namePartsOf(
          words.slice(first, last).map((w) => w.text),
          type,
        )
      : null,
  )
  const clusters = candidates.map((c, i) => alone(c, parts[i]!, words[c.head]!.text.toLowerCase()))
  const parent = candidates.map((_, i) => i)
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  const join = (a: number, b: number, sure = false): boolean => {
    const [x, y] = [find(a), find(b)]
    if (x === y) return true
    const [one, other] = [clusters[x]!, clusters[y]!]
    if (!sure && inConflict(one, other)) return false
    const [root, leaf] = one.size >= other.size ? [x, y] : [y, x]
    parent[leaf] = root
    clusters[root] = {
      size: one.size + other.size,
      identities: (sure ? aliased : together)(one.identities, other.identities),
      gender: one.gender ?? other.gender,
    }
    return true
  }
  for (const [a, b] of joined) join(a, b, true)
  const names = parts.flatMap((own, index): Named[] => (own ? [{ index, parts: own }] : []))
  joinNames(names, { join: (a, b) => join(a, b), isOne: (a, b) => find(a) === find(b) })
  for (const [later, earlier] of sameDescriptions(candidates, words)) join(later, earlier)
  for (const { word, antecedent, score } of links) {
    const [later, earlier] = [at.get(word), at.get(antecedent)]
    if (score >= THRESHOLD && later !== undefined && earlier !== undefined) join(later, earlier)
  }
  return candidates.map((_, i) => find(i))
}

function alone({ form }: Candidate, name: NameParts | null, head: string): Cluster {
  const pronoun = form === 'pronoun' ? GENDERS.find(([, forms]) => forms.test(head))?.[0] : undefined
  return { size: 1, identities: name ? [[name]] : [], gender: name?.gender ?? pronoun ?? null }
}

function inConflict(a: Cluster, b: Cluster): boolean {
  if (a.gender && b.gender && a.gender !== b.gender) return true
  const isPerson = (c: Cluster): boolean =>
    c.identities.some((names) => names.some((n) => n.type === 'Person'))
  if ((a.gender === 'n' && isPerson(b)) || (b.gender === 'n' && isPerson(a))) return true
  return areApart(a.identities, b.identities)
}
