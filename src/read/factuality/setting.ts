/** What a clause's surroundings make of it. */
export interface Factuality {
  /** -3 it did not happen … 0 nobody can tell … 3 it did. */
  readonly value: number
  /** Words that weaken it, its own and those of the verbs above. */
  readonly hedges: readonly number[]
  /** Words that turn it round: negations, "failed", "denied". */
  readonly negators: readonly number[]
  /** Put as what would or should have been. */
  readonly counterfactual: boolean
  /** Nothing weakens it but that it is still to come: "will", and "would" where somebody is reported. */
  readonly future: 'will' | 'would' | null
}

export interface Setting extends Factuality {
  /** The clause holds whatever is said above. */
  readonly factive: boolean
}

/** A setting of that value and nothing else. */
export const plain = (value: number, hedges: readonly number[] = []): Setting => ({
  value,
  hedges,
  negators: [],
  factive: false,
  counterfactual: false,
  future: null,
})

/** The clause stands as it puts itself. */
export const HOLDS: Setting = { ...plain(3), factive: true }

/** Sign by sign, no firmer than either. */
export const compose = (own: number, context: number): number =>
  Math.sign(own) * Math.sign(context) * Math.min(Math.abs(own), Math.abs(context))
