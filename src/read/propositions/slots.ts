import { ABBREVIATED } from '../lang/en/verbs.js'
import { antecedent, gapOf, relativeHead } from './relative.js'
import data from '../lang/en/prepositions.json' with { type: 'json' }
import type { Slot } from './proposition.js'
import { caseOf, dependent, dependents, isNominal, type Tree } from './tree.js'

/** Lemma of a verb with its particle: 'set up'. */
export function verbLemma(tree: Tree, verb: number): string {
  const lemma = ABBREVIATED.get(tree.lemma[verb]!) ?? tree.lemma[verb]!
  const particle = particleOf(tree, verb)
  return particle < 0 ? lemma : `${lemma} ${tree.lemma[particle]!}`
}

const PARTICLES = new Set(['up', 'down', 'off', 'out', 'over'])

/** The particle of a verb, also where the parser took it for an adverb ("grew up in Oran"); -1 for none. */
function particleOf(tree: Tree, verb: number): number {
  const marked = dependent(tree, verb, 'compound:prt')
  if (marked >= 0) return marked
  const next = verb + 1
  return tree.head[next] === verb && tree.relation[next] === 'advmod' && PARTICLES.has(tree.form[next]!)
    ? next
    : -1
}

/** The participants of a verb, roles as in proposition.ts; `subject` is the resolved surface subject or -1. */
export function verbSlots(tree: Tree, verb: number, subject: number, passive: boolean): Slot[] {
  const slots: Slot[] = []
  const object = dependent(tree, verb, 'obj')
  if (subject >= 0)
    slots.push({ role: passive ? (object >= 0 ? 'recipient' : 'patient') : 'agent', head: subject })
  for (const c of participantsOf(tree, verb)) {
    const role = verbRole(tree, c, passive)
    if (role === null) continue
    slots.push({ role, head: fillerOf(tree, c) }, ...belowDate(tree, c))
  }
  const shared = sharedObject(tree, verb)
  if (shared >= 0) slots.push({ role: 'patient', head: shared })
  const gap = gapOf(tree, verb)
  if (gap) slots.push({ role: gap.role === 'object' ? 'patient' : gap.preposition, head: gap.noun })
  return slots
}

/**
 * The dependents of a verb that may be participants, those that belong to it in coordination included: what follows the
 * second verb is the second's, and the first's too where that has nothing of its own ("born and raised in Oran").
 */
function participantsOf(tree: Tree, verb: number): readonly number[] {
  const own = tree.children[verb]!
  if (own.every((c) => tree.relation[c] === 'punct') && tree.relation[verb] === 'acl')
    return beside(tree, verb)
  const second = own.find((c) => tree.relation[c] === 'conj' && tree.upos[c] === 'VERB')
  if (second !== undefined) {
    const bare = !own.some((c) => c > verb && c < second && COMPLETING.has(tree.relation[c]!))
    if (!bare) return own.filter((c) => c < second || tree.relation[c] !== 'obl')
    const lent = second - verb <= 3 && !hasSubject(tree, second) && dependent(tree, second, 'obj') < 0
    return lent ? [...own, ...dependents(tree, second, 'obl')] : own
  }
  if (tree.relation[verb] !== 'conj' || own.some((c) => c > verb && COMPLETING.has(tree.relation[c]!)))
    return own
  const first = tree.head[verb]!
  return [...own, ...dependents(tree, first, 'obl').filter((c) => c > verb)]
}

/** "Born 1 May 1961 in Oran": parsers often hang the place on the date. */
const belowDate = (tree: Tree, c: number): Slot[] =>
  tree.upos[c] === 'NUM' ||
  tree.children[c]!.some((d) => tree.upos[d] === 'NUM' && tree.relation[d] === 'nmod')
    ? nounSlots(tree, c).filter((s) => PLACING.has(s.role))
    : []

const PLACING = new Set(['in', 'at', 'near'])

/** "Brock (born 1961)": a date that hangs on the name but follows a bare participle. */
const beside = (tree: Tree, verb: number): number[] =>
  tree.children[tree.head[verb]!]!.filter(
    (c) =>
      c === verb + 1 && (tree.upos[c] === 'NUM' || tree.children[c]!.some((d) => tree.upos[d] === 'NUM')),
  )

const COMPLETING = new Set(['obj', 'obl', 'xcomp', 'ccomp', 'iobj'])
const hasSubject = (tree: Tree, verb: number): boolean => dependent(tree, verb, 'nsubj') >= 0

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
    case 'appos':
      return caseOf(tree, c) || 'unmarked'
    case 'nmod':
      // A name right after a verb that the parser took for a title.
      return tree.deprel[c] === 'nmod:desc' &&
        c > tree.head[c]! &&
        caseOf(tree, c) === '' &&
        dependent(tree, tree.head[c]!, 'obj') < 0
        ? 'patient'
        : null
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
  const preposition = caseOf(tree, c)
  if (preposition === 'by' && MEANS.has(tree.lemma[c]!)) return 'by means of'
  if (tree.deprel[c] === 'obl:agent') return 'agent'
  if (preposition === '') return 'unmarked'
  return preposition === 'by' && passive ? 'by' : preposition
}

/** "Ordered by e-mail", "dismissed by text message": nobody's doing. */
const MEANS = new Set(data.means)

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
    // What has a preposition is a complement, whatever else the parser called it.
    case 'flat':
    case 'appos':
    case 'dep':
    case 'parataxis':
      return isNominal(tree, c) && c > noun ? caseOf(tree, c) || null : null
    case 'nmod':
      if (tree.deprel[c] === 'nmod:poss') return 'poss'
      return caseOf(tree, c) || (tree.deprel[c] === 'nmod:unmarked' ? 'unmarked' : null)
    case 'obl':
      return tree.upos[c] === 'ADP' || tree.upos[c] === 'ADV' ? null : caseOf(tree, c) || 'unmarked'
    case 'obj':
      return 'patient'
    case 'amod':
      return 'amod'
    case 'nsubj':
      return dependent(tree, noun, 'cop') >= 0 && c > dependent(tree, noun, 'cop') && c < noun
        ? 'compound'
        : null
    case 'compound':
      return c < noun && tree.deprel[c] === 'compound' ? 'compound' : null
    case 'xcomp':
    case 'ccomp':
      return 'clause'
    default:
      return null
  }
}
