import { KIN, RELATIONAL } from '../lang/en/roles.js'
import { nameBeside } from './appositive.js'
import type { Context } from './context.js'
import { phraseWords, runs } from './evidence.js'
import { nounNames } from './noun-names.js'
import { nounPredicates } from './noun-predicate.js'
import { slot, type Proposition } from './proposition.js'
import { caseOf, conjuncts, dependent, type Tree } from './tree.js'

/** "Brock's son was arrested": the noun phrase itself is whom the relation holds of. Names beside it are read elsewhere. */
export function possessed(context: Context, noun: number): Proposition[] {
  const { tree, kinds } = context
  if (kinds[noun] !== null || tree.relation[noun] === 'appos' || tree.deprel[noun] === 'nmod:desc') return []
  if (tree.relation[noun] === 'xcomp' || caseOf(tree, noun) === 'as') return []
  if (tree.children[noun]!.some((c) => tree.relation[c] === 'appos')) return []
  const owner = tree.children[noun]!.some(
    (c) => tree.deprel[c] === 'nmod:poss' || (tree.deprel[c] === 'nmod' && hasOf(tree, c)),
  )
  if (!owner || !nounNames(tree, noun).some((n) => RELATIONAL.has(n))) return []
  const name = nameBeside(tree, noun)
  const self = name >= 0 ? name : noun
  return nounPredicates(context, {
    construction: 'possession',
    noun,
    self,
    governor: noun,
    typedOnly: true,
  }).slice(0, 1)
}

const hasOf = (tree: Tree, c: number): boolean => {
  const preposition = dependent(tree, c, 'case')
  return preposition >= 0 && tree.form[preposition] === 'of'
}

/** "They have two daughters, Mia and Eve", "a son named Tom": the subject of "have" owns its kin. */
export function kinOfHave(context: Context, verb: Proposition): Proposition[] {
  const { tree } = context
  const object = slot(verb, 'patient')
  if (verb.lemma !== 'have' || object < 0 || verb.subject < 0) return []
  return conjuncts(tree, object)
    .filter((noun) => KIN.has(tree.lemma[noun]!))
    .flatMap((noun) => {
      const name = nameBeside(tree, noun)
      const more = [{ role: 'poss', head: verb.subject }]
      const words: number[] = []
      for (const head of [verb.subject, noun, ...(name >= 0 ? [name] : [])]) phraseWords(tree, head, words)
      words.push(verb.anchor)
      const said = {
        construction: 'possession',
        noun,
        self: name >= 0 ? name : noun,
        governor: verb.anchor,
        typedOnly: true,
        more,
      } as const
      return nounPredicates(context, said, runs(tree, words)).slice(0, 1)
    })
}
