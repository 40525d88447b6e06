import { describe, expect, it } from 'vitest'
import { quoteStates } from '../../inference/quotes.js'
import type { Span } from '../../schema/span.js'
import { blockStartsOf } from '../block-starts.js'
import type { Word } from '../layers.js'
import { tokenise } from '../words.js'
import { mannerOf, quotationsOf } from './quotation.js'

/** Paragraphs are parted by '¶'. */
function marked(text: string) {
  const blocks: Span[] = [...text.matchAll(/[^¶]+/g)].map(({ 0: own, index }) => ({
    start: index,
    end: index + own.length,
  }))
  const words: Word[] = blocks
    .flatMap((b) => tokenise(text, b.start, b.end))
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end), sentence: 0 }))
  const blockStarts = blockStartsOf(words, blocks)
  return { words, blockStarts, states: quoteStates(text, words, blockStarts) }
}

describe('quotationsOf', () => {
  it.each<[string, string, string[]]>([
    ['curly marks', '“It was theft,” he said. “We knew.”', ['“It was theft,”', '“We knew.”']],
    ['straight marks', '"It was theft," he said. "We knew."', ['"It was theft,"', '"We knew."']],
    ['single marks', '‘It was theft,’ he said.', ['‘It was theft,’']],
    ['a quotation in a quotation', '“He said ‘no’ to me,” she said.', ['“He said ‘no’ to me,”']],
    ['the same the other way round', '‘He said “no” to me,’ she said.', ['‘He said “no” to me,’']],
    [
      'paragraphs that open it again',
      'He said: “It was theft.¶“We knew.¶“All of us.” So he left.',
      ['“It was theft.¶“We knew.¶“All of us.”'],
    ],
    ['the same with straight marks', '"It was theft.¶"We knew." So he left.', ['"It was theft.¶"We knew."']],
    ['one never closed', '“It was theft.¶He left. “We knew.”', ['“We knew.”']],
    ['no inches', 'a 5" pipe and a 6" pipe', []],
    ['no apostrophes', 'the nurses’ house and Brock’s', []],
    ['nothing', '', []],
  ])('%s: %s', (_, text, expected) => {
    const { words, states, blockStarts } = marked(text)
    const shown = quotationsOf(words, states, blockStarts).map(({ first, last }) =>
      text.slice(words[first]!.start, words[last - 1]!.end),
    )
    expect(shown).toEqual(expected)
  })
})

describe('mannerOf', () => {
  it.each([
    ['direct', '[“It was theft,”] he said'],
    ['direct', '[“It was theft”.] He said'],
    ['indirect', 'he said [it was theft]'],
    ['mixed', 'he called [it “theft”]'],
    ['mixed', 'he said [that “it was theft”]'],
    ['indirect', 'he said [.]'],
  ])('%s: %s', (manner, notation) => {
    const [before, content] = notation.split(/[[\]]/) as [string, string]
    const { words, states } = marked(notation.replace(/[[\]]/g, ''))
    const [from, to] = [before.length, before.length + content.length]
    const inside = words.map((w) => w.start >= from && w.end <= to)
    const range = { first: inside.indexOf(true), last: inside.lastIndexOf(true) + 1 }
    expect(mannerOf([range], words, states)).toBe(manner)
  })
})
