import { COMPLEMENTS, EVENT_OBJECTS, type Signature } from '../lang/en/modality.js'
import { dependent, type Tree } from '../propositions/tree.js'
import { compose, HOLDS, plain, type Factuality, type Setting } from './setting.js'
import { isYetTo } from './polarity.js'

const PURPOSE = 0.4
/** Of a clause as subject, and of one that a noun announces, where no signature says more. */
const ANNOUNCED = 1.8

/** What the verb or adjective above leaves of its complement clause: "failed to", "may want to", "knows that". */
export function governed(tree: Tree, word: number, governor: number, above: () => Factuality): Setting {
  const signature = signatureOf(tree, word, governor)
  if (signature) return applied(governor, signature, above())
  if (tree.relation[word] === 'csubj') return plain(ANNOUNCED)
  const { value, ...rest } = above()
  return { ...rest, factive: false, value: tree.relation[word] === 'xcomp' ? value : compose(value, 2) }
}

/** What a noun leaves of its complement: "the fact that", "her refusal to", "a plan to". */
export function ofNoun(tree: Tree, word: number, noun: number, above: () => Factuality): Setting {
  const signature = COMPLEMENTS.get(tree.lemma[noun]!)
  if (signature) return applied(noun, signature, above())
  return hasTo(tree, word) ? plain(PURPOSE) : plain(ANNOUNCED)
}

/** What a verb or noun does to an event named in its phrase: "demanded the resignation of", "the risk of a collapse". */
export function inPhrase(tree: Tree, word: number, governor: number, above: () => Factuality): Setting {
  const relation = tree.relation[word]!
  if (relation === 'nmod') {
    const noun = COMPLEMENTS.get(tree.lemma[governor]!)
    return noun && Math.abs(noun[0]) < 1 ? plain(noun[0], [governor]) : HOLDS
  }
  if (relation !== 'obj' && relation !== 'obl' && tree.deprel[word] !== 'nsubj:pass') return HOLDS
  const signature = EVENT_OBJECTS.get(tree.lemma[governor]!)
  return signature ? applied(governor, signature, above()) : HOLDS
}

function applied(governor: number, [affirmed, negated]: Signature, above: Factuality): Setting {
  if (affirmed >= 2 && negated >= 2) return { ...HOLDS, value: Math.min(affirmed, negated) }
  const side = above.value >= 0 ? affirmed : negated
  const weak = Math.abs(side) < 2 && Math.abs(side) >= 0.2
  const turned = side < 0 !== above.value < 0
  return {
    ...plain(Math.sign(side) * Math.min(Math.abs(side), Math.max(Math.abs(above.value), 0.1))),
    hedges: weak ? [...above.hedges, governor] : above.hedges,
    negators: turned && side < 0 ? [...above.negators, governor] : turned ? above.negators : [],
  }
}

const HAD_TO: Signature = [2.4, -0.5]
/** "Has yet to": the clause carries the negation itself. */
const YET_TO: Signature = [3, -3]

function signatureOf(tree: Tree, word: number, governor: number): Signature | undefined {
  if (tree.children[word]!.some((c) => tree.relation[c] === 'mark' && isYetTo(tree, c))) return YET_TO
  if (tree.form[governor] === 'had' && hasTo(tree, word)) return HAD_TO
  const particle = dependent(tree, governor, 'compound:prt')
  const lemma = particle < 0 ? tree.lemma[governor]! : `${tree.lemma[governor]!} ${tree.lemma[particle]!}`
  const mark = tree.children[word]!.find((c) => tree.relation[c] === 'mark')
  const marked = mark === undefined ? undefined : COMPLEMENTS.get(`${lemma} ${tree.form[mark]!}`)
  return marked ?? COMPLEMENTS.get(lemma)
}

/** "To pay". */
export const hasTo = (tree: Tree, word: number): boolean =>
  tree.children[word]!.some((c) => tree.relation[c] === 'mark' && tree.form[c] === 'to')
