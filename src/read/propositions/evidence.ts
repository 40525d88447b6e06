import type { WordRange } from '../layers.js'
import type { ClauseKind } from './clauses.js'
import { nounPhrase } from './noun-phrase.js'
import type { Tree } from './tree.js'

/** Relations under which another clause is not part of the evidence of this one. */
const OTHER_CLAUSE = new Set(['advcl', 'acl', 'parataxis', 'conj', 'list', 'csubj', 'dislocated'])
/** Conjunctions that tie a clause to another and say nothing about whether it happened. */
const LINKS = new Set(['that', 'because', 'although', 'though', 'whereas', 'while', 'and', 'but', 'or'])
/** Complements in complements beyond this depth are evidence of their own only. */
const MOST_COMPLEMENTS = 4
const NEVER = new Set(['discourse', 'vocative', 'reparandum'])

/**
 * The words of the clause that `head` heads, without the clauses inside it; `keep` says which complement clauses stay.
 * Appended to `into`.
 */
export function clauseWords(
  tree: Tree,
  kinds: readonly (ClauseKind | null)[],
  head: number,
  keep: (clause: number) => boolean,
  into: number[],
): void {
  const stack = [{ word: head, complements: 0 }]
  while (stack.length > 0) {
    const { word, complements } = stack.pop()!
    into.push(word)
    for (const c of tree.children[word]!) {
      const relation = tree.relation[c]!
      if (NEVER.has(relation) || (word === head && isLink(tree, c))) continue
      if (
        kinds[c] !== null &&
        OTHER_CLAUSE.has(relation) &&
        !staysInNoun(tree, c) &&
        !sharesCopula(tree, kinds, c)
      )
        continue
      const isComplement = relation === 'ccomp' || relation === 'xcomp'
      if ((relation === 'ccomp' && !keep(c)) || (isComplement && complements === MOST_COMPLEMENTS)) continue
      if (relation === 'appos' || relation === 'conj') {
        if (relation === 'appos' || (kinds[c] !== null && !sharesCopula(tree, kinds, c))) continue
      }
      stack.push({ word: c, complements: complements + (isComplement ? 1 : 0) })
    }
  }
}

const isLink = (tree: Tree, c: number): boolean =>
  (tree.relation[c] === 'mark' || tree.relation[c] === 'cc') && LINKS.has(tree.form[c]!)

/** "Is rich and powerful": the second predicate has no copula of its own. */
const sharesCopula = (tree: Tree, kinds: readonly (ClauseKind | null)[], c: number): boolean =>
  tree.relation[c] === 'conj' &&
  kinds[c] === 'copula' &&
  !tree.children[c]!.some((m) => tree.relation[m] === 'cop' || tree.relation[m] === 'nsubj')

/** "A plan to sell the port": the infinitive belongs to its noun. */
const staysInNoun = (tree: Tree, c: number): boolean =>
  tree.deprel[c] === 'acl' &&
  tree.children[c]!.some((m) => tree.deprel[m] === 'mark' && tree.form[m] === 'to')

/** The words of the noun phrase `head` heads, appended to `into`. */
export function phraseWords(tree: Tree, head: number, into: number[]): void {
  const { first, last } = nounPhrase(tree, head, true)
  for (let i = first; i < last; i++) into.push(i)
}

const EDGE = new Set(['PUNCT', 'CCONJ'])

/**
 * Maximal runs of the words, in order; punctuation and conjunctions at the edges of a run go, runs of nothing else too.
 * Runs with only commas between them stay one, so that the quotation reads as the text does.
 */
export function runs(tree: Tree, words: readonly number[]): WordRange[] {
  const sorted = [...new Set(words)].sort((a, b) => a - b)
  const out: WordRange[] = []
  let at = 0
  while (at < sorted.length) {
    let end = at + 1
    while (end < sorted.length && joined(tree, sorted[end - 1]!, sorted[end]!)) end++
    let first = sorted[at]!
    let last = sorted[end - 1]! + 1
    while (first < last && EDGE.has(tree.upos[first]!) && !opens(tree, first)) first++
    while (last > first && EDGE.has(tree.upos[last - 1]!) && !closes(tree, first, last)) last--
    if (first < last) out.push({ first, last })
    at = end
  }
  return out
}

const joined = (tree: Tree, a: number, b: number): boolean =>
  b === a + 1 || (b === a + 2 && tree.form[a + 1] === ',' && tree.sentence[a] === tree.sentence[b])

const CURRENCY = /^[$€£¥%#(“"‘]$/
const opens = (tree: Tree, word: number): boolean => CURRENCY.test(tree.form[word]!)

const CLOSING: Readonly<Record<string, RegExp>> = { ')': /^\($/, '”': /^“$/, '’': /^‘$/, '"': /^"$/ }
/** A closing bracket or quotation mark stays where its opening stands in the run. */
function closes(tree: Tree, first: number, last: number): boolean {
  const opening = CLOSING[tree.form[last - 1]!]
  if (!opening) return tree.form[last - 1] === '%'
  for (let i = first; i < last - 1; i++) if (opening.test(tree.form[i]!)) return true
  return false
}
