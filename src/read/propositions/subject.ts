import { AS_ROLE_OF_OBJECT, COMPLEMENT_OF_OBJECT, SUBJECT_CONTROL } from '../lang/en/verbs.js'
import { antecedent, referent } from './relative.js'
import { caseOf, dependent, isNominal, type Tree } from './tree.js'

const FURTHEST = 25

/**
 * Head word of the surface subject of the clause that `word` heads, -1 where none can be told. Looked for in turn: its
 * own; that of the clause it is coordinated with; for a complement the one that controls it; for a participle the noun
 * it modifies or the subject of the clause it adjoins. Relative pronouns give their antecedents.
 */
export function subjectOf(tree: Tree, word: number, level = 0): number {
  if (level > FURTHEST) return -1
  const own = ownSubject(tree, word)
  if (own >= 0) return antecedent(tree, own)
  if (dependent(tree, word, 'expl') >= 0 && tree.relation[word] !== 'conj') return -1
  const governor = tree.head[word]!
  if (governor < 0) return -1
  switch (tree.relation[word]) {
    case 'conj':
      return isNominal(tree, governor) && tree.relation[governor] === 'acl'
        ? -1
        : subjectOf(tree, governor, level + 1)
    case 'xcomp':
      return controller(tree, word, governor, level)
    case 'ccomp':
    case 'advcl': {
      const object = gerundOf(tree, word, governor)
      if (object >= 0) return antecedent(tree, object)
      // "Told him to leave it", which parsers call a clause of its own as often as not
      if (tree.relation[word] === 'ccomp' && hasTo(tree, word)) return controller(tree, word, governor, level)
      return isImpersonal(tree, word) ? subjectOf(tree, governor, level + 1) : -1
    }
    case 'obl': {
      const object = gerundOf(tree, word, governor)
      return object < 0 ? -1 : antecedent(tree, object)
    }
    case 'acl':
      return nounOfParticiple(tree, word, governor, level)
    case 'parataxis':
    case 'dep':
    case 'list':
      return besideSubject(tree, word, governor, level)
    default:
      return -1
  }
}

/**
 * Of a clause set beside something: the noun before it ("Brock (born 1961)", and "Brock (…) is a nurse", which parsers
 * often read so), or the subject of the clause it goes on from ("He taught; died in 1911").
 */
function besideSubject(tree: Tree, word: number, governor: number, level: number): number {
  if (governor > word) return -1
  if (tree.upos[governor] === 'VERB')
    return tree.relation[word] === 'parataxis' && !isCommandForm(tree, word)
      ? subjectOf(tree, governor, level + 1)
      : -1
  if (!isNominal(tree, governor)) return -1
  const copula = dependent(tree, governor, 'cop') >= 0
  return copula ? subjectOf(tree, governor, level + 1) : referent(tree, governor)
}

const isCommandForm = (tree: Tree, word: number): boolean => tree.form[word] === tree.lemma[word]

/** Two subjects before a verb are one and what is said of it: "A professor at Kelso, he has …"; the later is the subject. */
export function frontedOf(
  tree: Tree,
  word: number,
): { readonly said: number; readonly subject: number } | null {
  const subjects = tree.children[word]!.filter(
    (c) => c < word && (tree.deprel[c] === 'nsubj' || tree.deprel[c] === 'nsubj:pass'),
  )
  const [said, subject] = subjects
  return said !== undefined && subject !== undefined && subjects.length === 2 ? { said, subject } : null
}

function ownSubject(tree: Tree, word: number): number {
  const fronted = frontedOf(tree, word)
  if (fronted && tree.upos[word] === 'VERB') return fronted.subject
  const copula = tree.upos[word] === 'VERB' ? -1 : dependent(tree, word, 'cop')
  for (const c of tree.children[word]!) {
    const deprel = tree.deprel[c]!
    // "Is a Harvest Party man": after the copula and before the noun stands part of the noun.
    if (
      copula >= 0 &&
      c > copula &&
      c < word &&
      tree.form[copula - 1] !== undefined &&
      tree.sentence[copula - 1] === tree.sentence[word]
    )
      continue
    if (deprel === 'nsubj' || deprel === 'nsubj:pass' || deprel === 'csubj' || deprel === 'csubj:pass')
      return c
  }
  if (copula >= 0) return before(tree, word, copula)
  return tree.upos[word] === 'VERB' ? misplaced(tree, word) : -1
}

const LOOSE = new Set(['dep', 'dislocated', 'vocative', 'list'])
/** What a parser could not place but stands where the subject does: before the copula. */
const before = (tree: Tree, word: number, copula: number): number =>
  tree.children[word]!.find((c) => c < copula && LOOSE.has(tree.relation[c]!) && isNominal(tree, c)) ?? -1

/**
 * The subject of a verb that has none where a parser hung it wrongly: as a title on the verb itself, or as a second subject
 * on the verb of saying that follows ("Twelve crates were dug up, a guard has told …"), below or above it.
 */
function misplaced(tree: Tree, word: number): number {
  const titled = tree.children[word]!.find(
    (c) => c < word && tree.deprel[c] === 'nmod:desc' && isNominal(tree, c) && caseOf(tree, c) === '',
  )
  if (titled !== undefined) return titled
  const above = tree.head[word]!
  if (above > word && SAID_AFTER.has(tree.relation[word]!)) {
    const fronted = frontedOf(tree, above)
    if (fronted && fronted.said < word && fronted.subject > word) return fronted.said
  }
  for (const c of tree.children[word]!) {
    if (c < word || !SAID_AFTER.has(tree.relation[c]!)) continue
    const fronted = frontedOf(tree, c)
    if (fronted && fronted.said < word && fronted.subject > word) return fronted.said
  }
  return -1
}
const SAID_AFTER = new Set(['dep', 'parataxis', 'ccomp'])

/** Object control before subject control, but for verbs like "promise"; in a passive the subject is what was the object. */
function controller(tree: Tree, word: number, governor: number, level: number): number {
  if (!SUBJECT_CONTROL.has(tree.lemma[governor]!)) {
    const object = dependent(tree, governor, 'obj')
    const recipient = dependent(tree, governor, 'iobj')
    const controlling = object >= 0 ? object : recipient
    if (controlling >= 0 && controlling !== word) return antecedent(tree, controlling)
  }
  return subjectOf(tree, governor, level + 1)
}

const OBJECT_DOES = new Set(['of', 'from', 'for', 'into'])
/** "Accused her of reading it", "kept them from leaving": the object does what the gerund says; -1 where none is so placed. */
function gerundOf(tree: Tree, word: number, governor: number): number {
  if (!tree.form[word]!.endsWith('ing') || governor > word || tree.upos[governor] !== 'VERB') return -1
  const mark = dependent(tree, word, 'mark')
  if (mark < 0 || !OBJECT_DOES.has(tree.form[mark]!)) return -1
  const objects = ['obj', 'iobj'].map((relation) => dependent(tree, governor, relation))
  return objects.find((object) => object >= 0 && object < word) ?? -1
}

/** Participles and infinitives take their subject from elsewhere; a finite clause without one is broken. */
const isImpersonal = (tree: Tree, word: number): boolean =>
  tree.form[word]!.endsWith('ing') ||
  tree.form[word] !== tree.lemma[word] ||
  hasTo(tree, word) ||
  tree.upos[word] !== 'VERB'

const hasTo = (tree: Tree, word: number): boolean =>
  tree.children[word]!.some((c) => tree.deprel[c] === 'mark' && tree.form[c] === 'to')

/** "A firm founded by Brock": the noun itself; "her decision to resign": whoever has or makes the decision. */
function nounOfParticiple(tree: Tree, word: number, noun: number, level: number): number {
  if (tree.deprel[word] === 'acl:relcl') return dependent(tree, word, 'obj') >= 0 ? referent(tree, noun) : -1
  const marked = dependent(tree, word, 'mark') >= 0
  if (!marked) return isNominal(tree, noun) ? referent(tree, noun) : -1
  if (isOneWho(tree, noun)) return referent(tree, noun)
  const possessor = dependent(tree, noun, 'nmod:poss')
  if (possessor >= 0) return antecedent(tree, possessor)
  const governor = tree.head[noun]!
  return governor >= 0 && tree.upos[governor] === 'VERB' && tree.relation[noun] === 'obj'
    ? subjectOf(tree, governor, level + 1)
    : -1
}

const RANKS = new Set(['first', 'second', 'third', 'last', 'only', 'latest', 'next'])
/** "The first woman to win": she won. */
export const isOneWho = (tree: Tree, noun: number): boolean =>
  RANKS.has(tree.form[noun]!) ||
  tree.children[noun]!.some((c) => tree.relation[c] === 'amod' && RANKS.has(tree.form[c]!))

/** True where the verb gives its object a role ("elected her mayor", "hired him as a clerk"). */
export const givesRoleToObject = (lemma: string): boolean =>
  AS_ROLE_OF_OBJECT.has(lemma) || COMPLEMENT_OF_OBJECT.has(lemma)
