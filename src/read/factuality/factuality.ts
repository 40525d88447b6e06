/**
 * How far what a predicate says happened, by rule: -3 it did not, 0 nobody can tell, 3 it did (the scale of UDS,
 * White et al. 2016). The force of the clause itself meets the signatures of what governs it (Nairn et al. 2006;
 * Lotan et al. 2013): "failed to pay" and "did not manage to pay" are -3, "may have failed to pay" is -0.9.
 */
import { COMPLEMENTS, CONDITIONS } from '../lang/en/modality.js'
import { isOneWho } from '../propositions/subject.js'
import { dependent, fixedPhrase, type Tree } from '../propositions/tree.js'
import { adjoined } from './adjoined.js'
import { governed, hasTo, inPhrase, ofNoun } from './governor.js'
import { ownForce, sharesForceWith } from './own-force.js'
import { COMMAND, isCommand, topLevel } from './sentence.js'
import { compose, HOLDS, plain, type Factuality, type Setting } from './setting.js'

export type { Factuality } from './setting.js'

const FURTHEST = 20
const CONDITION = 0.2
const OPEN_TO_KNOWER = 0.5
const PURPOSE = 0.4

/**
 * Factuality of the predicate at `word`. `isTop` says where to stop climbing: words whose clause stands on its own,
 * because whoever says it is kept elsewhere (the content of an attribution).
 */
export function factualityOf(
  tree: Tree,
  word: number,
  isTop: (word: number) => boolean = () => false,
  level = 0,
): Factuality {
  const shared = sharesForceWith(tree, word)
  const own = ownForce(tree, word, shared)
  if (level > FURTHEST) return own
  const context = contextOf(tree, shared, isTop, level)
  return {
    value: context.factive ? own.value : compose(own.value, context.value),
    hedges: [...own.hedges, ...context.hedges],
    negators: [...own.negators, ...context.negators],
    counterfactual: own.counterfactual,
    future: context.factive || Math.abs(context.value) >= 2 ? own.future : null,
  }
}

function contextOf(tree: Tree, word: number, isTop: (word: number) => boolean, level: number): Setting {
  const governor = tree.head[word]!
  if (governor < 0 || isTop(word)) return topLevel(tree, word)
  const above = (): Factuality => factualityOf(tree, governor, isTop, level + 1)
  const condition = conditionOf(tree, word)
  switch (tree.relation[word]) {
    case 'parataxis':
    case 'list':
    case 'dep':
    case 'reparandum':
    case 'appos':
      return topLevel(tree, word)
    case 'conj':
      if (isCommand(tree, word) && isCommand(tree, governor)) return plain(COMMAND)
      return contextOf(tree, governor, isTop, level + 1)
    case 'xcomp':
    case 'ccomp':
    case 'csubj':
      return condition < 0 ? governed(tree, word, governor, above) : whether(tree, governor, condition)
    case 'advcl':
      if (condition >= 0) return plain(CONDITION, [condition])
      return hasTo(tree, word) ? plain(PURPOSE) : adjoined(tree, word, governor, above)
    case 'acl': {
      if (isTheCase(tree, word, governor)) return ofNoun(tree, word, governor, above)
      const holds = tree.deprel[word] === 'acl:relcl' || dependent(tree, word, 'mark') < 0
      return holds || (hasTo(tree, word) && isOneWho(tree, governor))
        ? HOLDS
        : ofNoun(tree, word, governor, above)
    }
    default:
      return inPhrase(tree, word, governor, above)
  }
}

/** "It is not the case that he paid", which parsers take for a relative clause. */
const isTheCase = (tree: Tree, word: number, noun: number): boolean =>
  COMPLEMENTS.has(tree.lemma[noun]!) &&
  dependent(tree, noun, 'cop') >= 0 &&
  tree.children[word]!.some((c) => tree.relation[c] === 'mark' && tree.form[c] === 'that')

/** The "if" or "whether" of a clause; -1 for none. */
const conditionOf = (tree: Tree, word: number): number =>
  tree.children[word]!.find(
    (c) => ['mark', 'advmod', 'cc'].includes(tree.relation[c]!) && CONDITIONS.has(fixedPhrase(tree, c)),
  ) ?? -1

/** "Asked whether he paid": open; less so for one who knows. */
const whether = (tree: Tree, governor: number, condition: number): Setting =>
  plain(tree.lemma[governor] === 'know' ? OPEN_TO_KNOWER : CONDITION, [condition])
