import type { Certainty, Link, Polarity } from '../../schema/reading.js'
import { lemmaOf } from '../encode/lemma.js'
import type { Factuality } from '../factuality/factuality.js'
import { DENYING, NEGATING } from '../lang/en/denying.js'
import { SAYING } from '../lang/en/verbs.js'

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
 * How firmly the clause puts it. What will happen is put as firmly as what has (FactBank's CT), and so is what "would" in
 * somebody's reported words. The encoder's `model` value (same scale, undefined where it has none) can weaken what the
 * rules take as plainly affirmed, not turn it round.
 */
export function certaintyWith(rules: Factuality, model: number | undefined, reported: boolean): Certainty {
  if (rules.counterfactual) return 'unknown'
  if (isPlainFuture(rules, reported)) return 'certain'
  const own = certaintyOf(rules.value)
  if (own !== 'certain' || rules.value < 0 || rules.hedges.length > 0) return own
  if (model === undefined || !Number.isFinite(model)) return own
  return model >= 1.1 ? 'certain' : model >= 0.7 ? 'probable' : model >= 0.2 ? 'possible' : 'unknown'
}

/** True where only the future is left open: "will pay", and "would pay" where somebody is reported. */
export const isPlainFuture = (rules: Factuality, reported: boolean): boolean =>
  rules.future === 'will' || (rules.future === 'would' && reported)

/** A denial or doubt on the way to the reader turns what it holds round; two of them leave it as it was. Refusing to say turns nothing, and what is only `mentioned` in it ("the man who …") is not denied. */
export function polarityThrough(
  { value, counterfactual }: Factuality,
  chain: readonly Link[],
  text: string,
  mentioned = false,
): Polarity {
  const own = value < 0 !== counterfactual
  if (mentioned) return own ? 'negative' : 'positive'
  const turns = chain.filter((link, i) => turnsRound(link, chain[i - 1], own, text)).length
  const negative = own !== (turns % 2 === 1)
  return negative ? 'negative' : 'positive'
}

const NOBODY = /^(?:no|nobody|none|neither)\b/i
/** A verb that only says: what it holds stands as it is said, whatever that answers ("insisted that it was untrue"). */
const onlySays = (cue: string): boolean =>
  (cue.toLowerCase().match(/\p{L}+/gu) ?? []).some((w) => SAYING.has(lemmaOf(w, 'VERB')))

/**
 * Whether a link turns round what it holds. A cue that does not deny by itself ("states that he never saw it") only passes
 * on a negation that the clause has already; a denial that is denied ("not disputed") turns nothing; "no evidence that"
 * right within "found no evidence" is the same denial.
 */
function turnsRound(link: Link, outer: Link | undefined, negative: boolean, text: string): boolean {
  if ((link.stance !== 'denies' && link.stance !== 'doubts') || link.certainty === 'unknown') return false
  if (outer?.stance === link.stance && link.who.text === '') return false
  const cue = link.cue ? text.slice(link.cue.start, link.cue.end) : ''
  const [denies, negated] = [DENYING.test(cue), NEGATING.test(cue) || NOBODY.test(link.who.text)]
  if (link.stance === 'doubts') return !negated
  return denies ? !negated : negated || (!negative && !onlySays(cue))
}
