import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '../schema/document.js'
import { cutLong, LONGEST_SENTENCE, segment, segmentStep } from './segment.js'

const run = (...parts: [BlockKind, string][]) => {
  const text = parts.map(([, t]) => t).join('\n\n')
  let at = 0
  const blocks: Block[] = parts.map(([kind, t]) => {
    const block = { kind, start: at, end: at + t.length }
    at += t.length + 2
    return block
  })
  const info = {
    id: 'x',
    file: 'x',
    mediaType: 'text/plain',
    language: 'en',
    title: null,
    publisher: null,
    byline: [],
    published: null,
    text,
  }
  const { layers, problems } = segmentStep.run({ info, blocks, problems: [] }, {}) as Exclude<
    ReturnType<typeof segmentStep.run>,
    Promise<unknown>
  >
  return { text, ...layers, problems: problems ?? [] }
}

describe('segment', () => {
  it('parts the full stop of an abbreviation that ends its sentence, and only that one', () => {
    const text = 'The U.S. Senate met at 5 p.m. They left the U.S.'
    const { words } = segment(text, { start: 0, end: text.length })
    expect(words.map((w) => text.slice(w.start, w.end)).join('|')).toBe(
      'The|U.S.|Senate|met|at|5|p.m|.|They|left|the|U.S|.',
    )
  })
})

describe('segmentStep', () => {
  it('never lets a sentence cross a block', () => {
    const { sentences, text } = run(
      ['title', 'Ferry sinks'],
      ['paragraph', 'It sank. Nobody'],
      ['paragraph', 'died.'],
    )
    expect(sentences.map((s) => text.slice(s.start, s.end))).toEqual([
      'Ferry sinks',
      'It sank.',
      'Nobody',
      'died.',
    ])
  })

  it('keeps a byline whole', () => {
    const { sentences, words } = run(['byline', 'By J. P. Ardent Jr. The Northlight'])
    expect(sentences).toHaveLength(1)
    expect(words.map((w) => w.text)).toContain('Jr.')
  })

  it('joins sentences and words both ways', () => {
    const { sentences, words, text } = run(['paragraph', 'He left. She stayed.'], ['item', 'Boats'])
    expect(
      sentences.map((s) =>
        words
          .slice(s.first, s.last)
          .map((w) => w.text)
          .join(' '),
      ),
    ).toEqual(['He left .', 'She stayed .', 'Boats'])
    words.forEach((w) => {
      const sentence = sentences[w.sentence]!
      expect(w.start).toBeGreaterThanOrEqual(sentence.start)
      expect(w.end).toBeLessThanOrEqual(sentence.end)
      expect(w.text).toBe(text.slice(w.start, w.end))
    })
  })

  it('says where a sentence was too long and cuts it', () => {
    const long = 'boats, '.repeat(LONGEST_SENTENCE).trim()
    const { sentences, words, problems } = run(['paragraph', 'Short.'], ['paragraph', long])
    expect(words).toHaveLength(2 + 2 * LONGEST_SENTENCE)
    expect(sentences.map((s) => s.last - s.first)).toEqual([2, 400, 400])
    expect(problems).toEqual([
      expect.objectContaining({ code: 'sentence-long', at: { start: 8, end: 8 + long.length } }),
    ])
  })

  it('reads overlapping blocks once and gives nothing for an empty document', async () => {
    const info = {
      id: 'x',
      file: 'x',
      mediaType: 'text/plain',
      language: 'en',
      title: null,
      publisher: null,
      byline: [],
      published: null,
      text: 'One two',
    }
    const blocks: Block[] = [
      { kind: 'paragraph', start: 0, end: 5 },
      { kind: 'paragraph', start: 0, end: 7 },
    ]
    const twice = await segmentStep.run({ info, blocks, problems: [] }, {})
    expect(twice.layers.words.map((w) => w.text).join('')).toBe('Onetwo')
    expect(run().words).toEqual([])
  })
})

describe('cutLong', () => {
  const forms = (text: string): string[] => text.split(' ')
  it('prefers the strongest mark in the second half of a part, the last of equals', () => {
    expect(cutLong(forms('a ; b c , d ; e f , g h'), [0, 12], 8)).toEqual([
      [0, 7],
      [7, 12],
    ])
  })
  it('cuts at the limit where there is no mark', () => {
    expect(cutLong(forms('a b c d e'), [0, 5], 2)).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ])
  })
  it('leaves short ranges alone', () => expect(cutLong(forms('a b'), [0, 2], 2)).toEqual([[0, 2]]))
})
