import { expect, it } from 'vitest'
import { formIds, tensorsOf, type EncoderInput } from './inputs.js'

const VOCABULARY = { ids: new Map<string, number>(), unknown: 1, start: 101, end: 102, padding: 0 }

it('numbers words that are equal but for case', () =>
  expect(formIds(['The', 'clerk', 'saw', 'the', 'Clerk'])).toEqual([1, 2, 3, 1, 2]))

it('gives each word its pieces, and sentence and block starts to the first of them alone', () => {
  const input: EncoderInput = {
    pieces: [[7], [8, 9], [6]],
    features: { shape: [0, 1, 5], quote: [0, 1, 2], sentStart: [1, 0, 1], blockStart: [1, 0, 0] },
    sentence: [0, 0, 1],
    form: [1, 2, 3],
  }
  const out = tensorsOf(input, { first: 1, last: 3 }, VOCABULARY)
  const rows = Object.entries(out).map(([name, { dims, data }]) => [
    name,
    dims,
    Array.from(data as BigInt64Array, Number),
  ])
  expect(rows).toEqual([
    ['pieces', [1, 5], [101, 8, 9, 6, 102]],
    [
      'features',
      [1, 5, 4],
      [
        [0, 0, 0, 0],
        [2, 2, 1, 1],
        [2, 2, 0, 0],
        [6, 3, 2, 1],
        [0, 0, 0, 0],
      ].flat(),
    ],
    ['first', [1, 2], [1, 3]],
    ['sentence', [1, 2], [0, 1]],
    ['form', [1, 2], [2, 3]],
  ])
})
