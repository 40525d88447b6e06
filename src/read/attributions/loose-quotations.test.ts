import { describe, expect, test } from 'vitest'
import { encodedOf, type Answers } from '../../../test/builders/encoded.js'
import { quoteStates } from '../../inference/quotes.js'
import { buildTree } from '../propositions/tree.js'
import { withLooseQuotations } from './loose-quotations.js'

/** Sources of the attributions at quotations, '-' for nobody. */
function sources(notation: string, answers: Answers = {}): string[] {
  const { document, layers } = encodedOf(notation, answers)
  const { words, encoded } = layers
  const states = quoteStates(document.info.text, words, [0])
  return withLooseQuotations(encoded.attributions, words, states, [0], buildTree(words, encoded.syntax)).map(
    (a) =>
      a.source.flatMap(({ first, last }) => words.slice(first, last).map((w) => w.text)).join(' ') || '-',
  )
}

const CLAUSE =
  '“/PUNCT/7/punct Orr/PROPN/7/nsubj took/VERB/4/appos/take many/ADJ/9/amod bribes/NOUN/7/obj ”/PUNCT/7/punct'

describe('a quoted clause that nobody is said to say', () => {
  test('is written in what stands before it', () =>
    expect(sources(`He/PRON/2/nsubj saw/VERB/0/root the/DET/4/det headline/NOUN/2/obj ${CLAUSE}`)).toEqual([
      'the headline',
    ]))

  test('is somebody’s, not the document’s', () =>
    expect(sources(`He/PRON/2/nsubj saw/VERB/0/root the/DET/4/det wall/NOUN/2/obj ${CLAUSE}`)).toEqual(['-']))

  test('is left alone where somebody says it', () =>
    expect(
      sources(`He/PRON/2/nsubj wrote/VERB/0/root the/DET/4/det headline/NOUN/2/obj ${CLAUSE}`, {
        attributions: [{ anchor: 'wrote', source: 'He', content: 'Orr took many bribes' }],
      }),
    ).toEqual(['He']))

  test('is more than a title or irony', () =>
    expect(
      sources(
        'the/DET/2/det headline/NOUN/0/root “/PUNCT/5/punct four/NUM/5/nummod friends/NOUN/2/appos of/ADP/7/case Orr/PROPN/5/nmod ”/PUNCT/5/punct',
      ),
    ).toEqual([]))
})
