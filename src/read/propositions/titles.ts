import { BODY, HONORIFIC, ROLE } from '../lang/en/roles.js'
import type { Context } from './context.js'
import { nounNames } from './noun-names.js'
import { nounPredicates } from './noun-predicate.js'
import type { Proposition, Slot } from './proposition.js'
import { nounSlots } from './slots.js'
import { isNominal, type Tree } from './tree.js'

/** "Mayor Ada Brock", "Coal Board spokesman Tad Furlong": `title` stands before the name that governs it. */
export function titled(context: Context, title: number): Proposition[] {
  const { tree } = context
  const name = tree.head[title]!
  if (HONORIFIC.has(tree.lemma[title]!)) return []
  return nounPredicates(context, {
    construction: 'title',
    noun: title,
    self: name,
    governor: name,
    typedOnly: tree.upos[title] !== 'NOUN',
    more: modifiersBefore(tree, title, name),
  })
}

/** True for a noun before a name that is a title rather than part of the name. */
export function isTitle(tree: Tree, word: number): boolean {
  if (tree.deprel[word] === 'nmod:desc') return tree.head[word]! > word && isNominal(tree, tree.head[word]!)
  const name = tree.head[word]!
  if (tree.deprel[word] !== 'compound' || name < word || tree.upos[name] !== 'PROPN') return false
  return tree.upos[word] === 'NOUN' && nounNames(tree, word).some((n) => ROLE.has(n) || BODY.has(n))
}

/** What the parser hung on the name but stands before the title: "his wife Anne", "Kelso coach Ann Orr". */
const modifiersBefore = (tree: Tree, title: number, name: number): Slot[] =>
  nounSlots(tree, name).filter((s) => s.head < title && ['poss', 'compound', 'amod'].includes(s.role))
