import { expect, it } from 'vitest'
import { encodedOf, type Answers } from '../../../test/builders/encoded.js'
import { buildTree } from '../propositions/tree.js'
import { candidatesOf } from './candidates.js'

function candidates(notation: string, answers: Answers = {}): string[] {
  const { document, layers } = encodedOf(notation, answers)
  const { words, encoded } = layers
  return candidatesOf(words, encoded, buildTree(words, encoded.syntax)).map(
    (c) => `${c.form} ${c.type}: ${document.info.text.slice(words[c.first]!.start, words[c.last - 1]!.end)}`,
  )
}

it.each<[string, string, Answers, string[]]>([
  [
    'names, nouns and pronouns in text order',
    'Ada/PROPN/3/nsubj Brock/PROPN/1/flat told/VERB/0/root the/DET/5/det clerk/NOUN/3/obj she/PRON/7/nsubj saw/VERB/3/ccomp it/PRON/7/obj',
    { names: { 'Ada Brock': 'Person' }, nouns: { clerk: 'Person', she: 'Person' } },
    ['name Person: Ada Brock', 'nominal Person: the clerk', 'pronoun Person: she', 'pronoun Other: it'],
  ],
  [
    'a noun with a name in it',
    "Brock/PROPN/3/nmod:poss 's/PART/1/case brother/NOUN/4/nsubj left/VERB/0/root",
    { names: { Brock: 'Person' }, nouns: { brother: 'Person' } },
    ['name Person: Brock', "nominal Person: Brock's brother"],
  ],
  [
    'no noun that the encoder takes for nothing',
    'the/DET/2/det rain/NOUN/3/nsubj fell/VERB/0/root',
    {},
    [],
  ],
  ['nothing meant by "it"', 'It/PRON/3/expl is/AUX/3/cop clear/ADJ/0/root', {}, []],
  ['no pronoun of a word that is none', 'us/PROPN/0/root', {}, []],
])('%s', (_, notation, answers, expected) => expect(candidates(notation, answers)).toEqual(expected)) // prettier-ignore
