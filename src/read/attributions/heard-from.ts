/** "He had heard from two firefighters that …": whom one has it from is the origin, a link behind whoever heard it. */
import { phraseOf } from '../coreference/phrase.js'
import type { RawAttribution } from '../layers.js'
import { caseOf, dependents, isNominal, type Tree } from '../propositions/tree.js'

const HEARING = new Set(['hear', 'learn', 'understand', 'gather', 'know'])

/**
 * `attributions` with one more behind each "heard from …", its source whom it was heard from, its anchor and cue the "from",
 * its content the same. Sorted by anchor.
 */
export function withHeardFrom(attributions: readonly RawAttribution[], tree: Tree): RawAttribution[] {
  const taken = new Set(attributions.map((a) => a.anchor))
  const added = attributions.flatMap((a): RawAttribution[] => {
    if (!HEARING.has(tree.lemma[a.anchor]!) || tree.upos[a.anchor] !== 'VERB') return []
    const teller = [...dependents(tree, a.anchor, 'obl'), ...dependents(tree, a.anchor, 'nmod')].find(
      (c) => c > a.anchor && isNominal(tree, c) && caseOf(tree, c) === 'from',
    )
    if (teller === undefined) return []
    const from = dependents(tree, teller, 'case').find((c) => tree.form[c] === 'from')
    const source = phraseOf(teller, tree)
    const overlaps = [...a.content, ...a.source].some((r) => r.first < source.last && source.first < r.last)
    if (from === undefined || taken.has(from) || overlaps) return []
    return [
      {
        ...a,
        anchor: from,
        source: [source],
        cue: [{ first: from, last: from + 1 }],
        stance: 'reports',
        kind: tree.upos[teller] === 'PROPN' ? 'named' : 'group',
      },
    ]
  })
  return added.length === 0
    ? [...attributions]
    : [...attributions, ...added].sort((a, b) => a.anchor - b.anchor)
}
