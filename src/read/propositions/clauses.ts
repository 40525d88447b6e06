import { dependent, type Tree } from './tree.js'

export type ClauseKind = 'verb' | 'copula' | 'adjective' | 'existence'

/** Relations in which a verb heads a clause; as `amod`, `compound` or `case` it is a modifier. */
const CLAUSAL = new Set([
  'root',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'csubj',
  'parataxis',
  'list',
  'conj',
  'dep',
  'appos',
  'dislocated',
  'reparandum',
])
const SMALL_CLAUSE = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis', 'conj', 'list'])

/** For each word the kind of clause it heads, null for none. Heads come before their dependents' conjuncts, so one pass by depth does. */
export function clauseKinds(tree: Tree): readonly (ClauseKind | null)[] {
  const kinds: (ClauseKind | null)[] = new Array<ClauseKind | null>(tree.size).fill(null)
  const order = Array.from({ length: tree.size }, (_, i) => i).filter((i) => mayHead(tree, i))
  order.sort((a, b) => tree.depth[a]! - tree.depth[b]!)
  for (const i of order) kinds[i] = kindOf(tree, i, kinds)
  return kinds
}

const mayHead = (tree: Tree, i: number): boolean =>
  CLAUSAL.has(tree.relation[i]!) || tree.children[i]!.length > 0

function kindOf(tree: Tree, i: number, kinds: readonly (ClauseKind | null)[]): ClauseKind | null {
  const upos = tree.upos[i]!
  const relation = tree.relation[i]!
  if (upos === 'PUNCT') return null
  const hasCopula = dependent(tree, i, 'cop') >= 0
  if (upos === 'VERB') {
    if (hasCopula && dependent(tree, i, 'nsubj:outer') >= 0 && !hasOwnSubject(tree, i)) return 'copula'
    if (tree.lemma[i] === 'be' && dependent(tree, i, 'expl') >= 0) return 'existence'
    if (!CLAUSAL.has(relation)) return null
    return relation === 'conj' && !isClausalConjunct(tree, i, kinds) ? null : 'verb'
  }
  if (hasCopula) return 'copula'
  if (upos === 'AUX') return tree.lemma[i] === 'be' && dependent(tree, i, 'expl') >= 0 ? 'existence' : null
  if (dependent(tree, i, 'orphan') >= 0) return null
  const subject = dependent(tree, i, 'nsubj')
  if (subject >= 0 && SMALL_CLAUSE.has(relation)) return 'copula'
  if (relation === 'conj') {
    const first = tree.head[i]!
    return kinds[first] === 'copula' && alike(tree, first, i) ? 'copula' : null
  }
  if (upos === 'ADJ' && relation === 'acl') return 'adjective'
  return null
}

const hasOwnSubject = (tree: Tree, i: number): boolean =>
  tree.children[i]!.some((c) => tree.relation[c] === 'nsubj' && tree.deprel[c] !== 'nsubj:outer')

/** A verb coordinated with a modifier ("tired and worn shoes") heads no clause; with a clause, or with a subject of its own, it does. */
const isClausalConjunct = (tree: Tree, i: number, kinds: readonly (ClauseKind | null)[]): boolean =>
  kinds[tree.head[i]!] !== null || dependent(tree, i, 'nsubj') >= 0

const NOUNS = new Set(['NOUN', 'PROPN', 'NUM', 'PRON'])
const alike = (tree: Tree, a: number, b: number): boolean =>
  tree.upos[a] === tree.upos[b] ||
  (NOUNS.has(tree.upos[a]!) && NOUNS.has(tree.upos[b]!)) ||
  (tree.upos[a] !== 'VERB' && tree.upos[b] === 'ADJ')
