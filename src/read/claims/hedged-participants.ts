/** "One bang, perhaps two", "received, perhaps in October": doubt on a number, a place or a time, not on the event. */
import { HEDGE_ADVERBS } from '../lang/en/modality.js'
import type { Tree } from '../propositions/tree.js'

const BELOW = new Set(['conj', 'nummod', 'appos'])

/** The adverbs that weaken the phrases headed by `heads`, what is counted in them, and what is coordinated with them. */
export function hedgesOf(tree: Tree, heads: readonly number[]): number[] {
  const words = heads.flatMap((h) => [h, ...tree.children[h]!.filter((c) => BELOW.has(tree.relation[c]!))])
  return words.flatMap((w) =>
    tree.upos[w] === 'VERB'
      ? []
      : tree.children[w]!.filter((c) => tree.relation[c] === 'advmod' && HEDGE_ADVERBS.has(tree.form[c]!)),
  )
}
