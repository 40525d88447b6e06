import { dependent, isNominal, type Tree } from './tree.js'

const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose'])

/** The noun that a relative clause modifies, for any word inside the clause; -1 outside of relative clauses. */
export function relativeHead(tree: Tree, word: number): number {
  for (let at = word, steps = 0; at >= 0 && steps < 12; at = tree.head[at]!, steps++)
    if (tree.deprel[at] === 'acl:relcl') return tree.head[at]!
  return -1
}

/** `word`, or for a relative pronoun ("who", "whose") whom it stands for. */
export function antecedent(tree: Tree, word: number): number {
  const noun = antecedentOf(tree, word)
  return noun === word ? word : referent(tree, noun)
}

function antecedentOf(tree: Tree, word: number): number {
  if (word < 0 || !RELATIVE.has(tree.form[word]!)) return word
  const upos = tree.upos[word]
  if (upos !== 'PRON' && upos !== 'DET') return word
  const noun = relativeHead(tree, tree.head[word]!)
  return noun >= 0 && noun < word ? noun : word
}

/**
 * Whom a noun describes where the sentence says so: "Brock is a nurse who …" and "Brock, a nurse who …" speak of Brock.
 * The noun itself elsewhere.
 */
export function referent(tree: Tree, noun: number): number {
  const relation = tree.relation[noun]
  const head = tree.head[noun]!
  if (relation === 'appos' && head < noun && tree.upos[noun] === 'NOUN' && isNominal(tree, head))
    return referentOnce(tree, head)
  if (relation === 'conj' && dependent(tree, head, 'cop') >= 0) return referentOnce(tree, head)
  return referentOnce(tree, noun)
}

function referentOnce(tree: Tree, noun: number): number {
  if (tree.upos[noun] !== 'NOUN' || dependent(tree, noun, 'cop') < 0) return noun
  const subject = tree.children[noun]!.find((c) => tree.deprel[c] === 'nsubj')
  return subject === undefined || tree.upos[subject] === 'VERB' || tree.form[subject] === 'it'
    ? noun
    : antecedentOf(tree, subject)
}

/** Where the clause leaves a place for its noun empty: "the firm [that] she founded", "the bank he works for". */
export interface Gap {
  readonly role: 'object' | 'oblique'
  readonly noun: number
  /** The stranded preposition of an oblique. */
  readonly preposition: string
}

/** The gap in a relative clause without a relative pronoun; null where there is none. */
export function gapOf(tree: Tree, verb: number): Gap | null {
  if (tree.deprel[verb] !== 'acl:relcl') return null
  const noun = referent(tree, tree.head[verb]!)
  const children = tree.children[verb]!
  const pronoun = children.some(
    (c) => RELATIVE.has(tree.form[c]!) && tree.upos[c] === 'PRON' && tree.relation[c] !== 'obl',
  )
  const stranded = children.find((c) => tree.relation[c] === 'obl' && tree.upos[c] === 'ADP')
  if (stranded !== undefined) return { role: 'oblique', noun, preposition: tree.lemma[stranded]! }
  if (pronoun || dependent(tree, verb, 'obj') >= 0 || dependent(tree, verb, 'nsubj') < 0) return null
  if (
    dependent(tree, verb, 'ccomp') >= 0 ||
    dependent(tree, verb, 'xcomp') >= 0 ||
    dependent(tree, verb, 'nsubj:pass') >= 0
  )
    return null
  if (
    children.some(
      (c) => c < verb && (tree.form[c] === 'where' || tree.form[c] === 'when' || hasRelative(tree, c)),
    )
  )
    return null
  return { role: 'object', noun, preposition: '' }
}

const hasRelative = (tree: Tree, word: number): boolean =>
  RELATIVE.has(tree.form[word]!) || tree.children[word]!.some((c) => RELATIVE.has(tree.form[c]!))
