import type { WordRange } from '../layers.js'

/** The construction that makes the proposition. */
export type Construction =
  | 'verb'
  | 'copula'
  | 'adjective'
  | 'existence'
  | 'apposition'
  | 'title'
  | 'possession'
  | 'role'
  | 'event-noun'

/**
 * A participant. Roles of verbs are deep: `agent` does, `patient` undergoes (so the subject of a passive is its patient),
 * `recipient` gets; any other role is a preposition, `complement`, `clause` or `unmarked`.
 * Roles of nouns: `self` is whom the noun is said of, `poss` the possessor, `amod`, `compound`, or a preposition.
 */
export interface Slot {
  readonly role: string
  /** Head word. */
  readonly head: number
}

/** One predicate with its participants, all by head word. */
export interface Proposition {
  readonly construction: Construction
  /** The word that carries the predicate. */
  readonly anchor: number
  /** Its lemma, with a particle: 'set up'. */
  readonly lemma: string
  readonly passive: boolean
  /** Surface subject, -1 where there is none. */
  readonly subject: number
  readonly slots: readonly Slot[]
  /** The word whose clause decides whether it happened. */
  readonly governor: number
  /** Maximal runs of words that make it, in text order. */
  readonly evidence: readonly WordRange[]
  /** Gives a claim only where a typed property matches it. */
  readonly typedOnly: boolean
}

/** The head word in `role`, -1 for none. */
export const slot = (p: Proposition, role: string): number => p.slots.find((s) => s.role === role)?.head ?? -1
