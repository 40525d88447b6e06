import { expect, test } from 'vitest'
import { articleBody, score } from './article-body.js'

const round = (n: number): number => Math.round(n * 1000) / 1000

test.each([
  ['the same text', 'a b c d e', 'a b c d e', 4, [1, 1, 1]],
  ['punctuation and space count for nothing', 'a, b! c? d', 'a b\nc d', 4, [1, 1, 1]],
  ['case counts', 'A b c d', 'a b c d', 4, [0, 0, 0]],
  // Shingles: abcd bcde cdef against bcde cdef.
  ['words left out at the beginning', 'a b c d e f', 'b c d e f', 4, [1, 0.667, 0.8]],
  ['words too many', 'a b c d', 'a b c d x', 4, [0.5, 1, 0.667]],
  ['a repeated word counts each time', 'a a b', 'a b b', 1, [0.667, 0.667, 0.667]],
  ['a text shorter than a shingle is one shingle', 'a b', 'a b', 4, [1, 1, 1]],
  ['nothing found', 'a b c d', '', 4, [0, 0, 0]],
])('%s', (_, truth, predicted, n, expected) => {
  const { precision, recall, f1 } = score([[truth, predicted]], n)
  expect([precision, recall, f1].map(round)).toEqual(expected)
})

test('rates are means over pages, F1 is of the means', () => {
  const { precision, recall, f1, exact } = score(
    [
      ['a b c d', 'a b c d'],
      ['a b c d', 'a b c d x'],
    ],
    4,
  )
  expect([precision, recall, f1, exact].map(round)).toEqual([0.75, 1, 0.857, 0.5])
})

test('without the data there is nothing to measure', async () => {
  expect(await articleBody('/nowhere')).toBeNull()
})
