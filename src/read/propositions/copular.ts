import { clauseEvidence } from './clause-evidence.js'
import type { Context } from './context.js'
import type { Proposition, Slot } from './proposition.js'
import { antecedent } from './relative.js'
import { nounSlots } from './slots.js'
import { subjectOf } from './subject.js'
import { caseOf, dependent, isNominal } from './tree.js'

/**
 * "Brock is the mayor of Oran", "the plant is in Oran", "the contract is worth €3 million", "Johann, unable to pay":
 * what is said of the subject is a noun, a place or an adjective.
 */
export function copular(context: Context, head: number): Proposition {
  const { tree } = context
  const outer = dependent(tree, head, 'nsubj:outer')
  const subject = tree.upos[head] === 'VERB' && outer >= 0 ? antecedent(tree, outer) : subjectOf(tree, head)
  const slots: Slot[] = subject >= 0 ? [{ role: 'self', head: subject }] : []
  const preposition = isNominal(tree, head) ? caseOf(tree, head) : ''
  let lemma = tree.lemma[head]!
  if (tree.upos[head] === 'VERB') {
    slots.push({ role: 'clause', head })
    lemma = 'be'
  } else if (preposition) {
    slots.push({ role: preposition, head })
    lemma = 'be'
  } else slots.push(...nounSlots(tree, head))
  return {
    construction: isNominal(tree, head) || lemma === 'be' ? 'copula' : 'adjective',
    anchor: head,
    lemma,
    passive: false,
    subject,
    slots,
    governor: head,
    evidence: clauseEvidence(context, firstOfGroup(context, head), subject),
    typedOnly: false,
  }
}

/** Predicates joined without a copula of their own are quoted together: "is the founder and owner of the firm". */
function firstOfGroup({ tree, kinds }: Context, head: number): number {
  const first = tree.head[head]!
  const shares =
    tree.relation[head] === 'conj' && kinds[first] === 'copula' && dependent(tree, head, 'cop') < 0
  return shares && dependent(tree, head, 'nsubj') < 0 ? first : head
}
