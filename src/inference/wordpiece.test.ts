import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_PIECES, readVocabulary, wordPieces } from './wordpiece.js'

const vocabulary = readVocabulary(readFileSync(new URL('../../model/vocab.txt', import.meta.url), 'utf8'))
const expected = JSON.parse(
  readFileSync(new URL('../../cases/wordpiece/expected.json', import.meta.url), 'utf8'),
) as [string, number[]][]
const pieces = (word: string): number[] => wordPieces([word], vocabulary)[0]!

describe('wordPieces', () => {
  // The ids are what Hugging Face's tokenizers (Rust) gives with the same vocabulary.
  it.each(expected)('gives the reference ids of %s', (word, ids) => {
    expect(pieces(word)).toEqual(ids.slice(0, MAX_PIECES))
  })

  it('knows the special pieces', () =>
    expect(vocabulary).toMatchObject({ padding: 0, unknown: 100, start: 101, end: 102 }))

  it('never reads a special piece out of a text', () => {
    expect(pieces('[SEP]')).not.toContain(vocabulary.end)
    expect(pieces('[CLS]')).not.toContain(vocabulary.start)
  })

  it.each(['', '\u0301', '\u200d', '\u0000'])('gives the unknown piece where nothing is left of %j', (word) =>
    expect(pieces(word)).toEqual([vocabulary.unknown]),
  )

  it(`gives 1 to ${MAX_PIECES} pieces for any word`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        const { length } = pieces(word)
        expect(length).toBeGreaterThanOrEqual(1)
        expect(length).toBeLessThanOrEqual(MAX_PIECES)
      }),
    )
  })

  it.each(['a', 'zq', '.', '東', '\u0301'])('takes a word of 200,000 times %j in its stride', (unit) => {
    const began = performance.now()
    expect(pieces(unit.repeat(200_000)).length).toBeLessThanOrEqual(MAX_PIECES)
    expect(performance.now() - began).toBeLessThan(500)
  })

  it('refuses a file that is no vocabulary', () => expect(() => readVocabulary('a\nb\n')).toThrow(RangeError))
})
