/** "It is not disputed that …", "the court finds it proved that …": an "it" that stands for what follows is nobody who says it. */
import type { RawAttribution } from '../layers.js'
import { dependent, type Tree } from '../propositions/tree.js'

/** `attributions` without the source where it is such an "it"; without the attribution where another one's cue governs that "it". */
export function withoutDummies<A extends RawAttribution>(attributions: readonly A[], tree: Tree): A[] {
  const cues = new Set(attributions.flatMap((a) => a.cue.flatMap(({ first, last }) => range(first, last))))
  const governed = new Map<number, A>()
  const kept = attributions.flatMap((a): A[] => {
    const [source] = a.source
    if (a.source.length !== 1 || !source || source.last - source.first !== 1) return [a]
    const it = source.first
    if (tree.form[it] !== 'it' || a.content.every((c) => c.first < it)) return [a]
    if (cues.has(it - 1) && FINDING.has(tree.lemma[it - 1]!)) {
      governed.set(it - 1, a)
      return []
    }
    const impersonal =
      tree.deprel[it] === 'expl' ||
      tree.deprel[it] === 'nsubj:pass' ||
      dependent(tree, a.anchor, 'aux:pass') >= 0
    return [impersonal ? { ...a, source: [] } : a]
  })
  // "Finds … proved" is one cue
  return kept.map((a) => {
    const more = [...governed].filter(([verb]) =>
      a.cue.some(({ first, last }) => first <= verb && verb < last),
    )
    return more.length === 0 ? a : { ...a, cue: [...a.cue, ...more.flatMap(([, inner]) => inner.cue)] }
  })
}

/** "Find it proved", "make it clear", "think it likely". */
const FINDING = new Set([
  'find',
  'make',
  'think',
  'consider',
  'deem',
  'hold',
  'believe',
  'take',
  'call',
  'regard',
  'leave',
])

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first }, (_, i) => first + i)
