import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, wrap } from './width.js'

describe('columns of a terminal', () => {
  it.each([
    ['plain', 5],
    ['naïve', 5],
    ['e\u0301', 1],
    ['東京', 4],
    ['👩‍🚒', 2],
    ['“ok”', 4],
    ['', 0],
  ])('%s takes %i', (text, columns) => expect(columnsOf(text)).toBe(columns))
})

describe('lines', () => {
  it('breaks at spaces', () =>
    expect(wrap('the money went to Calder', 10)).toEqual(['the money', 'went to', 'Calder']))
  it('cuts a word that no line holds', () =>
    expect(wrap('x'.repeat(25), 10).map((l) => l.length)).toEqual([10, 10, 5]))

  it('keeps every word in order and every line within the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 60 }), (text, width) => {
        const lines = wrap(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('takes one endless word in its stride', () => {
    expect(wrap('a'.repeat(200_000), 80)).toHaveLength(2500)
  })
})
