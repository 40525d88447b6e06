/** The noun phrase around a head word, read off the dependency tree. */
import type { Syntax, WordRange } from '../layers.js'

/** For each word: the words it governs, in order. */
export function childrenOf(syntax: readonly Syntax[]): readonly (readonly number[])[] {
  const out: number[][] = syntax.map(() => [])
  syntax.forEach(({ head }, k) => {
    if (head >= 0) out[head]!.push(k)
  })
  return out
}

// What hangs from a noun but is no part of its phrase: coordination, and the clause around a noun that is its predicate.
const OUTSIDE = new Set([
  'cc',
  'conj',
  'cop',
  'aux',
  'aux:pass',
  'mark',
  'nsubj',
  'nsubj:outer',
  'nsubj:pass',
  'csubj',
  'csubj:outer',
  'csubj:pass',
  'expl',
  'advcl',
  'parataxis',
  'discourse',
  'vocative',
  'dislocated',
  'obl',
  'obl:unmarked',
  'orphan',
  'list',
  'reparandum',
])

/**
 * The words of the phrase headed by `head`: the stretch around it that hangs from it, determiners to relative clauses, without
 * its preposition, what it is coordinated with, and punctuation at either end.
 */
export function phraseOf(
  head: number,
  syntax: readonly Syntax[],
  children: readonly (readonly number[])[],
): WordRange {
  const inside = new Set([head])
  const open = children[head]!.filter((k) => {
    const { deprel, upos } = syntax[k]!
    if (deprel === 'case') return k > head
    if (deprel === 'advmod' && k < head && upos === 'ADV' && syntax[head]!.deprel !== 'nmod') return isQuantifying(k, head, children)
    return !OUTSIDE.has(deprel)
  })
  while (open.length > 0) {
    const k = open.pop()!
    inside.add(k)
    open.push(...children[k]!)
  }
  let first = head
  let last = head + 1
  while (inside.has(first - 1)) first--
  while (inside.has(last)) last++
  while (first < head && syntax[first]!.upos === 'PUNCT') first++
  while (last > head + 1 && syntax[last - 1]!.upos === 'PUNCT') last--
  return { first, last }
}

/** "about 300 people" keeps its adverb; "only the mayor" keeps it not. */
const isQuantifying = (adverb: number, head: number, children: readonly (readonly number[])[]): boolean =>
  children[head]!.some((k) => k > adverb && children[k]!.includes(adverb))
