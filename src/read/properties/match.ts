import { isName, nounNames } from '../propositions/noun-names.js'
import { nounPhrase } from '../propositions/noun-phrase.js'
import type { Proposition } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { nounSlots } from '../propositions/slots.js'
import { conjuncts } from '../propositions/tree.js'
import { fits } from './fits.js'
import { PATTERNS, type Entry } from './properties.js'
import type { Property, RangeType } from './property.js'
import { passes } from './tests.js'

/** A property that a proposition states, with the head words of its subject and object and the roles they had. */
export interface Match {
  readonly property: Property
  readonly subject: number
  readonly subjectRole: string
  readonly object: number | null
  readonly objectRole: string | null
  /** Whether what is coordinated with the subject or object fits as well. */
  readonly fitsSubject: (head: number) => boolean
  readonly fitsObject: (head: number) => boolean
}

/** The typed properties that `p` states: for each property the first of its patterns that fits. */
export function matchProperties(scene: Scene, p: Proposition): Match[] {
  const found: Match[] = []
  for (const key of keysOf(scene, p))
    for (const entry of PATTERNS.get(key) ?? []) {
      if (found.some((m) => m.property === entry.property)) continue
      const match = matchPattern(scene, p, entry)
      if (match) found.push(match)
    }
  return found.filter(
    (m) => !found.some((o) => o.object === m.object && o.property.overrides.includes(m.property.name)),
  )
}

function keysOf(scene: Scene, p: Proposition): string[] {
  switch (p.construction) {
    case 'verb':
      return [`verb:${p.lemma}`]
    case 'event-noun':
      return [`verb:${p.lemma}`]
    case 'existence':
      return []
    case 'adjective':
      return [`adjective:${p.lemma}`, 'adjective:*']
    default:
      if (p.lemma === '') return ['name']
      if (p.construction === 'copula' && p.lemma === 'be') return ['adjective:be']
      if (isName(scene.tree, p.anchor)) return []
      return [
        ...nounNames(scene.tree, p.anchor)
          .reverse()
          .map((n) => `noun:${n}`),
        'noun:*',
      ]
  }
}

function matchPattern(scene: Scene, p: Proposition, entry: Entry): Match | null {
  const { pattern, property } = entry
  if (pattern.voice && (pattern.voice === 'passive') !== p.passive) return null
  if (pattern.construction && !pattern.construction.includes(p.construction)) return null
  if (pattern.without?.some((role) => fillers(scene, p, role).length > 0)) return null
  for (const [role, lemmas] of entry.with)
    if (
      !fillers(scene, p, role).some(
        (f) => lemmas === '*' || nounNames(scene.tree, f.head).some((n) => lemmas.has(n)),
      )
    )
      return null
  const loose = property.event && !pattern.strict
  const domain = pattern.domain ?? property.domain
  const fitsSubject = (h: number): boolean => fits(scene, h, domain, loose)
  const subject = firstThat(scene, p, pattern.subject, fitsSubject)
  if (!subject) return null
  const match = {
    property,
    subject: subject.head,
    subjectRole: subject.role,
    fitsSubject,
    fitsObject: (h: number): boolean => isObject(scene, entry, subject.head, h, ''),
  }
  if (pattern.object) {
    const object = objectOf(scene, p, entry, subject.head)
    if (object) return { ...match, object: object.head, objectRole: object.role }
    if (!pattern.optional) return null
  }
  return { ...match, object: null, objectRole: null }
}

interface Filler {
  readonly head: number
  readonly role: string
}

function objectOf(
  scene: Scene,
  p: Proposition,
  { pattern, property }: Entry,
  subject: number,
): Filler | null {
  const loose = property.event && !pattern.strict
  const range: readonly RangeType[] = pattern.range ?? property.range
  if (pattern.object?.[0] === 'reciprocal') {
    const other = conjuncts(scene.tree, subject)[1]
    return other !== undefined && fits(scene, other, range, loose)
      ? { head: other, role: 'reciprocal' }
      : null
  }
  return firstThat(scene, p, pattern.object ?? [], (h, role) =>
    isObject(scene, { pattern, property }, subject, h, role),
  )
}

function isObject(
  scene: Scene,
  { pattern, property }: Pick<Entry, 'pattern' | 'property'>,
  subject: number,
  h: number,
  role: string,
): boolean {
  const loose = property.event && !pattern.strict
  if (h === subject || (role !== 'noun' && sameMention(scene, subject, h))) return false
  if (property.name === 'alias' && areApart(scene, subject, h)) return false
  if (role !== 'clause' && !fits(scene, h, pattern.range ?? property.range, loose)) return false
  return !pattern.test || passes(scene, pattern.test, h)
}

/** "KELSO (Nova News)": a place and a body, or a body and a person, are not two names of one. */
function areApart({ marks }: Scene, a: number, b: number): boolean {
  const [one, other] = [marks.type[a], marks.type[b]]
  return APART.has(one ?? '') && APART.has(other ?? '') && one !== other
}
const APART = new Set(['Person', 'Organization', 'Place'])

function firstThat(
  scene: Scene,
  p: Proposition,
  roles: readonly string[],
  holds: (head: number, role: string) => boolean,
): Filler | null {
  for (const role of roles) for (const f of fillers(scene, p, role)) if (holds(f.head, f.role)) return f
  return null
}

/** Roles in which a time says when. */
const WHEN = new Set([
  'in',
  'on',
  'unmarked',
  'at',
  'around',
  'circa',
  'c.',
  'ca.',
  'about',
  'during',
  'early in',
  'late in',
  'of',
])

/** What fills the role a pattern names; 'patient>from' looks below the patient. */
function fillers(scene: Scene, p: Proposition, role: string): Filler[] {
  if (role === 'noun') return [{ role, head: p.anchor }]
  if (role === 'time') return p.slots.filter((s) => scene.marks.time[s.head] && WHEN.has(s.role))
  if (role === 'amount') return p.slots.filter((s) => scene.marks.quantity[s.head] && s.role !== 'agent')
  if (role === 'inside') return insideOf(scene, p.anchor)
  const step = role.indexOf('>')
  if (step < 0) return p.slots.filter((s) => s.role === role)
  return fillers(scene, p, role.slice(0, step)).flatMap((f) =>
    nounSlots(scene.tree, f.head)
      .filter((s) => s.role === role.slice(step + 1))
      .map((s) => ({ role, head: s.head })),
  )
}

/** The modifiers anywhere before a noun in its phrase: "Canadian" in "a Canadian football player". */
function insideOf({ tree }: Scene, noun: number): Filler[] {
  const found: Filler[] = []
  for (let i = nounPhrase(tree, noun).first; i < noun; i++)
    if ((tree.relation[i] === 'amod' || tree.relation[i] === 'compound') && tree.head[i] !== noun)
      found.push({ role: 'amod', head: i })
  return found
}

/** "The University of Oran": what stands inside the subject's own name is no object. */
function sameMention(scene: Scene, subject: number, object: number): boolean {
  const mention = scene.marks.mention[subject]
  const word = scene.words[object]!
  return mention?.form === 'name' && word.start >= mention.start && word.end <= mention.end
}
