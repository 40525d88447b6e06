import { COLLECTIVE } from '../lang/en/verbs.js'
import { matchProperties, type Match } from '../properties/match.js'
import { nameBeside } from '../propositions/appositive.js'
import type { Proposition } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { conjuncts, isNominal } from '../propositions/tree.js'
import { predicatePhrase } from './phrase.js'
import { entityOf } from './term.js'
import { stated } from './untyped.js'

/** A claim by head words, before it is written out. */
export interface Draft {
  readonly proposition: Proposition
  readonly property: string | null
  readonly predicate: string
  readonly subject: number
  readonly object: number | null
  /** Role that the object had, so that it is not listed again. */
  readonly objectRole: string | null
  /** The subject or object term takes in what is coordinated with it. */
  readonly wholeSubject: boolean
  readonly wholeObject: boolean
}

const MOST = 8
const INTERROGATIVE = new Set(['who', 'what', 'which', 'whom', 'whatever', 'whoever'])
/** Constructions whose noun is itself what a claim is about. */
const NOMINAL = new Set(['copula', 'apposition', 'title', 'role', 'possession'])

/** The claims of one proposition: one for each typed property and participant it names, or one without property. */
export function draftsOf(scene: Scene, p: Proposition, mayBeUntyped: boolean): Draft[] {
  const matches = matchProperties(scene, p)
  // "It is not clear who paid" claims it of nobody
  const drafts = matches
    .flatMap((m) => typed(scene, p, m))
    .filter((d) => !INTERROGATIVE.has(scene.tree.form[d.subject]!))
  if (p.typedOnly || !mayBeUntyped || p.subject < 0 || INTERROGATIVE.has(scene.tree.form[p.subject]!))
    return drafts
  if (NOMINAL.has(p.construction) ? matches.some((m) => m.objectRole === 'noun') : matches.length > 0)
    return drafts
  return [...drafts, ...untyped(scene, p)]
}

function typed(scene: Scene, p: Proposition, match: Match): Draft[] {
  const { property, subjectRole, objectRole } = match
  const predicate = predicatePhrase(p, subjectRole, objectRole)
  const pair = objectRole === 'reciprocal'
  const subjects = pair ? [match.subject] : participants(scene, match.subject, match.fitsSubject)
  const objects =
    match.object === null
      ? [null]
      : pair || objectRole === 'noun' || objectRole === 'clause'
        ? [match.object]
        : participants(scene, match.object, match.fitsObject)
  return subjects.flatMap((subject) =>
    objects
      .filter((object) => object !== subject && !isSame(scene, property.name, subject, object))
      .map((object) => ({
        proposition: p,
        property: property.name,
        predicate,
        subject,
        object,
        objectRole,
        wholeSubject: false,
        wholeObject: false,
      })),
  )
}

/** Nobody is related to himself; two different names that coreference took for one may be two. */
function isSame(scene: Scene, property: string, subject: number, object: number | null): boolean {
  if (object === null || property === 'alias') return false
  const entity = entityOf(scene, subject)
  if (entity === null || entity !== entityOf(scene, object)) return false
  const [a, b] = [scene.marks.mention[subject], scene.marks.mention[object]]
  return !(a?.form === 'name' && b?.form === 'name' && a.text !== b.text)
}

function untyped(scene: Scene, p: Proposition): Draft[] {
  const claim = stated(scene, p)
  if (!claim) return []
  const each = spread(scene, p.subject)
  const apart = each.length > 1 && !COLLECTIVE.has(p.lemma) && each.every((s) => isNamed(scene, s))
  return (apart ? each : [p.subject]).map((subject) => ({
    proposition: p,
    property: null,
    predicate: claim.predicate,
    subject,
    object: claim.object < 0 ? null : claim.object,
    objectRole: claim.objectRole,
    wholeSubject: !apart,
    wholeObject: claim.objectRole !== 'noun',
  }))
}

/** The names right beside a noun stand for it ("a merchant, Tad Orr"; "the brothers Tad and Ben Orr"); the noun itself without. */
function namesOf(scene: Scene, head: number): number[] {
  if (scene.tree.upos[head] !== 'NOUN') return [head]
  const name = nameBeside(scene.tree, head)
  return name < 0 ? [head] : conjuncts(scene.tree, name)
}

/** A head word with those coordinated with it that head phrases of their own. */
const spread = (scene: Scene, head: number, fits: (c: number) => boolean = () => true): number[] =>
  conjuncts(scene.tree, head)
    .filter(
      (c) => c >= head && (c === head || (isNominal(scene.tree, c) && scene.kinds[c] === null && fits(c))),
    )
    .slice(0, MOST)

/** The participants of a typed claim: whoever fits, by name where one is given. */
const participants = (scene: Scene, head: number, fits: (c: number) => boolean): number[] =>
  spread(scene, head, fits).flatMap((c) => namesOf(scene, c).filter((n) => n === c || fits(n)))

const isNamed = (scene: Scene, head: number): boolean =>
  scene.marks.type[head] !== null || scene.tree.upos[head] === 'PROPN' || scene.tree.upos[head] === 'PRON'
