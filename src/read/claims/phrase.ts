import type { Proposition } from '../propositions/proposition.js'

const BARE = new Set([
  'patient',
  'complement',
  'recipient',
  'agent',
  'self',
  'noun',
  'time',
  'amount',
  'unmarked',
  'reciprocal',
  'amod',
  'compound',
  'poss',
  'clause',
  'appos',
  'bracketed',
])

/**
 * The lemma phrase of a predicate seen from the roles its subject and object have: 'be bear in', 'transfer to', 'found',
 * 'be found by', 'be manager of', 'have son'. A preposition that leads to the object is part of it.
 */
export function predicatePhrase(p: Proposition, subjectRole: string, objectRole: string | null): string {
  const object = objectRole === null ? '' : last(objectRole)
  switch (p.construction) {
    case 'verb':
    case 'event-noun': {
      const passive = subjectRole === 'patient' || subjectRole === 'recipient'
      const verb = passive ? `be ${p.lemma}` : p.lemma
      return passive && object === 'agent' ? `${verb} by` : withPreposition(verb, object)
    }
    case 'existence':
      return p.lemma
    case 'adjective':
      return withPreposition(objectRole === 'noun' ? 'be' : `be ${p.lemma}`, object)
    default:
      return nounPhraseOf(p, last(subjectRole), objectRole, object)
  }
}

function nounPhraseOf(p: Proposition, subject: string, objectRole: string | null, object: string): string {
  if (
    objectRole === 'noun' ||
    object === 'amod' ||
    object === 'appos' ||
    object === 'bracketed' ||
    p.lemma === ''
  )
    return withPreposition('be', object)
  if (p.lemma === 'be') return withPreposition('be', object)
  if (subject !== 'self')
    return object === 'self' ? `have ${p.lemma}` : withPreposition(`have ${p.lemma}`, object)
  return object === 'poss' || object === 'compound'
    ? `be ${p.lemma} of`
    : withPreposition(`be ${p.lemma}`, object)
}

const withPreposition = (phrase: string, role: string): string =>
  role === '' || BARE.has(role) ? phrase : `${phrase} ${role}`

/** 'patient>from' → 'from'. */
const last = (role: string): string => role.slice(role.lastIndexOf('>') + 1)
