/** A source that the encoder left out though the grammar names it: the subject of the verb that ascribes. */
import { phraseOf } from '../coreference/phrase.js'
import type { RawAttribution, WordRange } from '../layers.js'
import { dependent, isNominal, type Tree } from '../propositions/tree.js'

const holds = (ranges: readonly WordRange[], k: number): boolean =>
  ranges.some(({ first, last }) => k >= first && k < last)

/** "It" may stand for what follows, and a relative pronoun is no source by itself. */
const DUMMIES = new Set(['it', 'that', 'there', 'who', 'which', 'whom', 'what'])

/**
 * `attributions` with the subject as the source of those that have none: of an active verb, its own subject or that of the verb
 * it is coordinated with ("the union confirmed it but would not say when").
 */
export function withSubjects<A extends RawAttribution>(attributions: readonly A[], tree: Tree): A[] {
  return attributions.map((a) => {
    if (a.source.length > 0 || !a.cue.some(({ first, last }) => a.anchor >= first && a.anchor < last))
      return a
    const subject = subjectOf(tree, a.anchor)
    if (subject < 0 || DUMMIES.has(tree.form[subject]!) || holds(a.content, subject) || holds(a.cue, subject))
      return a
    const whole = phraseOf(subject, tree)
    const range = untilClause(tree, subject, whole)
    const overlaps = [...a.content, ...a.cue].some((r) => r.first < range.last && range.first < r.last)
    return overlaps ? a : { ...a, source: [range], kind: a.kind ?? kindOf(tree, subject) }
  })
}

/** Only of finite, active verbs. */
function subjectOf(tree: Tree, verb: number): number {
  if (tree.upos[verb] !== 'VERB' || dependent(tree, verb, 'aux:pass') >= 0) return -1
  const own = tree.children[verb]!.find((c) => tree.deprel[c] === 'nsubj' && c < verb && isNominal(tree, c))
  if (own !== undefined) return own
  const first = tree.head[verb]!
  if (tree.relation[verb] !== 'conj' || first < 0 || tree.upos[first] !== 'VERB') return -1
  const shared = dependent(tree, first, 'nsubj')
  return shared >= 0 && shared < first && tree.form[verb] !== tree.lemma[verb] ? shared : sharedByModal()

  /** "Would not say": bare, but under a modal of its own. */
  function sharedByModal(): number {
    return shared >= 0 && shared < first && dependent(tree, verb, 'aux') >= 0 ? shared : -1
  }
}

const CITING = new Set(['citing', 'quoting'])
/** The phrase up to a clause that says whom it cites, which has an attribution of its own. */
function untilClause(tree: Tree, head: number, { first, last }: WordRange): WordRange {
  const clause = tree.children[head]!.find((c) => c > head && c < last && CITING.has(tree.form[c]!))
  if (clause === undefined) return { first, last }
  let end = head + 1
  while (end < last && tree.upos[end] !== 'PUNCT' && !isBelow(tree, end, clause)) end++
  return { first, last: end }
}

function isBelow(tree: Tree, word: number, top: number): boolean {
  for (let at = word; at >= 0; at = tree.head[at]!) if (at === top) return true
  return false
}

/** A name is somebody's; of other words the encoder was not asked. */
const kindOf = (tree: Tree, head: number): RawAttribution['kind'] =>
  tree.upos[head] === 'PROPN' ? 'named' : tree.upos[head] === 'NOUN' ? 'group' : null
