import type { Tree } from '../propositions/tree.js'
import { HOLDS, plain, type Setting } from './setting.js'

const QUESTION = 0.3
export const COMMAND = 0.4
const CONSEQUENCE = 1.3
const IN_QUESTION_OF_WHAT = 2

/** A sentence: a question and a command say nothing of what happened; the rest of a condition depends on it. */
export function topLevel(tree: Tree, word: number): Setting {
  const last = tree.children[word]!.findLast(
    (c) => tree.relation[c] === 'punct' && /^[?!]+$/.test(tree.form[c]!),
  )
  if (last !== undefined && tree.form[last]!.includes('?'))
    return plain(hasQuestionWord(tree, word) ? IN_QUESTION_OF_WHAT : QUESTION)
  if (isCommand(tree, word)) return plain(COMMAND)
  const condition = tree.children[word]!.find((c) => tree.relation[c] === 'advcl' && isConditional(tree, c))
  return condition === undefined ? HOLDS : plain(CONSEQUENCE)
}

const isConditional = (tree: Tree, clause: number): boolean =>
  tree.children[clause]!.some(
    (c) => tree.relation[c] === 'mark' && (tree.form[c] === 'if' || tree.form[c] === 'unless'),
  )

const QUESTION_WORDS = new Set(['who', 'what', 'why', 'how', 'where', 'when', 'which', 'whom', 'whose'])
/** "How many died?" asks for what would be claimed. */
const asksForWhat = (tree: Tree, c: number): boolean =>
  QUESTION_WORDS.has(tree.form[c]!) && !/^(?:many|much)$/.test(tree.form[c + 1] ?? '')
const hasQuestionWord = (tree: Tree, word: number): boolean =>
  tree.children[word]!.some(
    (c) => asksForWhat(tree, c) || (c < word && tree.children[c]!.some((d) => asksForWhat(tree, d))),
  )

/** Bare first persons: "Thank you", "Hope to see you". */
const FORMULAS = new Set(['thank', 'thanks', 'hope', 'guess', 'wish'])

/** "Close the door": a bare verb without subject or auxiliary (but "do not"). */
export function isCommand(tree: Tree, word: number): boolean {
  if (tree.upos[word] !== 'VERB' || tree.form[word] !== tree.lemma[word] || FORMULAS.has(tree.lemma[word]!))
    return false
  return !tree.children[word]!.some((c) => {
    const relation = tree.relation[c]!
    return (
      relation === 'nsubj' ||
      relation === 'csubj' ||
      relation === 'expl' ||
      (relation === 'aux' && tree.lemma[c] !== 'do') ||
      tree.form[c] === 'to'
    )
  })
}
