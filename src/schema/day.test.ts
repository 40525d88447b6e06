import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, dayNumber, dayText, isDate, isoWeek, weekdayOf } from './day.js'

describe('days as numbers', () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11016],
    [2014, 5, 4, 16194],
  ])('%i-%i-%i is day %i', (y, m, d, n) => {
    expect(dayNumber(y, m, d)).toBe(n)
    expect(civilDate(n)).toEqual({ year: y, month: m, day: d })
  })

  it('agrees with Date for every day it covers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (n) => {
        const date = new Date(n * 86_400_000)
        const civil = civilDate(n)
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        expect(dayNumber(civil.year, civil.month, civil.day)).toBe(n)
        expect(weekdayOf(n) % 7).toBe(date.getUTCDay())
      }),
    )
  })

  it.each([
    ['2004-12-31', 2004, 53],
    ['2005-01-01', 2004, 53],
    ['2005-01-03', 2005, 1],
    ['2010-01-25', 2010, 4],
    ['2008-12-29', 2009, 1],
  ])('%s lies in week %i-W%i', (text, year, week) => {
    const [y, m, d] = text.split('-').map(Number)
    expect(isoWeek(dayNumber(y!, m!, d!))).toEqual({ year, week })
  })

  it('knows leap years', () => {
    expect([2008, 2009, 1900, 2000].map((y) => isDate(y, 2, 29))).toEqual([true, false, false, true])
  })

  it('writes ISO dates, also before year 0', () => {
    expect(dayText(dayNumber(2014, 5, 4))).toBe('2014-05-04')
    expect(dayText(dayNumber(-43, 3, 15))).toBe('-0043-03-15')
  })
})
