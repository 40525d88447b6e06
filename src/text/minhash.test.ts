import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bands, signature, signatureFrom, signatureText, similarity } from './minhash.js'

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ')
const alike = (a: string, b: string): number => similarity(signature(a), signature(b))
const meet = (a: string, b: string): boolean => {
  const keys = new Set(bands(signature(a)))
  return bands(signature(b)).some((key) => keys.has(key))
}

describe('MinHash', () => {
  it.each<[string, string, string, number]>([
    ['equal texts', words(0, 200), words(0, 200), 1],
    [
      'case, punctuation and line ends do not count',
      'The clerk, he said, left.',
      'the clerk\nhe SAID left',
      1,
    ],
    ['a third of the wording in common', words(0, 200), words(100, 300), 1 / 3],
    ['four fifths in common', words(0, 900), words(100, 1000), 0.8],
    ['nothing in common', words(0, 200), words(300, 500), 0],
    ['texts shorter than a shingle', 'Two words', 'two words', 1],
    ['no words at all', '…', '…', 0],
  ])('%s', (_, a, b, share) => expect(Math.abs(alike(a, b) - share)).toBeLessThan(0.12))

  it('lets near-duplicates meet in a band, and strangers not', () => {
    expect(meet(words(0, 900), words(100, 1000))).toBe(true)
    expect(meet(words(0, 200), words(300, 500))).toBe(false)
  })

  it('is symmetric, and survives being stored', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.lorem({ maxCount: 60 }), (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a))
        expect(signatureFrom(signatureText(signature(a)))).toEqual(signature(a))
      }),
      { numRuns: 30 },
    )
  })

  it('is linear in the length of the text', () => {
    const began = performance.now()
    signature(`${words(0, 200_000)} ${'a'.repeat(2_000_000)}`)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
