/** "By the driver's account, the scrap was worthless": a version of events is whose it is. */
import { phraseOf } from '../coreference/phrase.js'
import { VERSIONS } from '../lang/en/announcing-nouns.js'
import type { RawAttribution, WordRange } from '../layers.js'
import { caseOf, dependent, dependents, type Tree } from '../propositions/tree.js'

const VERSION_OF = new Set(['by', 'in', 'on', 'from'])

/**
 * `attributions` with one for each clause that somebody's version opens or closes and that no attribution has for it, its
 * source whose version it is, its anchor and cue the noun. Sorted by anchor.
 */
export function withAccounts(attributions: readonly RawAttribution[], tree: Tree): RawAttribution[] {
  const inCue = new Set(
    attributions.flatMap((a) => [
      a.anchor,
      ...[...a.cue, ...a.source].flatMap(({ first, last }) =>
        Array.from({ length: last - first }, (_, i) => first + i),
      ),
    ]),
  )
  const added: RawAttribution[] = []
  for (let noun = 0; noun < tree.size; noun++) {
    if (!VERSIONS.has(tree.lemma[noun]!) || tree.relation[noun] !== 'obl' || inCue.has(noun)) continue
    const whose = dependent(tree, noun, 'nmod:poss')
    if (whose < 0 || !VERSION_OF.has(caseOf(tree, noun))) continue
    const preposition = dependents(tree, noun, 'case')[0]!
    const content = clauseWithout(tree, tree.head[noun]!, { first: preposition, last: noun + 1 })
    if (!content) continue
    const named = phraseOf(whose, tree)
    added.push({
      anchor: noun,
      source: [{ first: Math.min(named.first, whose), last: whose + 1 }],
      cue: [{ first: noun, last: noun + 1 }],
      content: [content],
      stance: 'reports',
      kind: tree.upos[whose] === 'PROPN' ? 'named' : 'role',
      score: 0,
    })
  }
  return added.length === 0
    ? [...attributions]
    : [...attributions, ...added].sort((a, b) => a.anchor - b.anchor)
}

/** The clause of `head` that goes on behind the phrase, or ends before it; null where the phrase stands in its midst. */
function clauseWithout(tree: Tree, head: number, phrase: WordRange): WordRange | null {
  const { first, last } = clauseOf(tree, head)
  const skip = (k: number, step: number): number => {
    let at = k
    while (at >= 0 && at < tree.size && tree.upos[at] === 'PUNCT') at += step
    return at
  }
  if (phrase.last <= head) return { first: skip(phrase.last, 1), last: Math.max(last, head + 1) }
  // Only behind a comma: "died by his own account" is how
  if (tree.upos[phrase.first - 1] !== 'PUNCT') return null
  const end = skip(phrase.first - 1, -1) + 1
  return first < end ? { first, last: end } : null
}

const BESIDE = new Set(['conj', 'cc', 'parataxis', 'mark', 'punct'])

/** The stretch around a verb that hangs from it, without what it is joined to. */
function clauseOf(tree: Tree, head: number): WordRange {
  const inside = new Set([head])
  const open = tree.children[head]!.filter((c) => !BESIDE.has(tree.relation[c]!))
  for (let c = open.pop(); c !== undefined; c = open.pop()) {
    inside.add(c)
    open.push(...tree.children[c]!)
  }
  const isPart = (k: number): boolean => inside.has(k) || (k >= 0 && tree.upos[k] === 'PUNCT')
  let [first, last] = [head, head + 1]
  while (isPart(first - 1) && tree.sentence[first - 1] === tree.sentence[head]) first--
  while (last < tree.size && isPart(last) && tree.sentence[last] === tree.sentence[head]) last++
  while (tree.upos[first] === 'PUNCT') first++
  while (tree.upos[last - 1] === 'PUNCT') last--
  return { first, last }
}
