import { INTRANSITIVE } from '../lang/en/verbs.js'
import { dependent, type Tree } from './tree.js'

/** True for a verb in passive use: by its auxiliary, its subject, its agent, or as a bare past participle ("raised in Oran"). */
export function isPassive(tree: Tree, verb: number, level = 0): boolean {
  for (const c of tree.children[verb]!) {
    const deprel = tree.deprel[c]!
    if (deprel === 'aux:pass' || deprel === 'nsubj:pass' || deprel === 'csubj:pass' || deprel === 'obl:agent')
      return true
    if (deprel === 'aux' || deprel === 'nsubj') return false
  }
  if (tree.deprel[verb] === 'conj') {
    const first = tree.head[verb]!
    return (
      level < 20 &&
      isPastForm(tree, verb) &&
      !INTRANSITIVE.has(tree.lemma[verb]!) &&
      isPassive(tree, first, level + 1) &&
      dependent(tree, verb, 'obj') < 0
    )
  }
  return isBareParticiple(tree, verb)
}

const PARTICIPIAL = new Set(['acl', 'advcl', 'parataxis', 'amod', 'xcomp', 'ccomp', 'dep', 'root'])

function isBareParticiple(tree: Tree, verb: number): boolean {
  if (!PARTICIPIAL.has(tree.relation[verb]!) || tree.deprel[verb] === 'acl:relcl') return false
  if (!isPastForm(tree, verb) || INTRANSITIVE.has(tree.lemma[verb]!)) return false
  return (
    dependent(tree, verb, 'obj') < 0 &&
    !tree.children[verb]!.some((c) => tree.form[c] === 'to' && tree.deprel[c] === 'mark')
  )
}

const isPastForm = (tree: Tree, verb: number): boolean => {
  const form = tree.form[verb]!
  return (
    !form.endsWith('ing') &&
    (form !== tree.lemma[verb] || /(?:ut|it|et|ad|n)$/.test(form)) &&
    !/[^s]s$/.test(form)
  )
}
