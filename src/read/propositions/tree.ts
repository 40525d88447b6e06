import type { Syntax, Word } from '../layers.js'
import { repair } from './repair.js'

/**
 * The dependency trees of a document as parallel arrays over its words. Every head lies in the word's own sentence and
 * no word governs itself through others, whatever the parser said: such arcs are cut and the word becomes a root.
 */
export interface Tree {
  readonly size: number
  readonly form: readonly string[]
  /** Lower case, as everything written in the language data is. */
  readonly lemma: readonly string[]
  readonly upos: readonly string[]
  /** UD v2 relation with its subtype: 'nsubj:pass'. */
  readonly deprel: readonly string[]
  /** The relation without its subtype: 'nsubj'. */
  readonly relation: readonly string[]
  readonly head: Int32Array
  /** Dependents in text order. */
  readonly children: readonly (readonly number[])[]
  readonly sentence: Int32Array
  /** Depth below the root. */
  readonly depth: Int32Array
}

const NONE: readonly number[] = []

/** Builds the trees. A word the parser said nothing about is a root of its own. */
export function buildTree(words: readonly Word[], syntax: readonly Syntax[]): Tree {
  const size = words.length
  const head = new Int32Array(size).fill(-1)
  const sentence = Int32Array.from(words, (w) => w.sentence)
  for (let i = 0; i < size; i++) {
    const h = syntax[i]?.head ?? -1
    if (h >= 0 && h < size && h !== i && sentence[h] === sentence[i]) head[i] = h
  }
  const form = words.map((w) => w.text.toLowerCase())
  const upos = words.map((_, i) => syntax[i]?.upos ?? 'X')
  const given = words.map((_, i) => (head[i]! < 0 ? 'root' : (syntax[i]?.deprel ?? 'dep')))
  repair({ form, upos, head, deprel: given })
  const depth = cutCycles(head)
  const children = new Array<number[] | undefined>(size)
  for (let i = 0; i < size; i++) {
    const h = head[i]!
    if (h >= 0) (children[h] ??= []).push(i)
  }
  const deprel = given.map((relation, i) => (head[i]! < 0 ? 'root' : relation))
  return {
    size,
    form,
    lemma: words.map((w, i) => (syntax[i]?.lemma ?? w.text).toLowerCase()),
    upos,
    deprel,
    relation: deprel.map(withoutSubtype),
    head,
    children: Array.from({ length: size }, (_, i) => children[i] ?? NONE),
    sentence,
    depth,
  }
}

/** Gives each word its depth; where following heads comes back to a word on the way, that arc is cut. */
function cutCycles(head: Int32Array): Int32Array {
  const depth = new Int32Array(head.length).fill(-1)
  const onPath = new Uint8Array(head.length)
  const path: number[] = []
  for (let start = 0; start < head.length; start++) {
    let at = start
    while (at >= 0 && depth[at]! < 0 && !onPath[at]) {
      onPath[at] = 1
      path.push(at)
      at = head[at]!
    }
    if (at >= 0 && onPath[at]) {
      head[path.at(-1)!] = -1
      at = -1
    }
    let below = at < 0 ? 0 : depth[at]! + 1
    while (path.length > 0) {
      const word = path.pop()!
      onPath[word] = 0
      depth[word] = below++
    }
  }
  return depth
}

const withoutSubtype = (deprel: string): string => {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Dependents of `word` whose relation (with or without subtype) is `name`. */
export function dependents(tree: Tree, word: number, name: string): number[] {
  return tree.children[word]!.filter((c) => tree.deprel[c] === name || tree.relation[c] === name)
}

/** The first such dependent, -1 for none. */
export function dependent(tree: Tree, word: number, name: string): number {
  for (const c of tree.children[word]!) if (tree.deprel[c] === name || tree.relation[c] === name) return c
  return -1
}

/** A function word with the words fixed to it: 'because of'. */
export function fixedPhrase(tree: Tree, word: number): string {
  let phrase = tree.lemma[word]!
  for (const c of tree.children[word]!) if (tree.deprel[c] === 'fixed') phrase += ` ${tree.form[c]!}`
  return phrase
}

/** The preposition of a noun phrase ('in', 'out of', 'on behalf of'), '' for none; the possessive clitic is none. */
export function caseOf(tree: Tree, word: number): string {
  let phrase = ''
  for (const c of tree.children[word]!)
    if (tree.deprel[c] === 'case' && c < word && isPreposition(tree, c))
      phrase += (phrase && ' ') + fixedPhrase(tree, c)
  return phrase
}

/** A verb that a parser took for a preposition ("he said | the director was in hospital") is none. */
const isPreposition = (tree: Tree, c: number): boolean =>
  tree.upos[c] !== 'VERB' ||
  tree.form[c]!.endsWith('ing') ||
  tree.children[c]!.some((d) => tree.deprel[d] === 'fixed')

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM'])
/** True for a word that can head a noun phrase. */
export const isNominal = (tree: Tree, word: number): boolean => NOMINAL.has(tree.upos[word]!)

/** `word` and what is coordinated with it, in text order. */
export function conjuncts(tree: Tree, word: number): number[] {
  const found = [word]
  for (let i = 0; i < found.length && found.length < 50; i++)
    for (const c of tree.children[found[i]!]!)
      if (tree.deprel[c] === 'conj' && !isLooseConjunct(tree, c)) found.push(c)
  return found.sort((a, b) => a - b)
}

/** "Albert, husband of Victoria": a noun after a name that no "and" joins, which parsers often call coordinated. */
export function isLooseConjunct(tree: Tree, word: number): boolean {
  const head = tree.head[word]!
  if (tree.deprel[word] !== 'conj' || tree.upos[head] !== 'PROPN' || tree.upos[word] !== 'NOUN') return false
  return !tree.children[head]!.some((c) => tree.deprel[c] === 'conj' && dependent(tree, c, 'cc') >= 0)
}
