import {
  BACKSHIFTED,
  FUTURE,
  HEDGE_ADJECTIVES,
  HEDGE_ADVERBS,
  HEDGING,
  MODALS,
  WEAK_NEGATORS,
} from '../lang/en/modality.js'
import { dependent, type Tree } from '../propositions/tree.js'
import { negations } from './polarity.js'

/** How a clause puts itself, whatever stands above it. */
export interface Force {
  /** -3 … 3. */
  readonly value: number
  readonly negators: readonly number[]
  /** "Should have paid": the modal alone says that it did not happen. */
  readonly counterfactual: boolean
  /** The modal of the future that alone weakens it. */
  readonly future: 'will' | 'would' | null
  /** Words that weaken it. */
  readonly hedges: readonly number[]
}

/** The force of the clause of `head` from its own modals, negations and adverbs; modals of `from` where it shares them. */
export function ownForce(tree: Tree, head: number, from: number = head): Force {
  const negators = [
    ...negations(tree, head),
    ...(from === head ? [] : negations(tree, from).filter((n) => tree.relation[n] === 'advmod')),
  ]
  const hedges: number[] = []
  const negated = negators.length % 2 === 1
  let value = negated ? -3 : 3
  let counterfactual = false
  let future: Force['future'] = null
  for (const c of tree.children[from]!) {
    const modal = tree.relation[c] === 'aux' ? MODALS.get(tree.form[c]!) : undefined
    if (!modal) continue
    const perfect = tree.children[from]!.some(
      (a) =>
        a > c &&
        tree.relation[a] === 'aux' &&
        (tree.form[a] === 'have' || tree.form[a] === "'ve" || tree.form[a] === '’ve'),
    )
    value = (perfect ? modal.perfect : modal.plain)[negated ? 1 : 0]
    counterfactual = value < 0 !== negated
    if (!perfect)
      future = FUTURE.has(tree.form[c]!) ? 'will' : BACKSHIFTED.has(tree.form[c]!) ? 'would' : null
    if (HEDGING.has(tree.form[c]!)) hedges.push(c, ...have(tree, from, c, perfect))
  }
  for (const c of tree.children[head]!) {
    const form = tree.form[c]!
    const weakest =
      tree.relation[c] === 'advmod'
        ? HEDGE_ADVERBS.get(form)
        : tree.relation[c] === 'amod'
          ? HEDGE_ADJECTIVES.get(form)
          : undefined
    if (weakest !== undefined) {
      value = weakest < 0 ? Math.min(value, weakest) : Math.sign(value) * Math.min(Math.abs(value), weakest)
      hedges.push(c)
      future = null
    }
    const weak = tree.relation[c] === 'advmod' ? WEAK_NEGATORS.get(form) : weakArgument(tree, c)
    if (weak !== undefined) value = weak
  }
  return { value, negators, hedges, counterfactual, future }
}

/** "Hardly anything was carried out", "barely anybody came". */
function weakArgument(tree: Tree, c: number): number | undefined {
  if (tree.relation[c] !== 'nsubj' && tree.relation[c] !== 'obj') return undefined
  if (!/^any/.test(tree.form[c]!) && !tree.children[c]!.some((d) => tree.form[d] === 'any')) return undefined
  for (const d of [...tree.children[c]!, ...tree.children[c]!.flatMap((e) => tree.children[e]!)]) {
    const weak = tree.relation[d] === 'advmod' && d < c ? WEAK_NEGATORS.get(tree.form[d]!) : undefined
    if (weak !== undefined) return weak
  }
  return undefined
}

function have(tree: Tree, head: number, modal: number, perfect: boolean): number[] {
  if (!perfect) return []
  const aux = tree.children[head]!.find(
    (a) => a > modal && tree.relation[a] === 'aux' && tree.lemma[a] === 'have',
  )
  return aux === undefined ? [] : [aux]
}

/** The clause whose modals and negation `head` shares: "may sell the port and close the plant". `head` itself if none. */
export function sharesForceWith(tree: Tree, head: number): number {
  if (tree.relation[head] !== 'conj') return head
  if (tree.form[head] !== tree.lemma[head] && tree.upos[head] === 'VERB') return head
  const own = tree.children[head]!.some((c) => ['aux', 'nsubj', 'cop', 'expl'].includes(tree.relation[c]!))
  const first = tree.head[head]!
  return own || dependent(tree, first, 'aux') < 0 ? head : first
}
