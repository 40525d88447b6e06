import {
  AS_ROLE_OF_OBJECT,
  AS_ROLE_OF_SUBJECT,
  COMPLEMENT_OF_OBJECT,
  COMPLEMENT_OF_SUBJECT,
} from '../lang/en/verbs.js'
import { KIN, POST } from '../lang/en/roles.js'
import type { Context } from './context.js'
import { nounPredicates } from './noun-predicate.js'
import { slot, type Proposition, type Slot } from './proposition.js'
import { nounSlots } from './slots.js'
import { isNominal, type Tree } from './tree.js'

/** The roles that a verb gives its subject or object: "serves as mayor", "was appointed director", "became a nurse". */
export function verbRoles(context: Context, verb: Proposition): Proposition[] {
  const { tree } = context
  const out: Proposition[] = []
  for (const s of [...verb.slots, ...asBelowObject(context, verb), ...post(context, verb)]) {
    const self = bearerOf(tree, verb, s)
    if (self < 0 || self === s.head || !isNominal(tree, s.head)) continue
    const said = { construction: 'role', noun: s.head, self, governor: verb.anchor, typedOnly: true } as const
    out.push(...nounPredicates(context, said, verb.evidence))
  }
  return out
}

/** Whom the role that fills slot `s` belongs to; -1 where the slot is no role. */
function bearerOf(tree: Tree, verb: Proposition, s: Slot): number {
  if (s.role === 'post') return verb.subject
  if (s.role === 'complement') return complementOf(verb)
  if (s.role !== 'as') return -1
  return ofSubject(tree, s.head, verb) ? verb.subject : asRole(verb)
}

/** "Joined the bank as a clerk": parsers often hang the role on the object. */
function asBelowObject({ tree }: Context, verb: Proposition): Slot[] {
  const object = slot(verb, 'patient')
  return object < 0 ? [] : nounSlots(tree, object).filter((s) => s.role === 'as')
}

/** "Held the post of director": a role named by a noun for roles. */
function post({ tree }: Context, verb: Proposition): Slot[] {
  const object = slot(verb, 'patient')
  if (object < 0 || !HOLDING.has(verb.lemma) || !POST.has(tree.lemma[object]!)) return []
  return nounSlots(tree, object)
    .filter((s) => s.role === 'of' || s.role === 'as')
    .map((s) => ({ role: 'post', head: s.head }))
}

const HOLDING = new Set([
  'hold',
  'assume',
  'take',
  'take up',
  'occupy',
  'accept',
  'leave',
  'fulfil',
  'fulfill',
  'have',
  'fill',
  'resign',
])

/** Kin ("grew up as daughter of") and what stands before the verb ("As a unit of Meridian, it sells …") belong to the subject. */
const ofSubject = (tree: Tree, role: number, verb: Proposition): boolean =>
  KIN.has(tree.lemma[role]!) || role < verb.anchor

const undergoer = (verb: Proposition): number => (verb.passive ? verb.subject : slot(verb, 'patient'))

function asRole(verb: Proposition): number {
  if (AS_ROLE_OF_OBJECT.has(verb.lemma)) return undergoer(verb)
  return AS_ROLE_OF_SUBJECT.has(verb.lemma) ? verb.subject : -1
}

function complementOf(verb: Proposition): number {
  if (COMPLEMENT_OF_SUBJECT.has(verb.lemma)) return verb.subject
  return COMPLEMENT_OF_OBJECT.has(verb.lemma) ? undergoer(verb) : -1
}
