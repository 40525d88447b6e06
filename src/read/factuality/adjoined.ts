import type { Tree } from '../propositions/tree.js'
import { HOLDS, plain, type Factuality, type Setting } from './setting.js'

/** Adjoined by these, a clause is as open as the main one: "when it opens, it will …". */
const WITH_MAIN = new Set(['when', 'whenever', 'once', 'after', 'by', '', 'as'])
const GENERIC = 1.3
const isPast = (tree: Tree, word: number): boolean =>
  [word, ...tree.children[word]!.filter((c) => ['aux', 'cop'].includes(tree.relation[c]!))].some(
    (w) =>
      /(?:ed|was|were|had|did)$/.test(tree.form[w]!) ||
      (tree.upos[w] === 'VERB' && tree.form[w] !== tree.lemma[w] && !/(?:s|ing)$/.test(tree.form[w]!)),
  )
const BEFORE = new Set(['before', 'until', 'till'])

/** An adjoined clause holds beside the main one: "after", "because", "while"; but "when" in the future is future too. */
export function adjoined(tree: Tree, word: number, governor: number, above: () => Factuality): Setting {
  const mark = tree.children[word]!.find(
    (c) => tree.relation[c] === 'mark' || (tree.relation[c] === 'advmod' && c < word),
  )
  const form = mark === undefined ? '' : tree.form[mark]!
  if (form === 'as' && tree.form[mark! + 1] === 'if') return plain(-0.5)
  const open = Math.abs(above().value)
  if (BEFORE.has(form)) return plain(open >= 2 ? 2 : 0.8)
  if (open < 2 && WITH_MAIN.has(form)) return plain(Math.max(0.5, open))
  return (form === 'when' || form === 'whenever') && !isPast(tree, word) && !isPast(tree, governor)
    ? plain(GENERIC)
    : HOLDS
}
