import { KIN, ROLE } from '../lang/en/roles.js'
import type { Context } from './context.js'
import { phraseWords, runs } from './evidence.js'
import { isName } from './noun-names.js'
import { nounPredicates } from './noun-predicate.js'
import type { Proposition } from './proposition.js'
import { subjectOf } from './subject.js'
import { dependent, isNominal, type Tree } from './tree.js'

/**
 * "Ada Brock, a nurse at the clinic", "her husband, Tom", "the Coal Board (CB)": `word` stands in apposition to its head.
 * The name is the subject; where both are names, only a typed property (another name, a place in a place) can hold.
 */
export function appositive(context: Context, word: number): Proposition[] {
  const { tree } = context
  const head = tree.head[word]!
  if (!(isNominal(tree, word) || ROLE.has(tree.lemma[word]!)) || !isNominal(tree, head)) return []
  if (isSaid(tree, word)) {
    if (isSaid(tree, head) && tree.upos[word] === 'PROPN') return said(head, word)
    const self = context.kinds[head] === 'copula' ? subjectOf(tree, head) : head
    return self < 0
      ? []
      : nounPredicates(context, {
          construction: 'apposition',
          noun: word,
          self,
          governor: head,
          typedOnly: false,
        })
  }
  return isSaid(tree, head) ? said(head, word) : [twoNames(tree, head, word)]

  function said(noun: number, self: number): Proposition[] {
    return nounPredicates(context, {
      construction: 'apposition',
      noun,
      self,
      governor: noun,
      typedOnly: true,
    })
  }
}

/** True for a noun that says something rather than names. */
const isSaid = (tree: Tree, word: number): boolean =>
  tree.upos[word] === 'NOUN' ||
  tree.upos[word] === 'ADJ' ||
  (tree.upos[word] === 'PROPN' && !isName(tree, word))

function twoNames(tree: Tree, head: number, word: number): Proposition {
  const words: number[] = []
  phraseWords(tree, head, words)
  phraseWords(tree, word, words)
  return {
    construction: 'apposition',
    anchor: word,
    lemma: '',
    passive: false,
    subject: head,
    slots: [
      { role: 'self', head },
      { role: isBracketed(tree, word) ? 'bracketed' : 'appos', head: word },
    ],
    governor: head,
    evidence: runs(tree, words),
    typedOnly: true,
  }
}

const isBracketed = (tree: Tree, word: number): boolean =>
  tree.children[word]!.some((c) => c < word && (tree.form[c] === '(' || tree.form[c] === '['))

/** "A son named Tom": the name a noun is given right beside it, by apposition or "named"; -1 for none. */
export function nameBeside(tree: Tree, noun: number): number {
  const beside = tree.children[noun]!.find(
    (c) => BESIDE.has(tree.relation[c]!) && tree.upos[c] === 'PROPN' && c > noun,
  )
  if (beside !== undefined) return beside
  const naming = tree.children[noun]!.find(
    (c) => tree.relation[c] === 'acl' && (tree.lemma[c] === 'name' || tree.lemma[c] === 'call'),
  )
  if (naming !== undefined) {
    const name = dependent(tree, naming, 'xcomp')
    return name >= 0 ? name : dependent(tree, naming, 'obj')
  }
  return KIN.has(tree.lemma[noun]!) ? nextName(tree, noun) : -1
}

const BESIDE = new Set(['appos', 'parataxis', 'list', 'dep'])

/** "His wife, Juliana,": the name after a relation, which parsers often call coordinated with it. */
function nextName(tree: Tree, noun: number): number {
  const next = tree.form[noun + 1] === ',' ? noun + 2 : noun + 1
  if (tree.sentence[next] !== tree.sentence[noun] || tree.upos[next] !== 'PROPN') return -1
  const together = tree.head[noun] === next || tree.head[next] === tree.head[noun] || tree.head[next] === noun
  const joined = tree.relation[noun] === 'conj' || tree.relation[next] === 'conj'
  return together && joined && dependent(tree, next, 'cc') < 0 ? next : -1
}
