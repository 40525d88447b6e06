/** A name stands in a phrase of its own: "the Democratic Party's", "Mayor Ada Brock, a nurse", "Ann Chiang of the union". */
import type { Tree } from '../propositions/tree.js'
import type { Candidate } from './candidates.js'
import { phraseOf } from './phrase.js'

/** The whole phrases of names that are more than the name, each with the index of its name. As coreference data marks them (OntoNotes). */
export function wholePhrases(
  candidates: readonly Candidate[],
  tree: Tree,
): { readonly of: number; readonly phrase: Candidate }[] {
  const taken = new Set(candidates.map((c) => `${c.first}-${c.last}`))
  return candidates.flatMap((c, of) => {
    if (c.form !== 'name') return []
    const { first, last } = phraseOf(c.head, tree)
    if (first > c.first || last < c.last || taken.has(`${first}-${last}`)) return []
    taken.add(`${first}-${last}`)
    return [{ of, phrase: { ...c, form: 'nominal', first, last } as const }]
  })
}
