/** The noun phrase around a head word, read off the dependency tree. */
import type { WordRange } from '../layers.js'
import type { Tree } from '../propositions/tree.js'

// What hangs from a noun but is no part of its phrase: coordination, and the clause around a noun that is its predicate.
const OUTSIDE = new Set([
  'cc',
  'conj',
  'cop',
  'aux',
  'mark',
  'nsubj',
  'csubj',
  'expl',
  'advcl',
  'parataxis',
  'discourse',
  'vocative',
  'dislocated',
  'obl',
  'orphan',
  'list',
  'reparandum',
])

/**
 * The words of the phrase headed by `head`: the stretch around it that hangs from it, determiners to relative clauses, without
 * its preposition, an adverb before it, what it is coordinated with, and punctuation at either end.
 */
export function phraseOf(head: number, tree: Tree): WordRange {
  const inside = new Set([head])
  const open = tree.children[head]!.filter((k) => {
    const relation = tree.relation[k]!
    if (relation === 'case') return k > head
    // "only the mayor"; that of "about 300 people" hangs from the number
    if (relation === 'advmod' && tree.upos[k] === 'ADV') return k > head
    return !OUTSIDE.has(relation)
  })
  while (open.length > 0) {
    const k = open.pop()!
    inside.add(k)
    open.push(...tree.children[k]!)
  }
  let first = head
  let last = head + 1
  while (inside.has(first - 1)) first--
  while (inside.has(last)) last++
  while (first < head && tree.upos[first] === 'PUNCT') first++
  while (last > head + 1 && tree.upos[last - 1] === 'PUNCT') last--
  return { first, last }
}

/** The word of a range that stands highest in the tree, punctuation left aside: its head. */
export function headOf({ first, last }: WordRange, tree: Tree): number {
  let top = -1
  for (let k = first; k < last; k++)
    if (tree.upos[k] !== 'PUNCT' && (top < 0 || tree.depth[k]! < tree.depth[top]!)) top = k
  return top < 0 ? last - 1 : top
}
