import demonyms from '../lang/en/demonyms.json' with { type: 'json' }
import languages from '../lang/en/languages.json' with { type: 'json' }
import parties from '../lang/en/parties.json' with { type: 'json' }
import { ROLE } from '../lang/en/roles.js'
import { nounNames } from '../propositions/noun-names.js'
import { nounPhrase } from '../propositions/noun-phrase.js'
import type { Scene } from '../propositions/scene.js'

const DEMONYMS = new Set(Object.keys(demonyms.demonyms))
const LANGUAGES = new Set([...DEMONYMS, ...languages.languages])
const ADHERENTS = new Set(parties.adherent)
const ENDINGS = new Set(parties.ending)

export type Test = 'demonym' | 'party' | 'language' | 'name' | 'role'

/** What a pattern asks of the object's words beyond their type: to be a demonym, a party, a language, a name, a role. */
export function passes(scene: Scene, test: Test, word: number): boolean {
  const { tree, words } = scene
  const capital = /^\p{Lu}/u.test(words[word]!.text)
  switch (test) {
    case 'demonym':
      return (
        DEMONYMS.has(tree.form[word]!) ||
        DEMONYMS.has(tree.lemma[word]!) ||
        DEMONYMS.has(twoWords(scene, word))
      )
    case 'language':
      return capital && (LANGUAGES.has(tree.form[word]!) || LANGUAGES.has(tree.lemma[word]!))
    case 'party':
      return isParty(scene, word, capital)
    case 'name':
      return tree.upos[word] === 'PROPN'
    case 'role':
      return nounNames(tree, word).some((n) => ROLE.has(n))
  }
}

const twoWords = ({ tree }: Scene, word: number): string =>
  word > 0 ? `${tree.form[word - 1]!} ${tree.form[word]!}` : ''

function isParty(scene: Scene, word: number, capital: boolean): boolean {
  const { tree, words } = scene
  if (
    capital &&
    (ADHERENTS.has(tree.lemma[word]!) ||
      ADHERENTS.has(tree.form[word]!) ||
      ADHERENTS.has(twoWords(scene, word)))
  )
    return true
  if (tree.upos[word] !== 'PROPN') return false
  const last = nounPhrase(tree, word).last - 1
  return [word, last].some((w) => ENDINGS.has(tree.form[w]!) && /^\p{Lu}/u.test(words[w]!.text))
}
