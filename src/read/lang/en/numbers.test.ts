import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexemesOf } from '../../lexemes.js'
import { parseNumber, readNumber, readOrdinal } from './numbers.js'

describe('parseNumber', () => {
  it.each([
    ['nine', 9], ['0', 0], ['1,200', 1200], ['1,234,567.5', 1234567.5], ['0.5', 0.5], ['twenty-one', 21], ['Twenty One', 21],
    ['a hundred', 100], ['a hundred and twelve', 112], ['one hundred twelve', 112], ['two thousand and five', 2005],
    ['three hundred thousand', 300000], ['one million two hundred thousand and one', 1200001], ['1.2bn', 1.2e9],
    ['1.2 million', 1.2e6], ['40k', 40000], ['15bn', 15e9], ['half a million', 500000], ['half a dozen', 6],
    ['a quarter of a million', null], ['quarter of a million', 250000], ['two dozen', 24], ['a dozen', 12], ['three score', 60],
    ['two and a half', 2.5], ['one and a half million', 1.5e6], ['2½', 2.5], ['½', 0.5], ['half', 0.5],
    ['two-thirds', 2 / 3], ['two thirds', 2 / 3], ['one-fifth', 0.2], ['three quarters', 0.75], ['one in five', 0.2],
    ['nine out of ten', 0.9], ['9 in every 10', 0.9],
  ])('%s is %s', (text, value) => {
    if (value === null) expect(parseNumber(text)).toBeNull()
    else expect(parseNumber(text)).toBeCloseTo(value, 9)
  }) // prettier-ignore

  it.each([
    '',
    'a',
    'an',
    'nurses',
    'ten nurses',
    'second',
    'a third',
    'and',
    'several',
    'hundreds',
    '3m',
    '12.05.2014',
  ])('finds no number in %j', (text) => expect(parseNumber(text)).toBeNull())

  it('reads back any number it is given in figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        expect(parseNumber(String(n))).toBe(n)
        expect(parseNumber(n.toLocaleString('en-US'))).toBe(n)
      }),
    )
  })

  it('gives null or a finite number for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseNumber(text)
        expect(value === null || Number.isFinite(value)).toBe(true)
      }),
    )
  })

  it('does not dwell on a line of numbers', () => {
    expect(parseNumber('1,'.repeat(100_000))).toBeNull()
    const l = lexemesOf('one million '.repeat(20_000))
    expect(readNumber(l, 0)).toMatchObject({ value: 1_000_001, next: 3 })
  })
})

describe('readNumber', () => {
  const upTo = (text: string, money = false): string => {
    const l = lexemesOf(text)
    const read = readNumber(l, 0, money)
    return read ? text.slice(0, l[read.next - 1]!.end) : ''
  }
  it.each([
    ['nine of the ten nurses', 'nine'],
    ['two in 2009', 'two'],
    ['three million and two others', 'three million and two'],
    ['5 million 300', '5 million'],
    ['two-day visit', 'two'],
    ['a third of them', 'a third'],
    ['one million and a half', 'one million'],
  ])('stops where the number ends: %s', (text, number) => expect(upTo(text)).toBe(number))

  it('takes "m" for million only in money', () => {
    expect(upTo('3m', true)).toBe('3m')
    expect(upTo('3m')).toBe('3')
  })
})

describe('readOrdinal', () => {
  it.each([
    ['third', 3],
    ['21st', 21],
    ['twenty-first', 21],
    ['19th', 19],
  ])('%s is %i', (text, value) => expect(readOrdinal(lexemesOf(text), 0)?.value).toBe(value))
})
