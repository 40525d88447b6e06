import type { RawRelation, WordRange } from '../layers.js'
import type { Draft } from '../claims/drafts.js'
import { phraseWords, runs } from '../propositions/evidence.js'
import type { Proposition } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { fits } from './fits.js'
import { propertyNamed } from './properties.js'

/** Below this the encoder's relations are not believed: a wrong fact about somebody is worse than a missing one. */
const THRESHOLD = 0.7
const PERSONAL = /^(?:he|him|his|she|her|hers|it|its|they|them|their)$/

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

/**
 * Claims for the encoder's relations that no rule found; they stand in the words from one participant to the other. Of several
 * relations between the same two in a sentence the surest is kept, under whatever words the two go.
 */
export function learnedDrafts(
  scene: Scene,
  relations: readonly RawRelation[],
  propositions: readonly Proposition[],
  drafts: readonly Draft[],
): Draft[] {
  const believed = relations
    .filter((r) => r.score >= THRESHOLD && scene.words[r.subject] && scene.words[r.object])
    .map((r) => ({ ...r, subject: headOfMention(scene, r.subject), object: headOfMention(scene, r.object) }))
    .filter((r) => isPlausible(scene, r))
    .sort((a, b) => b.score - a.score || a.subject - b.subject || a.object - b.object)
  if (believed.length === 0) return []
  const known = new Set(
    drafts.flatMap((d) => (d.property && d.object !== null ? [pairOf(scene, d.subject, d.object)] : [])),
  )
  const clauses = new Map(
    propositions
      .filter((p) => p.construction === 'verb' || p.construction === 'copula')
      .map((p) => [p.anchor, p]),
  )
  const out: Draft[] = []
  for (const r of believed) {
    const pair = pairOf(scene, r.subject, r.object)
    if (known.has(pair)) continue
    known.add(pair)
    out.push(draftOf(scene, r, LEARNED_NAMES.get(r.property) ?? r.property, clauses))
  }
  return out
}

/** Relations were learned inside sentences, between names, times and the pronouns that stand for a name. */
function isPlausible(scene: Scene, r: RawRelation): boolean {
  const property = propertyNamed(LEARNED_NAMES.get(r.property) ?? r.property)
  const { sentence } = scene.tree
  if (!property || r.subject === r.object || sentence[r.subject] !== sentence[r.object]) return false
  const isName = (k: number): boolean => scene.tree.upos[k] === 'PROPN'
  const isPronoun = (k: number): boolean => PERSONAL.test(scene.words[k]!.text.toLowerCase())
  const isTime = (k: number): boolean => Boolean(scene.marks.time[k])
  if (!isName(r.subject) && !isPronoun(r.subject)) return false
  if (!isName(r.object) && !isTime(r.object) && !(isPronoun(r.object) && isName(r.subject))) return false
  return fits(scene, r.subject, property.domain, false) && fits(scene, r.object, property.range, false)
}

/** The encoder speaks of the last word of a mention ("Tessin" for "the University of Tessin"): the word that heads it. */
function headOfMention({ marks, tree, words }: Scene, word: number): number {
  const { start, end } = words[word]!
  for (let k = word, steps = 0; k >= 0 && steps < 6; k = tree.head[k]!, steps++) {
    const mention = marks.mention[k]
    if (mention && mention.form !== 'pronoun' && mention.start <= start && mention.end >= end) return k
  }
  return word
}

/** The two participants, whoever of them is named first, by what they mean rather than by the words for it. */
function pairOf({ marks, tree }: Scene, subject: number, object: number): string {
  const meant = (k: number): string => marks.mention[k]?.entity ?? `word ${k}`
  return `${tree.sentence[subject]} ${[meant(subject), meant(object)].sort().join(' ')}`
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
