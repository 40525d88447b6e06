import {
  AS_ROLE_OF_OBJECT,
  AS_ROLE_OF_SUBJECT,
  COMPLEMENT_OF_OBJECT,
  COMPLEMENT_OF_SUBJECT,
} from '../lang/en/verbs.js'
import type { Context } from './context.js'
import { nounPredicates } from './noun-predicate.js'
import { slot, type Proposition } from './proposition.js'
import { isNominal } from './tree.js'

/** The roles that a verb gives its subject or object: "serves as mayor", "was appointed director", "became a nurse". */
export function verbRoles(context: Context, verb: Proposition): Proposition[] {
  const { tree } = context
  const out: Proposition[] = []
  for (const s of verb.slots) {
    const self = s.role === 'as' ? asRole(verb) : s.role === 'complement' ? complementOf(verb) : -1
    if (self < 0 || self === s.head || !isNominal(tree, s.head)) continue
    const said = { construction: 'role', noun: s.head, self, governor: verb.anchor, typedOnly: true } as const
    out.push(...nounPredicates(context, said, verb.evidence))
  }
  return out
}

const undergoer = (verb: Proposition): number => (verb.passive ? verb.subject : slot(verb, 'patient'))

function asRole(verb: Proposition): number {
  if (AS_ROLE_OF_OBJECT.has(verb.lemma)) return undergoer(verb)
  return AS_ROLE_OF_SUBJECT.has(verb.lemma) ? verb.subject : -1
}

function complementOf(verb: Proposition): number {
  if (COMPLEMENT_OF_SUBJECT.has(verb.lemma)) return verb.subject
  return COMPLEMENT_OF_OBJECT.has(verb.lemma) ? undergoer(verb) : -1
}
