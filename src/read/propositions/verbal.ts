import { clauseEvidence } from './clause-evidence.js'
import type { Context } from './context.js'
import type { Proposition } from './proposition.js'
import { verbLemma, verbSlots } from './slots.js'
import { subjectOf } from './subject.js'
import { isPassive } from './voice.js'

/** The proposition of a verb: "Ada Brock was born in Oran", "raised in Oran, she …", "a firm founded by Brock". */
export function verbal(context: Context, verb: number): Proposition {
  const { tree } = context
  const passive = isPassive(tree, verb)
  const subject = subjectOf(tree, verb)
  return {
    construction: 'verb',
    anchor: verb,
    lemma: verbLemma(tree, verb),
    passive,
    subject,
    slots: verbSlots(tree, verb, subject, passive),
    governor: verb,
    evidence: clauseEvidence(context, verb, subject),
    typedOnly: false,
  }
}
