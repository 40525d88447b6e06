import type { RawRelation, WordRange } from '../layers.js'
import type { Draft } from '../claims/drafts.js'
import { phraseWords, runs } from '../propositions/evidence.js'
import type { Proposition } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { propertyNamed } from './properties.js'

/** Below this the encoder's relations are not believed. */
const THRESHOLD = 0.5

/** KnowledgeNet's names, by which the encoder learned them, and ours. */
export const LEARNED_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CEO: 'ceo',
    DATE_OF_BIRTH: 'birthDate',
    DATE_OF_DEATH: 'deathDate',
    DATE_FOUNDED: 'foundingDate',
    CHILD_OF: 'parent',
    EDUCATED_AT: 'educatedAt',
    EMPLOYEE_OR_MEMBER_OF: 'employer',
    FOUNDED_BY: 'founder',
    HEADQUARTERS: 'headquarters',
    NATIONALITY: 'nationality',
    PLACE_OF_BIRTH: 'birthPlace',
    PLACE_OF_RESIDENCE: 'residence',
    POLITICAL_AFFILIATION: 'politicalParty',
    SPOUSE: 'spouse',
    SUBSIDIARY_OF: 'parentOrganization',
  }),
)

/** Claims for the encoder's relations that no rule found; they stand in the words from one participant to the other. */
export function learnedDrafts(
  scene: Scene,
  relations: readonly RawRelation[],
  propositions: readonly Proposition[],
  drafts: readonly Draft[],
): Draft[] {
  // They were learned inside sentences
  const believed = relations.filter(
    (r) =>
      r.score >= THRESHOLD &&
      scene.words[r.subject] !== undefined &&
      scene.words[r.subject]?.sentence === scene.words[r.object]?.sentence,
  )
  if (believed.length === 0) return []
  const known = new Set(
    drafts.flatMap((d) => (d.property && d.object !== null ? keysOf(d.property, d.subject, d.object) : [])),
  )
  const clauses = new Map(
    propositions
      .filter((p) => p.construction === 'verb' || p.construction === 'copula')
      .map((p) => [p.anchor, p]),
  )
  const out: Draft[] = []
  for (const r of believed) {
    const name = LEARNED_NAMES.get(r.property) ?? r.property
    if (!propertyNamed(name)) continue
    const keys = keysOf(name, r.subject, r.object)
    if (r.subject === r.object || keys.some((k) => known.has(k))) continue
    for (const k of keys) known.add(k)
    out.push(draftOf(scene, r, name, clauses))
  }
  return out
}

function keysOf(name: string, subject: number, object: number): string[] {
  const key = `${name} ${subject} ${object}`
  return propertyNamed(name)?.symmetric ? [key, `${name} ${object} ${subject}`] : [key]
}

function draftOf(
  scene: Scene,
  r: RawRelation,
  property: string,
  clauses: ReadonlyMap<number, Proposition>,
): Draft {
  const anchor = commonGovernor(scene, r.subject, r.object)
  const clause = clauseAbove(scene, anchor, clauses)
  const proposition: Proposition = {
    construction: clause?.construction ?? 'possession',
    anchor: r.object,
    lemma: clause?.lemma ?? '',
    passive: clause?.passive ?? false,
    subject: r.subject,
    slots: [
      { role: 'self', head: r.subject },
      { role: 'noun', head: r.object },
    ],
    governor: clause?.anchor ?? anchor,
    evidence: between(scene, r.subject, r.object),
    typedOnly: true,
  }
  const predicate = clause
    ? `${clause.passive || clause.construction === 'copula' ? 'be ' : ''}${clause.lemma}`
    : 'be'
  return {
    proposition,
    property,
    predicate,
    subject: r.subject,
    object: r.object,
    objectRole: 'noun',
    wholeSubject: false,
    wholeObject: false,
  }
}

/** Everything from the first word of one phrase to the last of the other. */
function between(scene: Scene, a: number, b: number): WordRange[] {
  const words: number[] = []
  phraseWords(scene.tree, a, words)
  phraseWords(scene.tree, b, words)
  const first = Math.min(...words)
  const last = Math.max(...words)
  const sentences = scene.tree.sentence[a] === scene.tree.sentence[b]
  return runs(scene.tree, sentences ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : words)
}

/** The lowest word that governs both; the subject where they stand in different sentences. */
function commonGovernor({ tree }: Scene, a: number, b: number): number {
  let x = a
  let y = b
  while (x !== y) {
    if (x < 0 || y < 0) return a
    if (tree.depth[x]! >= tree.depth[y]!) x = tree.head[x]!
    else y = tree.head[y]!
  }
  return x
}

function clauseAbove(
  { tree }: Scene,
  word: number,
  clauses: ReadonlyMap<number, Proposition>,
): Proposition | undefined {
  for (let at = word, steps = 0; at >= 0 && steps < 20; at = tree.head[at]!, steps++) {
    const clause = clauses.get(at)
    if (clause) return clause
  }
  return undefined
}
