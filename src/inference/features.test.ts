import { describe, expect, it } from 'vitest'
import { features, wordShape } from './features.js'

describe('wordShape', () => {
  it.each([
    ['ferry', 0],
    ["n't", 0],
    ['’s', 0],
    ['naïve', 0],
    ['анна', 0],
    ['Ferry', 1],
    ['I', 1],
    ['J.', 1],
    ['Žofie', 1],
    ['Анна', 1],
    ['NORTHLIGHT', 2],
    ['U.S.', 2],
    ["N'T", 2],
    ['AT&T', 2],
    ['McMarlo', 3],
    ['eBay', 3],
    ['F16', 3],
    ['1990s', 3],
    ['5th', 3],
    ['16', 4],
    ['1,200.50', 4],
    ['10:45', 4],
    ['½', 4],
    ['.', 5],
    ['—', 5],
    ['$', 5],
    ['😀', 5],
    ['東京', 5],
    ['', 5],
  ] as const)('of %s is %i', (word, shape) => expect(wordShape(word)).toBe(shape))
})

describe('features', () => {
  it('gives four numbers a word', () => {
    const text = '“No,” she said.\n\nIt sank.'
    const words = [
      [0, 1],
      [1, 3],
      [3, 4],
      [4, 5],
      [6, 9],
      [10, 14],
      [14, 15],
      [17, 19],
      [20, 24],
      [24, 25],
    ].map(([start, end]) => ({ start: start!, end: end! }))
    expect(features(text, words, [0, 7], [0, 7])).toEqual({
      shape: [5, 1, 5, 5, 0, 0, 5, 1, 0, 5],
      quote: [2, 1, 1, 2, 0, 0, 0, 0, 0, 0],
      sentStart: [1, 0, 0, 0, 0, 0, 0, 1, 0, 0],
      blockStart: [1, 0, 0, 0, 0, 0, 0, 1, 0, 0],
    })
  })
  it('gives nothing for no words', () =>
    expect(features('', [], [0], [0])).toEqual({ shape: [], quote: [], sentStart: [], blockStart: [] }))
})
