import { expect, test } from 'vitest'
import { encodedOf } from '../../../test/builders/encoded.js'
import { buildTree } from '../propositions/tree.js'
import { withCited } from './cited.js'

const REPORTED =
  'Nova/PROPN/2/nsubj reported/VERB/0/root the/DET/4/det talks/NOUN/2/obj citing/VERB/2/advcl two/NUM/7/nummod bankers/NOUN/5/obj'

function read(notation: string, teller: boolean): string[] {
  const { layers } = encodedOf(notation, {
    attributions: [
      ...(teller ? [{ anchor: 'reported', source: 'Nova', content: 'the talks' }] : []),
      { anchor: 'citing', content: 'two bankers' },
    ],
  })
  const { words, encoded } = layers
  const shown = (ranges: readonly { first: number; last: number }[]): string =>
    ranges.map(({ first, last }) => words.slice(first, last).map((w) => w.text).join(' ')).join(' … ') // prettier-ignore
  return withCited(encoded.attributions, words, buildTree(words, encoded.syntax)).map(
    (a) => `${shown(a.source) || '-'}: ${shown(a.content)}`,
  )
}

test('whoever is cited is the source of what the citer passes on', () =>
  expect(read(REPORTED, true)).toEqual(['Nova: the talks', 'two bankers: the talks']))
test('without a teller nothing is known of what was said', () =>
  expect(read(REPORTED, false)).toEqual(['-: two bankers']))

test('who is quoted as saying is no source of whoever quotes', () => {
  const { layers } = encodedOf(
    'Nova/PROPN/2/nsubj quotes/VERB/0/root/quote Orr/PROPN/2/obj as/SCONJ/5/mark saying/VERB/2/advcl/say so/ADV/5/advmod',
    {
      attributions: [
        { anchor: 'quotes', source: 'Nova … Orr', content: 'so' },
        { anchor: 'saying', source: 'Orr', content: 'so' },
      ],
    },
  )
  const { words, encoded } = layers
  const found = withCited(encoded.attributions, words, buildTree(words, encoded.syntax))
  expect(found.map((a) => a.source.map(({ first }) => words[first]!.text))).toEqual([['Nova'], ['Orr']])
})
