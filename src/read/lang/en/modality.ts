import complements from './complements.json' with { type: 'json' }
import modality from './modality.json' with { type: 'json' }

/** [value of the complement when the governor is affirmed, when it is negated]. */
export type Signature = readonly [affirmed: number, negated: number]

const signatures = (data: Readonly<Record<string, readonly number[]>>): ReadonlyMap<string, Signature> =>
  new Map(Object.entries(data).map(([lemma, [affirmed, negated]]) => [lemma, [affirmed!, negated!]]))

export const COMPLEMENTS = signatures(complements.signatures)
export const EVENT_OBJECTS = signatures(complements.object.signatures)

interface Modal {
  readonly plain: Signature
  readonly perfect: Signature
}
export const MODALS: ReadonlyMap<string, Modal> = new Map(
  Object.entries(modality.modals) as unknown as [string, Modal][],
)
/** Modals that weaken; 'will' and 'can' do not. */
export const HEDGING: ReadonlySet<string> = new Set(modality.hedging)
/** Modals of what is to come, and what they turn into when somebody reports them. */
export const FUTURE: ReadonlySet<string> = new Set(modality.future)
export const BACKSHIFTED: ReadonlySet<string> = new Set(modality.backshifted)
export const HEDGE_ADVERBS: ReadonlyMap<string, number> = new Map(Object.entries(modality.adverbs))
export const HEDGE_ADJECTIVES: ReadonlyMap<string, number> = new Map(Object.entries(modality.adjectives))
export const NEGATORS: ReadonlySet<string> = new Set(modality.negators)
export const WEAK_NEGATORS: ReadonlyMap<string, number> = new Map(Object.entries(modality.weakNegators))
export const NEGATIVE_WORDS: ReadonlySet<string> = new Set(modality.negativeWords)
export const CONDITIONS: ReadonlySet<string> = new Set(modality.conditions)
export const NEGATING_MARKS: ReadonlySet<string> = new Set(modality.negatingMarks)
