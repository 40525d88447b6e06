import { ABBREVIATED } from '../lang/en/verbs.js'
import { antecedent, gapOf, relativeHead } from './relative.js'
import type { Slot } from './proposition.js'
import { caseOf, dependent, type Tree } from './tree.js'

/** Lemma of a verb with its particle: 'set up'. */
export function verbLemma(tree: Tree, verb: number): string {
  const lemma = ABBREVIATED.get(tree.lemma[verb]!) ?? tree.lemma[verb]!
  const particle = dependent(tree, verb, 'compound:prt')
  return particle < 0 ? lemma : `${lemma} ${tree.lemma[particle]!}`
}

/** The participants of a verb, roles as in proposition.ts; `subject` is the resolved surface subject or -1. */
export function verbSlots(tree: Tree, verb: number, subject: number, passive: boolean): Slot[] {
  const slots: Slot[] = []
  const object = dependent(tree, verb, 'obj')
  if (subject >= 0)
    slots.push({ role: passive ? (object >= 0 ? 'recipient' : 'patient') : 'agent', head: subject })
  for (const c of tree.children[verb]!) {
    const role = verbRole(tree, c, passive)
    if (role !== null) slots.push({ role, head: fillerOf(tree, c) })
  }
  const shared = sharedObject(tree, verb)
  if (shared >= 0) slots.push({ role: 'patient', head: shared })
  const gap = gapOf(tree, verb)
  if (gap) slots.push({ role: gap.role === 'object' ? 'patient' : gap.preposition, head: gap.noun })
  return slots
}

/** The word itself, or what a relative word stands for: "the town where she died". */
function fillerOf(tree: Tree, c: number): number {
  if (tree.form[c] !== 'where') return antecedent(tree, c)
  const noun = relativeHead(tree, c)
  return noun < 0 ? c : noun
}

/** "Arrested and questioned the man": an object after the second verb, hung on the first, is of both. */
function sharedObject(tree: Tree, verb: number): number {
  if (tree.relation[verb] !== 'conj' || dependent(tree, verb, 'obj') >= 0) return -1
  if (tree.children[verb]!.some((c) => c > verb && tree.relation[c] !== 'punct')) return -1
  const object = dependent(tree, tree.head[verb]!, 'obj')
  return object > verb ? object : -1
}

/** Role of a dependent of a verb, null for one that is no participant. */
function verbRole(tree: Tree, c: number, passive: boolean): string | null {
  switch (tree.relation[c]) {
    case 'obj':
      return 'patient'
    case 'iobj':
      return 'recipient'
    case 'obl':
      return obliqueRole(tree, c, passive)
    case 'xcomp':
      return tree.upos[c] === 'VERB' || dependent(tree, c, 'mark') >= 0 ? 'clause' : 'complement'
    case 'ccomp':
      return 'clause'
    case 'advmod':
      return tree.form[c] === 'where' && relativeHead(tree, c) >= 0 ? 'in' : null
    default:
      return null
  }
}

function obliqueRole(tree: Tree, c: number, passive: boolean): string | null {
  if (tree.upos[c] === 'ADP' || tree.upos[c] === 'ADV') return null
  if (tree.deprel[c] === 'obl:agent') return 'agent'
  const preposition = caseOf(tree, c)
  if (preposition === '') return 'unmarked'
  return preposition === 'by' && passive ? 'by' : preposition
}

/** The participants of a noun or adjective: possessor, modifiers, prepositional phrases. */
export function nounSlots(tree: Tree, noun: number): Slot[] {
  const slots: Slot[] = []
  for (const c of tree.children[noun]!) {
    const role = nounRole(tree, c, noun)
    if (role !== null) slots.push({ role, head: antecedent(tree, c) })
  }
  return slots
}

function nounRole(tree: Tree, c: number, noun: number): string | null {
  switch (tree.relation[c]) {
    case 'nmod':
      if (tree.deprel[c] === 'nmod:poss') return 'poss'
      if (tree.deprel[c] === 'nmod:desc') return null
      return caseOf(tree, c) || (tree.deprel[c] === 'nmod' ? null : 'unmarked')
    case 'obl':
      return tree.upos[c] === 'ADP' || tree.upos[c] === 'ADV' ? null : caseOf(tree, c) || 'unmarked'
    case 'obj':
      return 'patient'
    case 'amod':
      return 'amod'
    case 'compound':
      return c < noun && tree.deprel[c] === 'compound' ? 'compound' : null
    case 'xcomp':
    case 'ccomp':
      return 'clause'
    default:
      return null
  }
}
