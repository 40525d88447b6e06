/**
 * How far what a predicate says happened, by rule: -3 it did not, 0 nobody can tell, 3 it did (the scale of UDS,
 * White et al. 2016). The force of the clause itself meets the signatures of what governs it (Nairn et al. 2006;
 * Lotan et al. 2013): "failed to pay" and "did not manage to pay" are -3, "may have failed to pay" is -0.9.
 */
import { COMPLEMENTS, CONDITIONS, EVENT_OBJECTS, type Signature } from '../lang/en/modality.js'
import { dependent, fixedPhrase, type Tree } from '../propositions/tree.js'
import { isOneWho } from '../propositions/subject.js'
import { ownForce, sharesForceWith } from './own-force.js'

export interface Factuality {
  readonly value: number
  /** Words that weaken it, its own and those of the verbs above. */
  readonly hedges: readonly number[]
  /** Words that turn it round: negations, "failed", "denied". */
  readonly negators: readonly number[]
  /** Put as what would or should have been. */
  readonly counterfactual: boolean
  /** Nothing weakens it but that it is still to come: "will", and "would" where somebody is reported. */
  readonly future: 'will' | 'would' | null
}

const FURTHEST = 20
const QUESTION = 0.3
const COMMAND = 0.4
const CONDITION = 0.2
const PURPOSE = 0.4
const CONSEQUENCE = 1.3
const IN_QUESTION_OF_WHAT = 2

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

const compose = (own: number, context: number): number =>
  Math.sign(own) * Math.sign(context) * Math.min(Math.abs(own), Math.abs(context))

interface Setting extends Factuality {
  /** Holds whatever is said above. */
  readonly factive: boolean
}

const plain = (value: number, hedges: readonly number[] = []): Setting => ({
  value,
  hedges,
  negators: [],
  factive: false,
  counterfactual: false,
  future: null,
})
const HOLDS: Setting = {
  value: 3,
  hedges: [],
  negators: [],
  factive: true,
  counterfactual: false,
  future: null,
}

function contextOf(tree: Tree, word: number, isTop: (word: number) => boolean, level: number): Setting {
  const governor = tree.head[word]!
  if (governor < 0 || isTop(word)) return topLevel(tree, word)
  const condition = tree.children[word]!.find(
    (c) => ['mark', 'advmod', 'cc'].includes(tree.relation[c]!) && CONDITIONS.has(fixedPhrase(tree, c)),
  )
  switch (tree.relation[word]) {
    case 'parataxis':
    case 'list':
    case 'dep':
    case 'reparandum':
    case 'appos':
      return topLevel(tree, word)
    case 'conj':
      return isCommand(tree, word) && isCommand(tree, governor)
        ? plain(COMMAND)
        : contextOf(tree, governor, isTop, level + 1)
    case 'xcomp':
    case 'ccomp':
    case 'csubj':
      return condition === undefined
        ? governed(tree, word, governor, isTop, level)
        : withWhether(tree, governor, condition)
    case 'advcl':
      if (condition !== undefined) return plain(CONDITION, [condition])
      return hasTo(tree, word) ? plain(PURPOSE) : adjoined(tree, word, governor, isTop, level)
    case 'acl':
      if (tree.deprel[word] === 'acl:relcl' || !isMarked(tree, word)) return HOLDS
      if (hasTo(tree, word) && isOneWho(tree, governor)) return HOLDS
      return nounComplement(tree, word, governor, isTop, level)
    default:
      return eventInPhrase(tree, word, governor, isTop, level)
  }
}

/** A sentence: a question and a command say nothing of what happened; the rest of a condition depends on it. */
function topLevel(tree: Tree, word: number): Setting {
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
const hasQuestionWord = (tree: Tree, word: number): boolean =>
  tree.children[word]!.some(
    (c) =>
      QUESTION_WORDS.has(tree.form[c]!) ||
      (c < word && tree.children[c]!.some((d) => QUESTION_WORDS.has(tree.form[d]!))),
  )

/** Bare first persons: "Thank you", "Hope to see you". */
const FORMULAS = new Set(['thank', 'thanks', 'hope', 'guess', 'wish'])

/** "Close the door": a bare verb without subject or auxiliary (but "do not"). */
function isCommand(tree: Tree, word: number): boolean {
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

function governed(
  tree: Tree,
  word: number,
  governor: number,
  isTop: (word: number) => boolean,
  level: number,
): Setting {
  const signature = signatureOf(tree, word, governor)
  if (!signature) {
    if (tree.relation[word] === 'csubj') return plain(1.8)
    const above = factualityOf(tree, governor, isTop, level + 1)
    return {
      ...above,
      factive: false,
      value: tree.relation[word] === 'xcomp' ? above.value : compose(above.value, 2),
    }
  }
  return applied(tree, governor, signature, isTop, level)
}

function applied(
  tree: Tree,
  governor: number,
  signature: Signature,
  isTop: (word: number) => boolean,
  level: number,
): Setting {
  const [affirmed, negated] = signature
  const above = factualityOf(tree, governor, isTop, level + 1)
  if (affirmed >= 2 && negated >= 2)
    return {
      value: Math.min(affirmed, negated),
      hedges: [],
      negators: [],
      factive: true,
      counterfactual: false,
      future: null,
    }
  const side = above.value >= 0 ? affirmed : negated
  const value = Math.sign(side) * Math.min(Math.abs(side), Math.max(Math.abs(above.value), 0.1))
  const weak = Math.abs(side) < 2 && Math.abs(side) >= 0.2
  return {
    value,
    hedges: weak ? [...above.hedges, governor] : above.hedges,
    negators: side < 0 === above.value < 0 ? [] : side < 0 ? [...above.negators, governor] : above.negators,
    factive: false,
    counterfactual: false,
    future: null,
  }
}

const HAD_TO: Signature = [2.4, -0.5]

function signatureOf(tree: Tree, word: number, governor: number): Signature | undefined {
  if (tree.form[governor] === 'had' && hasTo(tree, word)) return HAD_TO
  const particle = dependent(tree, governor, 'compound:prt')
  const lemma = particle < 0 ? tree.lemma[governor]! : `${tree.lemma[governor]!} ${tree.lemma[particle]!}`
  const mark = tree.children[word]!.find((c) => tree.relation[c] === 'mark')
  const marked = mark === undefined ? undefined : COMPLEMENTS.get(`${lemma} ${tree.form[mark]!}`)
  return marked ?? COMPLEMENTS.get(lemma)
}

/** "Asked whether he paid": open; "knows what he paid" is read as any complement. */
const withWhether = (tree: Tree, governor: number, condition: number): Setting =>
  plain(tree.lemma[governor] === 'know' ? 0.5 : CONDITION, [condition])

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
function adjoined(
  tree: Tree,
  word: number,
  governor: number,
  isTop: (word: number) => boolean,
  level: number,
): Setting {
  const mark = tree.children[word]!.find(
    (c) => tree.relation[c] === 'mark' || (tree.relation[c] === 'advmod' && c < word),
  )
  const form = mark === undefined ? '' : tree.form[mark]!
  if (form === 'as' && tree.form[mark! + 1] === 'if') return plain(-0.5)
  const above = factualityOf(tree, governor, isTop, level + 1)
  if (BEFORE.has(form)) return plain(Math.abs(above.value) >= 2 ? 2 : 0.8)
  const open = Math.abs(above.value)
  if (open < 2 && WITH_MAIN.has(form)) return plain(Math.max(0.5, open))
  return (form === 'when' || form === 'whenever') && !isPast(tree, word) && !isPast(tree, governor)
    ? plain(GENERIC)
    : HOLDS
}

function nounComplement(
  tree: Tree,
  word: number,
  noun: number,
  isTop: (word: number) => boolean,
  level: number,
): Setting {
  const signature = COMPLEMENTS.get(tree.lemma[noun]!)
  if (signature) {
    const setting = applied(tree, noun, signature, isTop, level)
    return setting
  }
  return hasTo(tree, word) ? plain(PURPOSE) : plain(1.8)
}

/** An event noun or a participle inside another clause's phrase: what the verb does to its object. */
function eventInPhrase(
  tree: Tree,
  word: number,
  governor: number,
  isTop: (word: number) => boolean,
  level: number,
): Setting {
  const relation = tree.relation[word]!
  if (relation !== 'obj' && relation !== 'obl' && relation !== 'nmod' && relation !== 'nsubj') return HOLDS
  if (relation === 'nsubj')
    return tree.deprel[word] === 'nsubj:pass' ? objectOf(tree, governor, isTop, level) : HOLDS
  if (relation === 'nmod') {
    const noun = COMPLEMENTS.get(tree.lemma[governor]!)
    return noun && Math.abs(noun[0]) < 1 ? plain(noun[0], [governor]) : HOLDS
  }
  return objectOf(tree, governor, isTop, level)
}

function objectOf(tree: Tree, governor: number, isTop: (word: number) => boolean, level: number): Setting {
  const signature = EVENT_OBJECTS.get(tree.lemma[governor]!)
  return signature ? applied(tree, governor, signature, isTop, level) : HOLDS
}

const hasTo = (tree: Tree, word: number): boolean =>
  tree.children[word]!.some((c) => tree.relation[c] === 'mark' && tree.form[c] === 'to')
const isMarked = (tree: Tree, word: number): boolean => dependent(tree, word, 'mark') >= 0
