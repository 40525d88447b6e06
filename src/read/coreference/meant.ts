/** Whom the words of a source mean. */
import type { MentionForm, MentionType } from '../../schema/reading.js'
import type { WordRange } from '../layers.js'
import { antecedent } from '../propositions/relative.js'
import type { Tree } from '../propositions/tree.js'
import { headOf } from './phrase.js'

interface Mentioned {
  readonly form: MentionForm
  readonly type: MentionType
}

/** The value of each word that heads a mention, and of every word of a name. */
export function byWord<T>(
  mentions: readonly (WordRange & { readonly head: number; readonly form: MentionForm; readonly value: T })[],
): Map<number, T> {
  const out = new Map<number, T>()
  for (const { head, value } of mentions) if (!out.has(head)) out.set(head, value)
  for (const { form, first, last, value } of mentions)
    if (form === 'name') for (let k = first; k < last; k++) out.set(k, value)
  return out
}

const NAMING = new Set(['appos', 'flat', 'compound', 'nmod:desc'])

/**
 * What the phrase's head mentions, never what modifies it: for "her brother" the brother, for a relative pronoun the noun it
 * stands for, for "the ministry's spokesman Tad Furlong" the one named. Undefined where nothing is mentioned there.
 */
export function meantBy<T extends Mentioned>(
  phrase: WordRange,
  tree: Tree,
  at: (word: number) => T | undefined,
): T | undefined {
  const head = antecedent(tree, headOf(phrase, tree))
  const own = at(head)
  if (own?.form === 'name') return own
  const named = tree.children[head]!.filter((c) => c > head && NAMING.has(tree.deprel[c]!))
  const [name, ...others] = named.flatMap((c) => {
    const mention = at(c)
    return mention?.form === 'name' && mention.type === (own?.type ?? 'Person') ? [{ c, mention }] : []
  })
  // "Two aides, Ada Brock and Tom Ekholm" are neither of them
  const isOne = name !== undefined && others.every((o) => o.mention === name.mention)
  return isOne && !tree.children[name.c]!.some((c) => tree.deprel[c] === 'conj') ? name.mention : own
}
