import { describe, expect, it } from 'vitest'
import { crowded, drawn } from './time-span.js'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)

describe('drawn', () => {
  it.each([
    ['2018-03-12', '2018-03-12', '2018-03-13'],
    ['2018-03', '2018-03-01', '2018-04-01'],
    ['2018', '2018-01-01', '2019-01-01'],
    ['2018-22', '2018-06-01', '2018-09-01'],
    ['2018-24', '2018-12-01', '2019-03-01'],
    ['199X', '1990-01-01', '2000-01-01'],
    ['2009/2014', '2009-01-01', '2015-01-01'],
  ])('%s is from %s up to %s', (edtf, from, to) => {
    expect(drawn(edtf)).toMatchObject({ from: day(from), to: day(to), openStart: false, openEnd: false })
  })
  it('keeps doubt and open ends', () => {
    expect(drawn('2011~')).toMatchObject({ vague: true })
    expect(drawn('../2018')).toMatchObject({ openStart: true, openEnd: false, to: day('2019-01-01') })
    expect(drawn('2018/..')).toMatchObject({ openStart: false, openEnd: true, from: day('2018-01-01') })
  })
  it('draws no year that is none', () => {
    expect(['', 'soon', '2018-13', '../..'].map(drawn)).toEqual([null, null, null, null])
  })
})

describe('crowded', () => {
  const at = (edtf: string, claims: number) => ({ time: drawn(edtf)!, claims })
  const ALL = [day('1930-01-01'), day('2021-01-01')] as const
  it('is where most claims stand, though some stand long before or after', () => {
    const [from, to] = crowded(
      [at('1934', 2), at('2016-04-18', 20), at('2018-03-12', 40), at('2020-02', 3)],
      ALL,
    )!
    expect([new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()]).toEqual([2016, 2018])
    expect(from).toBeLessThan(day('2016-04-18'))
    expect(to).toBeGreaterThan(day('2018-03-13'))
  })
  it('is a stretch of time even where all stand on one day', () => {
    const [from, to] = crowded([at('2018-03-12', 50), at('1934', 1)], ALL)!
    expect(to - from).toBeGreaterThan(86_400_000)
  })
  it('is none where they stand all over, or nowhere', () => {
    const decades = ['1935', '1950', '1965', '1980', '1995', '2010', '2020'].map((year) => at(year, 3))
    expect([crowded(decades, ALL), crowded([], ALL)]).toEqual([null, null])
  })
})
