import { COMPLEMENTS } from '../lang/en/modality.js'
import { CIRCUMSTANCE } from '../lang/en/prepositions.js'
import { SAYING } from '../lang/en/verbs.js'
import { slot, type Proposition } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { verbSlots } from '../propositions/slots.js'
import { dependent } from '../propositions/tree.js'
import { predicatePhrase } from './phrase.js'

/** What a proposition states when no typed property fits: its predicate phrase and object. */
export interface Stated {
  readonly predicate: string
  readonly object: number
  readonly objectRole: string | null
}

/** Verbs and adjectives that only say how their complement is meant: the complement makes the claim. */
const RAISING = new Set([
  'seem',
  'appear',
  'have',
  'use',
  'need',
  'go',
  'able',
  'unable',
  'likely',
  'unlikely',
  'certain',
  'due',
  'bound',
  'suppose',
  'tend',
  'set',
  'sure',
  'possible',
  'impossible',
  'get',
])

/** The untyped claim of `p`; null where it makes none (it ascribes, or its complement makes the claim). */
export function stated(scene: Scene, p: Proposition): Stated | null {
  const subjectRole = p.slots.find((s) => s.head === p.subject)?.role ?? 'agent'
  const clause = slot(p, 'clause')
  if (clause >= 0 && leavesToComplement(p, scene, clause)) return null
  switch (p.construction) {
    case 'copula':
    case 'title':
    case 'apposition': {
      if (p.lemma !== 'be') return { predicate: 'be', object: p.anchor, objectRole: 'noun' }
      const place = p.slots.find((s) => s.role !== 'self')
      return place
        ? { predicate: predicatePhrase(p, 'self', place.role), object: place.head, objectRole: place.role }
        : null
    }
    case 'existence':
      return { predicate: p.lemma, object: -1, objectRole: null }
    case 'adjective': {
      // "It is untrue that he left": the clause makes the claim
      if (scene.tree.relation[p.subject] === 'csubj' && COMPLEMENTS.has(p.lemma)) return null
      const others = p.slots.filter((s) => isObject(scene, s) && s.role !== 'self' && s.role !== 'clause')
      const object = others.find((s) => s.role === 'patient' || s.role === 'unmarked') ?? others[0]
      return {
        predicate: predicatePhrase(p, 'self', object?.role ?? null),
        object: object?.head ?? -1,
        objectRole: object?.role ?? null,
      }
    }
    default:
      return verbStated(scene, p, subjectRole, clause)
  }
}

function verbStated(scene: Scene, p: Proposition, subjectRole: string, clause: number): Stated | null {
  const own = mainObject(scene, p)
  const isInfinitive =
    clause >= 0 && scene.tree.relation[clause] === 'xcomp' && scene.tree.upos[clause] === 'VERB'
  if (isInfinitive && !(own && CORE.has(own.role))) return folded(scene, p, subjectRole, clause)
  if (!own && clause >= 0)
    return { predicate: predicatePhrase(p, subjectRole, null), object: clause, objectRole: 'clause' }
  return {
    predicate: predicatePhrase(p, subjectRole, own?.role ?? null),
    object: own?.head ?? -1,
    objectRole: own?.role ?? null,
  }
}

const CORE = new Set(['patient', 'complement', 'agent'])

/** "Tried to sell the port": 'try to sell', the port. */
function folded(scene: Scene, p: Proposition, subjectRole: string, clause: number): Stated {
  const { tree } = scene
  const mark = dependent(tree, clause, 'mark')
  const inner = verbSlots(tree, clause, -1, false).find((s) => isObject(scene, s) && s.role !== 'clause')
  const preposition =
    inner && !['patient', 'complement', 'recipient', 'unmarked'].includes(inner.role) ? ` ${inner.role}` : ''
  const verb = mark >= 0 ? `${tree.form[mark]!} ${tree.lemma[clause]!}` : tree.form[clause]!
  return {
    predicate: `${predicatePhrase(p, subjectRole, null)} ${verb}${preposition}`,
    object: inner?.head ?? -1,
    objectRole: inner?.role ?? null,
  }
}

/** The participant that becomes the object: patient, complement, agent of a passive, else the first that is no time. */
function mainObject(scene: Scene, p: Proposition): { role: string; head: number } | undefined {
  const others = p.slots.filter((s) => s.head !== p.subject && isObject(scene, s) && s.role !== 'clause')
  const find = (role: string) => others.find((s) => s.role === role)
  if (p.passive) return find('patient') ?? find('complement') ?? find('agent') ?? others[0]
  return find('patient') ?? find('complement') ?? others.find((s) => s.role !== 'recipient') ?? others[0]
}

const isObject = (scene: Scene, s: { role: string; head: number }): boolean =>
  !scene.marks.time[s.head] && !CIRCUMSTANCE.has(s.role) && s.role !== 'amod' && s.role !== 'compound'

function leavesToComplement(p: Proposition, scene: Scene, clause: number): boolean {
  if (SAYING.has(p.lemma)) return true
  if (RAISING.has(p.lemma)) return true
  if (slot(p, 'patient') >= 0 && !p.passive) return false
  const { tree } = scene
  const mark = dependent(tree, clause, 'mark')
  const signature =
    (mark >= 0 ? COMPLEMENTS.get(`${p.lemma} ${tree.form[mark]!}`) : undefined) ?? COMPLEMENTS.get(p.lemma)
  return tree.relation[clause] === 'xcomp' && signature !== undefined && Math.abs(signature[0]) >= 2
}
