import { RELATIONAL } from '../lang/en/roles.js'
import { nameBeside } from './appositive.js'
import { clauseEvidence } from './clause-evidence.js'
import type { Context } from './context.js'
import { isName, nounNames } from './noun-names.js'
import { nounPredicates } from './noun-predicate.js'
import type { Proposition } from './proposition.js'
import { subjectOf } from './subject.js'

/** "Their children were Laura and Ruth", "her husband is the editor Tom Orr": the subject says what the predicate names. */
export function named(context: Context, predicate: number): Proposition[] {
  const { tree } = context
  const name = isName(tree, predicate) ? predicate : nameBeside(tree, predicate)
  if (name < 0) return []
  const subject = subjectOf(tree, predicate)
  if (
    subject < 0 ||
    tree.upos[subject] !== 'NOUN' ||
    !nounNames(tree, subject).some((n) => RELATIONAL.has(n))
  )
    return []
  const said = {
    construction: 'copula',
    noun: subject,
    self: name,
    governor: predicate,
    typedOnly: true,
  } as const
  return nounPredicates(context, said, clauseEvidence(context, predicate, subject)).slice(0, 1)
}
