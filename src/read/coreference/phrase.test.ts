import { describe, expect, it } from 'vitest'
import { layersOf } from '../../../test/builders/layers.js'
import { buildTree } from '../propositions/tree.js'
import { headOf, phraseOf } from './phrase.js'

const read = (notation: string) => {
  const { document, layers } = layersOf(notation)
  const tree = buildTree(layers.words, layers.encoded.syntax)
  const shown = ({ first, last }: { first: number; last: number }): string =>
    document.info.text.slice(layers.words[first]!.start, layers.words[last - 1]!.end)
  return { tree, shown, word: (form: string) => layers.words.findIndex((w) => w.text === form) }
}

describe('the phrase of a noun', () => {
  it.each<[string, string, string]>([
    [
      'the/DET/3/det ministry/NOUN/4/nmod:poss \'s/PART/2/case spokesman/NOUN/5/nsubj left/VERB/0/root',
      'spokesman',
      "the ministry's spokesman",
    ],
    [
      'with/ADP/4/case only/ADV/4/advmod the/DET/4/det mayor/NOUN/0/root of/ADP/6/case Kelso/PROPN/4/nmod ,/PUNCT/9/punct who/PRON/9/nsubj left/VERB/4/acl:relcl ./PUNCT/4/punct',
      'mayor',
      'the mayor of Kelso, who left',
    ],
    [
      'about/ADV/2/advmod 300/NUM/3/nummod people/NOUN/4/nsubj left/VERB/0/root',
      'people',
      'about 300 people',
    ],
    [
      'the/DET/2/det clerk/NOUN/0/root and/CCONJ/5/cc a/DET/5/det nurse/NOUN/2/conj',
      'clerk',
      'the clerk',
    ],
    [
      'Brock/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det nurse/NOUN/0/root',
      'nurse',
      'a nurse',
    ],
  ])('%s: %s', (notation, head, expected) => {
    const { tree, shown, word } = read(notation)
    expect(shown(phraseOf(word(head), tree))).toBe(expected)
  })
}) // prettier-ignore

describe('the head of a range', () => {
  it.each<[string, number, number, string]>([
    ['Ada/PROPN/3/nsubj Brock/PROPN/1/flat left/VERB/0/root', 0, 2, 'Ada'],
    ['“/PUNCT/0/root the/DET/3/det mayor/NOUN/4/nsubj left/VERB/1/parataxis', 0, 3, 'mayor'],
    ['left/VERB/0/root ,/PUNCT/1/punct', 1, 2, ','],
  ])('%s %i–%i is %s', (notation, first, last, expected) => {
    const { tree } = read(notation)
    expect(tree.form[headOf({ first, last }, tree)]).toBe(expected.toLowerCase())
  })
})
