import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, dayText } from './day.js'
import { compareTimes, compatibleTimes, containsTime, edtfInterval, isEdtf, relateTimes } from './edtf.js'

const ends = (text: string): [string, string] | null => {
  const time = edtfInterval(text)
  if (!time) return null
  const end = (n: number): string => (Number.isFinite(n) ? dayText(n) : '..')
  return [end(time.earliest), end(time.latest)]
}
const at = (text: string) => edtfInterval(text)!

describe('EDTF as a stretch of days', () => {
  it.each([
    ['2013-04-01', '2013-04-01', '2013-04-01'],
    ['2014-05', '2014-05-01', '2014-05-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['2011~', '2011-01-01', '2011-12-31'],
    ['2014-05-03~', '2014-05-03', '2014-05-03'],
    ['2009/2014', '2009-01-01', '2014-12-31'],
    ['../2018', '..', '2018-12-31'],
    ['2014-03/..', '2014-03-01', '..'],
    ['1820?/1871', '1820-01-01', '1871-12-31'],
    ['2020-21', '2020-03-01', '2020-05-31'],
    ['2020-24', '2020-01-01', '2021-02-28'],
    ['2008-35', '2008-07-01', '2008-09-30'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['18XX', '1800-01-01', '1899-12-31'],
    ['-0043', '-0043-01-01', '-0043-12-31'],
    ['2014-05-04T10:00:00Z', '2014-05-04', '2014-05-04'],
    ['2014-05-XX', '2014-05-01', '2014-05-31'],
    ['[2014, 2016]', '2014-01-01', '2016-12-31'],
    ['2020-24/2021-21', '2020-01-01', '2021-05-31'],
  ])('%s is %s to %s', (text, from, to) => expect(ends(text)).toEqual([from, to]))

  it.each([
    '',
    'May 2014',
    '2014-13',
    '2014-02-29',
    '2014-02-30',
    '2014-5',
    '2018/2014',
    '../..',
    '/',
    '2014-05-04-01',
  ])('refuses %j', (text) => expect(isEdtf(text)).toBe(false))

  it('refuses what is too long to be a date, at once', () => {
    expect(isEdtf('2'.repeat(200_000))).toBe(false)
    expect(isEdtf('2014/'.repeat(40_000))).toBe(false)
  })

  it('keeps doubt apart from days', () => {
    expect(edtfInterval('2015?')).toMatchObject({ approximate: false, uncertain: true })
    expect(edtfInterval('2015%')).toMatchObject({ approximate: true, uncertain: true })
  })
})

describe('comparing times', () => {
  it.each([
    ['2014-05-04', '2014-05', 'within'],
    ['2014', '2014-05', 'contains'],
    ['2013', '2014-05', 'before'],
    ['2014-06', '2014-05', 'after'],
    ['2009/2014', '2012/2016', 'overlaps'],
    ['2014-05', '2014-05-01/2014-05-31', 'same'],
    ['../2018', '2018-03', 'contains'],
  ] as const)('%s to %s: %s', (a, b, relation) => expect(relateTimes(at(a), at(b))).toBe(relation))

  it('contains what lies within', () => {
    expect(containsTime(at('2014'), at('2014-05'))).toBe(true)
    expect(containsTime(at('2014-05'), at('2014'))).toBe(false)
  })

  it('holds "about 2011" compatible with 2012 but not with 2014', () => {
    expect(compatibleTimes(at('2011~'), at('2012'))).toBe(true)
    expect(compatibleTimes(at('2011~'), at('2014'))).toBe(false)
    expect(compatibleTimes(at('2011'), at('2012'))).toBe(false)
  })

  const time = fc
    .tuple(
      fc.integer({ min: 1000, max: 2100 }),
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('', '/..', '~'),
    )
    .map(([y, m, tail]) => at(`${y}${m ? `-${String(m).padStart(2, '0')}` : ''}${tail}`))

  it('orders totally, and relations mirror', () => {
    const mirror = { same: 'same', within: 'contains', contains: 'within', overlaps: 'overlaps', before: 'after', after: 'before' }
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(compareTimes(a, b) + compareTimes(b, a)).toBe(0)
        expect(relateTimes(b, a)).toBe(mirror[relateTimes(a, b)])
        expect(compatibleTimes(a, b)).toBe(compatibleTimes(b, a))
      }),
    )
  }) // prettier-ignore

  it('reads back every day it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) }), (n) => {
        expect(edtfInterval(dayText(n))).toMatchObject({ earliest: n, latest: n })
      }),
    )
  })
})
