import type { Certainty, Link, Polarity } from '../../schema/reading.js'
import type { Factuality } from '../factuality/factuality.js'

const SCALE: readonly Certainty[] = ['unknown', 'possible', 'probable', 'certain']

/** FactBank's scale from the size of a factuality value (3 certain … 0 nobody can tell). */
export function certaintyOf(value: number): Certainty {
  const size = Math.abs(value)
  return size >= 1.8 ? 'certain' : size >= 1.2 ? 'probable' : size >= 0.65 ? 'possible' : 'unknown'
}

/** The weakest of them. */
export const weakest = (certainties: readonly Certainty[]): Certainty =>
  SCALE[Math.min(...certainties.map((c) => SCALE.indexOf(c)))] ?? 'certain'

/**
 * What the encoder thinks of a predicate that the rules take as plainly affirmed or denied: it can weaken it, not turn it
 * round. `model` is its value on the same scale, undefined where it has none.
 */
export function certaintyWith(rules: Factuality, model: number | undefined): Certainty {
  const own = rules.counterfactual ? 'unknown' : certaintyOf(rules.value)
  if (own !== 'certain' || rules.hedges.length > 0 || model === undefined || !Number.isFinite(model))
    return own
  const size = rules.value >= 0 ? model : -model
  return size >= 1.1 ? 'certain' : size >= 0.7 ? 'probable' : size >= 0.2 ? 'possible' : 'unknown'
}

/** A denial or doubt on the way to the reader turns what it holds round; two of them leave it as it was. Refusing to say turns nothing. */
export function polarityThrough({ value, counterfactual }: Factuality, chain: readonly Link[]): Polarity {
  const turns = chain.filter(
    (l) => (l.stance === 'denies' || l.stance === 'doubts') && l.certainty !== 'unknown',
  ).length
  const negative = (value < 0 !== counterfactual) !== (turns % 2 === 1)
  return negative ? 'negative' : 'positive'
}
