import type { Layers } from '../layers.js'
import { affiliated } from './affiliation.js'
import { appositive } from './appositive.js'
import { clauseKinds } from './clauses.js'
import type { Context } from './context.js'
import { copular } from './copular.js'
import { eventNoun } from './event-nouns.js'
import { existential } from './existential.js'
import { nounPredicates, withShared } from './noun-predicate.js'
import { named } from './named.js'
import { kinOfHave, possessed } from './possession.js'
import { nounSlots } from './slots.js'
import { premodifier } from './premodifier.js'
import type { Proposition } from './proposition.js'
import { frontedOf } from './subject.js'
import { isTitle, titled } from './titles.js'
import { buildTree, isLooseConjunct, isNominal } from './tree.js'
import { verbal } from './verbal.js'
import { verbRoles } from './verb-roles.js'

/**
 * The propositions of a document from its dependency trees, in text order, in the manner of PredPatt (White et al. 2016)
 * over UD v2: verbs, copulas, appositions, titles, possessives and event nouns with their participants.
 */
export function extractPropositions(layers: Pick<Layers, 'words' | 'encoded'>): Proposition[] {
  const tree = buildTree(layers.words, layers.encoded.syntax)
  return propositionsOf({ tree, kinds: clauseKinds(tree) })
}

/** The same, over trees already built. */
export function propositionsOf(context: Context): Proposition[] {
  const out: Proposition[] = []
  for (let word = 0; word < context.tree.size; word++) {
    const clause = clauseOf(context, word)
    if (clause) out.push(...clause)
    else out.push(...phraseOf(context, word))
  }
  return out
}

function clauseOf(context: Context, word: number): Proposition[] | null {
  switch (context.kinds[word]) {
    case 'verb': {
      const verb = verbal(context, word)
      return [verb, ...verbRoles(context, verb), ...kinOfHave(context, verb), ...fronted(context, word)]
    }
    case 'copula':
    case 'adjective':
      return [
        sharedWithFirst(context, copular(context, word)),
        ...named(context, word),
        ...affiliated(context, word),
      ]
    case 'existence':
      return [existential(context, word)]
    default:
      return null
  }
}

/** "A professor at Kelso, he has …": what stands before the subject is said of it. */
function fronted(context: Context, verb: number): Proposition[] {
  const found = frontedOf(context.tree, verb)
  if (!found || context.tree.upos[found.said] !== 'NOUN') return []
  return nounPredicates(context, {
    construction: 'apposition',
    noun: found.said,
    self: found.subject,
    governor: verb,
    typedOnly: true,
  })
}

/** "Is the founder and CEO of the firm": predicates joined to a copular one share their complements with it. */
function sharedWithFirst(context: Context, p: Proposition): Proposition {
  const { tree } = context
  if (p.construction !== 'copula' || p.lemma === 'be') return p
  const first = tree.relation[p.anchor] === 'conj' ? tree.head[p.anchor]! : p.anchor
  const group = [
    first,
    ...tree.children[first]!.filter((c) => tree.relation[c] === 'conj' && context.kinds[c] === 'copula'),
  ]
  if (group.length === 1 || !group.includes(p.anchor)) return p
  const own = group.map((g) => nounSlots(tree, g))
  const self = p.slots.filter((s) => s.role === 'self')
  return { ...p, slots: [...self, ...withShared(group, own, group.indexOf(p.anchor))] }
}

function phraseOf(context: Context, word: number): Proposition[] {
  const { tree } = context
  const relation = tree.relation[word]!
  if (relation === 'punct') return []
  if (tree.upos[word] === 'VERB') return premodifier(context, word)
  if (!isNominal(tree, word))
    return relation === 'appos' && tree.upos[word] === 'ADJ' ? appositive(context, word) : []
  if (isTitle(tree, word)) return titled(context, word)
  const own = [...possessed(context, word), ...eventNoun(context, word), ...affiliated(context, word)]
  if (relation === 'appos' || relation === 'acl' || isLooseConjunct(tree, word))
    return [...appositive(context, word), ...own]
  return own
}
