import { clauseEvidence } from './clause-evidence.js'
import type { Context } from './context.js'
import type { Proposition } from './proposition.js'
import { verbSlots } from './slots.js'
import { dependent } from './tree.js'

/** "There was a fire in the depot": the fire exists. */
export function existential(context: Context, verb: number): Proposition {
  const { tree } = context
  const subject = dependent(tree, verb, 'nsubj')
  return {
    construction: 'existence',
    anchor: verb,
    lemma: 'exist',
    passive: false,
    subject,
    slots: verbSlots(tree, verb, subject, false),
    governor: verb,
    evidence: clauseEvidence(context, verb, subject),
    typedOnly: false,
  }
}
