import { ROLE } from '../lang/en/roles.js'
import type { Tree } from './tree.js'

const MODIFIERS = new Set(['compound', 'amod', 'flat'])

/**
 * The names a noun goes by in the data, the shortest first: 'officer', 'executive officer', 'chief executive officer'.
 * Only the words directly before it count.
 */
export function nounNames(tree: Tree, noun: number): string[] {
  const names = [tree.lemma[noun]!]
  let name = names[0]!
  for (let i = noun - 1; i >= 0 && i >= noun - 3; i--) {
    if (tree.head[i] !== noun && tree.head[tree.head[i]!] !== noun) break
    if (!MODIFIERS.has(tree.relation[i]!) && tree.form[i] !== '-') break
    name =
      tree.form[i] === '-'
        ? `-${name}`
        : name.startsWith('-')
          ? tree.lemma[i]! + name
          : `${tree.lemma[i]!} ${name}`
    if (!name.startsWith('-')) names.push(name)
  }
  return names
}

/** True for a proper noun that names rather than says what somebody is ("Chief Officer" says). */
export const isName = (tree: Tree, word: number): boolean =>
  tree.upos[word] === 'PROPN' && !nounNames(tree, word).some((n) => ROLE.has(n))
