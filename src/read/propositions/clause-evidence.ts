import type { WordRange } from '../layers.js'
import { SAYING } from '../lang/en/verbs.js'
import type { Context } from './context.js'
import { clauseWords, phraseWords, runs } from './evidence.js'

const FURTHEST = 12
const GROUP = new Set(['aux', 'cop', 'advmod', 'compound', 'mark', 'expl'])

/**
 * The words that make the clause of `head`: its own, those of its subject where that stands elsewhere, and the verbs
 * above that say whether it happened ("failed to", "is said to", a modal it shares with the clause before).
 */
export function clauseEvidence(context: Context, head: number, subject: number): WordRange[] {
  const { tree, kinds } = context
  const words: number[] = []
  clauseWords(tree, kinds, head, () => !SAYING.has(tree.lemma[head]!), words)
  if (subject >= 0 && !words.includes(subject)) phraseWords(tree, subject, words)
  verbsAbove(context, head, words)
  return runs(tree, words)
}

/** Adds the verb groups that govern `head` as their complement, and the auxiliaries it shares. */
function verbsAbove({ tree }: Context, head: number, into: number[]): void {
  let at = head
  for (let steps = 0; steps < FURTHEST; steps++) {
    const above = tree.head[at]!
    const relation = tree.relation[at]
    if (above < 0 || (relation !== 'xcomp' && relation !== 'conj')) return
    if (relation === 'xcomp') into.push(above)
    for (const c of tree.children[above]!) {
      const isGroup =
        relation === 'xcomp'
          ? GROUP.has(tree.relation[c]!) && !tree.children[c]!.length
          : isShared(tree.relation[c]!)
      if (isGroup && c < at && !(relation === 'conj' && hasAuxiliary(at))) into.push(c)
    }
    at = above
  }

  function hasAuxiliary(word: number): boolean {
    return tree.children[word]!.some((c) => tree.relation[c] === 'aux' || tree.relation[c] === 'nsubj')
  }
}

const isShared = (relation: string): boolean => relation === 'aux'
