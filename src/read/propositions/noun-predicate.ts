import type { Context } from './context.js'
import { phraseWords, runs } from './evidence.js'
import type { Construction, Proposition, Slot } from './proposition.js'
import { nounSlots } from './slots.js'
import { conjuncts, isNominal } from './tree.js'

export interface Said {
  readonly construction: Construction
  /** The noun that is said. */
  readonly noun: number
  /** Whom it is said of, by head word. */
  readonly self: number
  readonly governor: number
  readonly typedOnly: boolean
  /** Participants besides those the noun itself has. */
  readonly more?: readonly Slot[]
}

/**
 * A noun said of somebody outside a copula. Nouns coordinated with it say as much each, and share the possessor, the
 * 'of' and the other complements that only one of them carries ("its founder and CEO", "president and CEO of the bank").
 */
export function nounPredicates(
  context: Context,
  said: Said,
  evidence?: Proposition['evidence'],
): Proposition[] {
  const { tree, kinds } = context
  const nouns = conjuncts(tree, said.noun).filter(
    (n) => n === said.noun || (isNominal(tree, n) && kinds[n] === null),
  )
  const own = nouns.map((n) => nounSlots(tree, n))
  const words: number[] = []
  if (!evidence) {
    phraseWords(tree, said.noun, words)
    phraseWords(tree, said.self, words)
  }
  const quoted = evidence ?? runs(tree, words)
  return nouns.map((noun, k) => ({
    construction: said.construction,
    anchor: noun,
    lemma: tree.lemma[noun]!,
    passive: false,
    subject: said.self,
    slots: [{ role: 'self', head: said.self }, ...withShared(nouns, own, k), ...(said.more ?? [])],
    governor: said.governor,
    evidence: quoted,
    typedOnly: said.typedOnly,
  }))
}

const SHARED = new Set(['poss', 'of', 'at', 'for', 'in', 'with'])

/**
 * The slots of the k-th of coordinated nouns and those it shares: without a complement of its own the first that follows
 * it, whichever noun carries it; without a possessor the one that stands before all of them.
 */
export function withShared(nouns: readonly number[], own: readonly (readonly Slot[])[], k: number): Slot[] {
  const slots = own[k]!
  if (slots.some((s) => SHARED.has(s.role))) return [...slots]
  const noun = nouns[k]!
  const others = own.flat().filter((s) => SHARED.has(s.role))
  const after = others.filter((s) => s.role !== 'poss' && s.head > noun).sort((a, b) => a.head - b.head)[0]
  const before = others.find((s) => s.role === 'poss' && s.head < noun)
  return [...slots, ...(after ? [after] : []), ...(before ? [before] : [])]
}
