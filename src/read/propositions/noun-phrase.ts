import type { WordRange } from '../layers.js'
import { dependent, type Tree } from './tree.js'

/** What stands beside a noun phrase rather than in it. */
const BESIDE = new Set([
  'appos',
  'parataxis',
  'discourse',
  'vocative',
  'list',
  'dep',
  'orphan',
  'reparandum',
  'dislocated',
])
/** Relations of a clause, which a noun governs when it is a predicate ("X was the mayor in 2010"). */
const CLAUSAL = new Set([
  'nsubj',
  'csubj',
  'cop',
  'aux',
  'mark',
  'advcl',
  'ccomp',
  'expl',
  'obl',
  'obj',
  'iobj',
  'xcomp',
])
const NOT = new Set(['not', "n't", 'n’t'])
const DEEPEST = 30

const isPredicate = (tree: Tree, head: number): boolean =>
  dependent(tree, head, 'cop') >= 0 || dependent(tree, head, 'nsubj') >= 0

/**
 * The noun phrase that `head` heads, as one run of words: its determiner, modifiers and complements, without its
 * preposition, relative clauses, participles and appositions; with what is coordinated with it when `whole`.
 * Where something left out stands inside, the run ends before it.
 */
export function nounPhrase(tree: Tree, head: number, whole = false): WordRange {
  const { first, last } = partOf(tree, head, whole, 0)
  return closeBrackets(tree, first, last - 1)
}

interface Part extends WordRange {
  /** Something that hangs on it was left out at its end. */
  readonly cut: boolean
}

function partOf(tree: Tree, head: number, whole: boolean, level: number): Part {
  let first = head
  let last = head
  let cut = false
  if (level > DEEPEST) return { first, last: last + 1, cut: true }
  const predicate = isPredicate(tree, head)
  const children = tree.children[head]!
  for (let k = children.length - 1; k >= 0; k--) {
    const c = children[k]!
    if (c > head || tree.relation[c] === 'punct') continue
    if (leftOut(tree, c, predicate, whole, level)) break
    first = Math.min(first, partOf(tree, c, true, level + 1).first)
  }
  for (const c of children) {
    if (c < head || tree.relation[c] === 'punct') continue
    cut = leftOut(tree, c, predicate, whole, level) || !adjoins(tree, last, c)
    if (cut) break
    const part = partOf(tree, c, true, level + 1)
    last = Math.max(last, part.last - 1)
    cut = part.cut
    if (cut) break
  }
  return { first, last: last + 1, cut }
}

function leftOut(tree: Tree, child: number, predicate: boolean, whole: boolean, level: number): boolean {
  const relation = tree.relation[child]!
  if (BESIDE.has(relation) || isBracketed(tree, child)) return true
  if (relation === 'acl') return tree.deprel[child] === 'acl:relcl' || !isInfinitive(tree, child)
  if (relation === 'conj') return !whole || dependent(tree, child, 'nsubj') >= 0
  if (relation === 'cc') return !whole || level === 0
  // A "no" is counted as negation; what is left names what there is none of.
  if (relation === 'det' && level === 0 && tree.form[child] === 'no') return true
  // Those of a part stand inside: "at least ten men", "a plan to sell".
  if (relation === 'case' || relation === 'mark') return level === 0
  if (relation === 'advmod') return predicate || NOT.has(tree.form[child]!)
  return predicate && CLAUSAL.has(relation)
}

/** "Brock (1901 – 1982)". */
const isBracketed = (tree: Tree, child: number): boolean => {
  const first = tree.children[child]![0]
  return first !== undefined && first < child && tree.head[child]! < child && tree.form[first] === '('
}

const isInfinitive = (tree: Tree, verb: number): boolean => {
  const mark = dependent(tree, verb, 'mark')
  return mark >= 0 && tree.form[mark] === 'to'
}

/** False where words of something else stand between the phrase so far and what hangs on it. */
function adjoins(tree: Tree, last: number, child: number): boolean {
  let leftmost = child
  for (
    let i = 0;
    i < DEEPEST && tree.children[leftmost]!.length > 0 && tree.children[leftmost]![0]! < leftmost;
    i++
  )
    leftmost = tree.children[leftmost]![0]!
  for (let i = last + 1; i < leftmost; i++) if (tree.relation[i] !== 'punct') return false
  return true
}

const OPENING: Readonly<Record<string, string>> = { '(': ')', '“': '”', '‘': '’', '[': ']' }

/** Takes the bracket or quotation mark that closes one opened inside. */
function closeBrackets(tree: Tree, first: number, last: number): WordRange {
  let awaited = ''
  for (let i = first; i <= last; i++) {
    if (OPENING[tree.form[i]!]) awaited = OPENING[tree.form[i]!]!
    else if (tree.form[i] === awaited) awaited = ''
    else if (tree.form[i] === '"' || tree.form[i] === "'") awaited = tree.form[i]!
  }
  const next = last + 1
  const closes = awaited !== '' && tree.form[next] === awaited && tree.sentence[next] === tree.sentence[last]
  return { first, last: closes ? next + 1 : next }
}
