import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexemesOf } from './lexemes.js'

const pieces = (text: string): string[] => lexemesOf(text).map((l) => text.slice(l.start, l.end))

describe('lexemes', () => {
  it.each([
    ['27-year-old', ['27', '-', 'year', '-', 'old']],
    ['$15bn', ['$', '15', 'bn']],
    ['at 3 p.m. on', ['at', '3', 'p.m.', 'on']],
    ['1,200.5 km.', ['1,200.5', 'km', '.']],
    ['May 4,2014', ['May', '4', ',', '2014']],
    ['12.05.2014', ['12', '.', '05', '.', '2014']],
    ['in 2009.', ['in', '2009', '.']],
    ['the U.S. in', ['the', 'U.S.', 'in']],
  ])('%s', (text, expected) => expect(pieces(text)).toEqual(expected))

  it('holds every character but white space, in order, once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(pieces(text).join('')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('keeps to its stretch', () => {
    const text = 'On 4 May 2014.'
    expect(lexemesOf(text, 3, 8).map((l) => l.lower)).toEqual(['4', 'may'])
  })

  it.each(['1,', '1.', '1', 'a.', 'a', ',', '1,234', 'é'])('is linear on a line of %j', (piece) => {
    const began = process.cpuUsage()
    lexemesOf(piece.repeat(200_000))
    expect(process.cpuUsage(began).user).toBeLessThan(3_000_000)
  })
})
