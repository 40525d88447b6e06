import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedOf, type Said } from '../../../test/builders/encoded.js'
import { quoteStates } from '../../inference/quotes.js'
import { completed, withWholeQuotations } from './whole-quotations.js'

/** "5-9 12-14" */
const ranges = (written: string) =>
  written
    .split(' ')
    .filter(Boolean)
    .map((r) => r.split('-').map(Number))
    .map(([first, last]) => ({ first: first!, last: last! }))
const shown = (all: readonly { first: number; last: number }[]): string =>
  all.map((r) => `${r.first}-${r.last}`).join(' ')

describe('completed', () => {
  it.each([
    ['opens a quotation', '2-5', '2-9', '2-9'],
    ['closes one', '6-9', '2-9', '2-9'],
    ['opens one and closes another', '2-14', '2-9 10-14', '2-14'],
    ['stands in one without touching its ends', '4-6', '2-9', '4-6'],
    ['goes beyond one', '2-12', '2-9', '2-12'],
    ['opens and closes the same in two parts', '2-4 7-9', '2-9', '2-9'],
    ['has nothing to do with one', '20-25', '2-9', '20-25'],
  ])('what %s: %s', (_, content, quotations, expected) =>
    expect(shown(completed(ranges(content), ranges(quotations)))).toBe(expected),
  )

  const range = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
    .map(([first, length]) => ({ first, last: first + length }))

  it('never loses a word, and gives ranges in order that do not overlap', () =>
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 4 }),
        fc.array(range, { maxLength: 6 }),
        (content, quotations) => {
          const out = completed(content, quotations)
          const has = (k: number): boolean => out.some((r) => k >= r.first && k < r.last)
          for (const { first, last } of content) for (let k = first; k < last; k++) expect(has(k)).toBe(true)
          out.slice(1).forEach((r, i) => expect(r.first).toBeGreaterThanOrEqual(out[i]!.last))
        },
      ),
    ))
})

describe('withWholeQuotations', () => {
  const contentOf = (text: string, said: Said): string => {
    const { document, layers } = encodedOf(text, { attributions: [said] })
    const { words, encoded } = layers
    const states = quoteStates(document.info.text, words, [0])
    const [one] = withWholeQuotations(encoded.attributions, words, states, [0])
    return one!.content
      .map((r) => document.info.text.slice(words[r.first]!.start, words[r.last - 1]!.end))
      .join(' … ')
  }

  it('carries a content to the end of the quotation that it opens', () =>
    expect(
      contentOf('“ It was theft . All of it . ” said Brock', {
        anchor: 'said',
        source: 'Brock',
        content: '“It was theft',
      }),
    ).toBe('“It was theft. All of it.”'))

  it('but not over its own source and cue, where marks are lost', () =>
    expect(
      contentOf('“ It was theft , said Brock , and it was planned . ”', {
        anchor: 'said',
        source: 'Brock',
        content: '“It was theft,',
      }),
    ).toBe('“It was theft,'))
})
