/** What a truth says of pairs of sentences of its case: those that state the same, and those that cannot both hold. */
import { locate, type Quote, type Truth } from '../../bench/case-truth.js'
import type { Ground } from '../../src/compare/check/ground.js'
import type { Passage } from '../../src/compare/passages/passage.js'

/** null: nobody said, or it may be seen either way. */
export interface Label {
  readonly says: 0 | 1 | null
  readonly matter: 0 | 1 | null
  readonly against: 0 | 1 | null
}

export interface Labels {
  /** Sentences that the truth speaks of. */
  readonly spoken: readonly Passage[]
  /** Those that the truth sets beside one, in agreement or not. */
  readonly partners: (p: Passage) => readonly Passage[]
  readonly of: (a: Passage, b: Passage) => Label
}

const CONTRARY: ReadonlySet<string> = new Set(['contradiction', 'disputed', 'impossible'])

export function labelsOf(truth: Truth, texts: ReadonlyMap<string, string>, ground: Ground): Labels {
  const at = (quotes: readonly Quote[]): Passage[] => [
    ...new Set(quotes.flatMap((q) => ground.at({ ...locate(texts, q), text: '', claim: null }))),
  ]
  const numbers = new Map(ground.all.map((p, i) => [p, i] as const))
  const key = (a: Passage, b: Passage): string => `${numbers.get(a)} ${numbers.get(b)}`
  const [same, contrary, open] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const together = (list: readonly Passage[], set: Set<string>): void => {
    for (const a of list) for (const b of list) if (a !== b) set.add(key(a, b))
  }
  const across = (one: readonly Passage[], other: readonly Passage[], set: Set<string>): void => {
    for (const a of one) for (const b of other) if (a !== b) set.add(key(a, b)).add(key(b, a))
  }
  const propositions = truth.propositions.map(({ claims }) => at(claims))
  for (const list of propositions) together(list, same)
  for (const [findings, certain] of [
    [truth.findings, true],
    [truth.arguable, false],
  ] as const)
    for (const { kind, also = [], sides } of findings) {
      const lists = sides.map(at)
      const [one, other] = lists
      if (one && other && lists.length === 2 && [kind, ...also].some((k) => CONTRARY.has(k))) {
        across(one, other, certain ? contrary : open)
        together(one, open)
        together(other, open)
      } else together([...new Set(lists.flat())], open)
    }
  // What contradicts one telling of a thing may contradict the others as well.
  for (const one of propositions)
    for (const other of propositions)
      if (one !== other && one.some((a) => other.some((b) => contrary.has(key(a, b)))))
        across(one, other, open)
  const partners = new Map<number, Set<number>>()
  for (const set of [same, contrary, open])
    for (const pair of set) {
      const [a, b] = pair.split(' ').map(Number) as [number, number]
      ;(partners.get(a) ?? partners.set(a, new Set()).get(a)!).add(b)
    }
  return {
    spoken: [...partners.keys()].sort((a, b) => a - b).map((i) => ground.all[i]!),
    partners: (p) => [...(partners.get(numbers.get(p)!) ?? [])].map((i) => ground.all[i]!),
    of(a, b) {
      const k = key(a, b)
      if (contrary.has(k)) return { says: same.has(k) ? null : 0, matter: 1, against: 1 }
      if (same.has(k)) return { says: 1, matter: 1, against: open.has(k) ? null : 0 }
      if (open.has(k)) return { says: null, matter: 1, against: null }
      return { says: 0, matter: 0, against: 0 }
    },
  }
}
