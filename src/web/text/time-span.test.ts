import { describe, expect, it } from 'vitest'
import { drawn } from './time-span.js'

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
