import { NEGATING_MARKS, NEGATIVE_WORDS, NEGATORS } from '../lang/en/modality.js'
import { caseOf, dependent, fixedPhrase, type Tree } from '../propositions/tree.js'

const ARGUMENTS = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod'])

/** The words that negate the clause of `head`: "not", "never", "no longer", "nobody", a "no" on a participant, "without". */
export function negations(tree: Tree, head: number): number[] {
  const found: number[] = []
  for (const c of tree.children[head]!) {
    const form = tree.form[c]!
    const relation = tree.relation[c]!
    if (relation === 'advmod' || relation === 'aux' || relation === 'discourse') {
      if (NEGATORS.has(form) && !isOnly(tree, c)) found.push(c)
      else if (form === 'longer' || form === 'more')
        found.push(
          ...[c - 1, ...tree.children[c]!].filter(
            (n, i, all) => tree.form[n] === 'no' && all.indexOf(n) === i,
          ),
        )
    } else if (relation === 'det' && form === 'no' && /^(?:NOUN|VERB)$/.test(tree.upos[head]!)) found.push(c)
    else if (relation === 'cc' && form === 'nor') found.push(c)
    else if (relation === 'mark' && isYetTo(tree, c)) found.push(c - 1)
    else if (relation === 'mark' && NEGATING_MARKS.has(fixedPhrase(tree, c))) found.push(c)
    else if (ARGUMENTS.has(relation)) found.push(...negativeArgument(tree, c, relation))
  }
  return found
}

/** "Has yet to reply": the "to" behind it. */
export const isYetTo = (tree: Tree, to: number): boolean =>
  tree.form[to] === 'to' && tree.form[to - 1] === 'yet' && YET_AFTER.has(tree.lemma[to - 2] ?? '')
const YET_AFTER = new Set(['have', 'be', 'remain'])

/** "Not only did he pay": nothing is denied. */
const isOnly = (tree: Tree, c: number): boolean =>
  tree.form[c + 1] === 'only' || tree.form[c + 1] === 'just' || tree.form[c + 1] === 'necessarily'

const BESIDE = new Set(['with', 'for', 'despite'])

function negativeArgument(tree: Tree, c: number, relation: string): number[] {
  if (relation === 'nmod') return []
  const form = tree.form[c]!
  // "It rang with nobody in the tower", "went for no reason": how, not whether
  if (relation === 'obl' && BESIDE.has(caseOf(tree, c))) return []
  if (NEGATIVE_WORDS.has(form) && form !== 'no') return [c]
  if (form === 'one' && tree.form[c - 1] === 'no') return [c - 1]
  const not = tree.children[c]!.find((n) => n < c && tree.form[n] === 'not' && tree.relation[n] === 'advmod')
  // "Not one bag was stored", "not a word was said"
  if (not !== undefined && /^(?:one|a|an|a single)$/.test(tree.form[not + 1]!)) return [not]
  const determiner = dependent(tree, c, 'det')
  if (determiner < 0) return []
  const isNo = tree.form[determiner] === 'no' || (tree.form[determiner] === 'neither' && relation === 'nsubj')
  return isNo && !(relation === 'obl' && tree.form[c] === 'doubt') ? [determiner] : []
}
