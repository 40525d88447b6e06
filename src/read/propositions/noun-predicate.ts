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
    slots: [{ role: 'self', head: said.self }, ...withShared(own, k), ...(said.more ?? [])],
    governor: said.governor,
    evidence: quoted,
    typedOnly: said.typedOnly,
  }))
}

const SHARED = ['poss', 'of', 'at', 'for', 'in', 'with']

/** The slots of the k-th noun and those it shares: a possessor before it, a complement after it. */
export function withShared(own: readonly (readonly Slot[])[], k: number): Slot[] {
  const slots = [...own[k]!]
  if (slots.some((s) => SHARED.includes(s.role))) return slots
  const lenders = [...own.slice(k + 1), ...own.slice(0, k).reverse()]
  const lent = lenders.map((ss) => ss.filter((s) => SHARED.includes(s.role))).find((ss) => ss.length > 0)
  return lent ? [...slots, ...lent] : slots
}
