import { describe, expect, it } from 'vitest'
import { encodedOf, type Answers } from '../../../test/builders/encoded.js'
import { buildTree } from '../propositions/tree.js'
import { candidatesOf } from './candidates.js'
import { byWord, meantBy } from './meant.js'

/** The text of the mention that the words from `from` to `to` mean; '-' for none. */
function meant(notation: string, [from, to]: [string, string], answers: Answers): string {
  const { document, layers } = encodedOf(notation, answers)
  const { words, encoded } = layers
  const tree = buildTree(words, encoded.syntax)
  const at = byWord(candidatesOf(words, encoded, tree).map((value) => ({ ...value, value })))
  const place = (form: string): number => words.findIndex((w) => w.text === form)
  const found = meantBy({ first: place(from), last: place(to) + 1 }, tree, (word) => at.get(word))
  return found ? document.info.text.slice(words[found.first]!.start, words[found.last - 1]!.end) : '-'
}

const person = (...names: string[]) => Object.fromEntries(names.map((n) => [n, 'Person' as const]))

describe('whom a source means', () => {
  it.each<[string, string, [string, string], Answers, string]>([
    [
      'the one named after a description',
      "the/DET/2/det ministry/NOUN/4/nmod:poss 's/PART/2/case spokesman/NOUN/7/nsubj Tad/PROPN/4/appos Furlong/PROPN/5/flat said/VERB/0/root",
      ['the', 'Furlong'],
      { names: person('Tad Furlong'), nouns: { spokesman: 'Person', ministry: 'Organization' } },
      'Tad Furlong',
    ],
    [
      'the one described after the name',
      "Ada/PROPN/9/nsubj Brock/PROPN/1/flat ,/PUNCT/5/punct a/DET/5/det nurse/NOUN/1/appos at/ADP/8/case the/DET/8/det clinic/NOUN/5/nmod said/VERB/0/root",
      ['Ada', 'clinic'],
      { names: person('Ada Brock'), nouns: { nurse: 'Person', clinic: 'Organization' } },
      'Ada Brock',
    ],
    [
      'the one with a title',
      'Mayor/NOUN/2/nmod:desc Ada/PROPN/4/nsubj Brock/PROPN/2/flat said/VERB/0/root',
      ['Mayor', 'Brock'],
      { names: person('Ada Brock') },
      'Ada Brock',
    ],
    [
      'the one with a title that governs the name',
      'Mayor/PROPN/4/nsubj Ada/PROPN/1/flat Brock/PROPN/2/flat said/VERB/0/root',
      ['Mayor', 'Brock'],
      { names: person('Ada Brock') },
      'Ada Brock',
    ],
    [
      'the relative, not whose relative it is',
      'her/PRON/2/nmod:poss brother/NOUN/3/nsubj said/VERB/0/root',
      ['her', 'brother'],
      { nouns: { brother: 'Person' } },
      'her brother',
    ],
    [
      'nobody where the head mentions nobody, though a modifier does',
      "Brock/PROPN/3/nmod:poss 's/PART/1/case brother/NOUN/4/nsubj said/VERB/0/root",
      ['Brock', 'brother'],
      { names: person('Brock') },
      '-',
    ],
    [
      'the group, not a name that modifies it',
      'two/NUM/4/nummod former/ADJ/4/amod Brock/PROPN/4/compound employees/NOUN/5/nsubj said/VERB/0/root',
      ['two', 'employees'],
      { names: person('Brock'), nouns: { employees: 'Group' } },
      'two former Brock employees',
    ],
    [
      'the group, not one of its members',
      'two/NUM/2/nummod aides/NOUN/8/nsubj ,/PUNCT/4/punct Ada/PROPN/2/appos and/CCONJ/6/cc Tom/PROPN/4/conj ,/PUNCT/4/punct said/VERB/0/root',
      ['two', 'Tom'],
      { names: person('Ada', 'Tom'), nouns: { aides: 'Person' } },
      'two aides, Ada and Tom',
    ],
    [
      'the noun before "who"',
      'the/DET/2/det clerk/NOUN/5/nsubj who/PRON/4/nsubj knew/VERB/2/acl:relcl left/VERB/0/root',
      ['who', 'who'],
      { nouns: { clerk: 'Person' } },
      'the clerk who knew',
    ],
    [
      'the name before "who"',
      'Ada/PROPN/6/nsubj Brock/PROPN/1/flat ,/PUNCT/5/punct who/PRON/5/nsubj knew/VERB/1/acl:relcl left/VERB/0/root',
      ['who', 'who'],
      { names: person('Ada Brock') },
      'Ada Brock',
    ],
    [
      'what stands before "which"',
      'the/DET/2/det report/NOUN/5/nsubj which/PRON/4/nsubj said/VERB/2/acl:relcl burned/VERB/0/root',
      ['which', 'which'],
      { nouns: { report: 'Work' } },
      'the report which said',
    ],
    [
      'nobody by the "who" of a question',
      'who/PRON/2/nsubj said/VERB/0/root so/ADV/2/advmod',
      ['who', 'who'],
      { nouns: {} },
      '-',
    ],
  ])('%s', (_, notation, range, answers, expected) => expect(meant(notation, range, answers)).toBe(expected))
}) // prettier-ignore
