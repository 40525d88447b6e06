import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { passagesOf } from './meaning-index.js'

const sentencesIn = (text: string) =>
  [...text.matchAll(/[^.]+\./g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))

describe('passagesOf', () => {
  it('puts short sentences together and leaves a long one alone', () => {
    const short = 'The port paid. '
    const long = `${'word '.repeat(80)}.`
    const text = short + short + long
    const spans = passagesOf(text, sentencesIn(text))
    expect(spans.map(({ start, end }) => text.slice(start, end).trim().split(/\s+/).length)).toEqual([6, 81])
  })

  it('covers every sentence once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 })), (lengths) => {
        const text = lengths.map((n) => `${'w '.repeat(n)}.`).join('')
        const sentences = sentencesIn(text)
        const passages = passagesOf(text, sentences)
        const within = sentences.map(
          (s) => passages.filter((p) => p.start <= s.start && p.end >= s.end).length,
        )
        expect(within.every((n) => n === 1)).toBe(true)
      }),
    )
  })
})
