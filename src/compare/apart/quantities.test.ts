import { describe, expect, it } from 'vitest'
import { daysApart, datesIn } from './dates.js'
import { hoursApart, hoursIn } from './hours.js'
import { kinOf, quantitiesIn, sameQuantity } from './quantities.js'

describe('what a sentence counts', () => {
  it.each<readonly [text: string, counted: readonly string[]]>([
    ['In compartments 17 and 18 some 1,140 oaks had been felled', ['1140 oak']],
    ['Forty-one persons were on board', ['41 person']],
    ['Not one but two people died', ['2 people']],
    ['One patient has died', ['1 patient']],
    ['The list shows K963,000 paid in March', ['963000 k']],
    ['Three and a half kilometres from the cape', ['3.5 kilometre']],
    ['The roof of School No. 4 fell at 9.40 a.m. on 4 February 2021', []],
    ['The wall failed at ten minutes past two in the morning', []],
    ['A sailor aged 24', []],
  ])('%s', (text, counted) => expect(quantitiesIn(text).map((q) => `${q.value} ${q.unit}`)).toEqual(counted))

  const [of] = [(text: string) => quantitiesIn(text)[0]!]
  it.each<readonly [one: string, other: string, kin: number]>([
    ['412 sessile oaks', '1,140 oaks', 3],
    ['two patients', 'eleven residents', 2],
    ['41 houses', '41 oaks', 0],
    ['1.9 million kwacha', 'K963,000', 3],
    ['20 euros', '20 dollars', 0],
    ['eight miles', 'three kilometres', 3],
  ])('%s and %s are of one kind: %d', (one, other, kin) => expect(kinOf(of(one), of(other))).toBe(kin))

  it.each<readonly [one: string, other: string, same: boolean]>([
    ['48 million kroner', 'nearly 50 million kroner', true],
    ['41 people', 'more than 40 people', true],
    ['never below 25 per cent', '18 per cent', false],
    ['at most 30,000 oaks', '118,000 oaks', false],
  ])('%s can be %s: %s', (one, other, same) => expect(sameQuantity(of(one), of(other))).toBe(same))
})

describe('hours', () => {
  it.each<readonly [text: string, minutes: number]>([
    ['The wall failed at 05.30 hours', 330],
    ['It sank shortly after 2 a.m.', 120],
    ['at about ten minutes past two in the morning', 130],
    ['I rang at a quarter past two', 135],
    ['towards half past one', 90],
    ['at 11.52pm', 1432],
    ['five minutes past midnight', 5],
  ])('%s', (text, minutes) => expect(hoursIn(text).map((h) => h.minutes)).toEqual([minutes]))
  it.each(['for 1.34 million euros', 'two of them left', 'he was 41', 'paragraph 3.2'])(
    'but not: %s',
    (text) => expect(hoursIn(text)).toEqual([]),
  )
  it.each<readonly [one: string, other: string, apart: boolean | null]>([
    ['at 05.30 hours', 'shortly after 2 a.m.', true],
    ['at a quarter past two', 'at 14.15', false],
    ['at 21.05 GMT', 'at 00.05', null],
  ])('%s and %s', (one, other, apart) => expect(hoursApart(hoursIn(one)[0]!, hoursIn(other)[0]!)).toBe(apart))
})

describe('days', () => {
  it.each<readonly [one: string, other: string, apart: boolean]>([
    ['on 27 October', 'on 28 October 2016', true],
    ['on October 27', 'on 27 October 2016', false],
    ['in October 2016', 'on 27 October', false],
    ['on 27 October 2015', 'on 27 October 2016', true],
    ['on 31 December', 'on 1 January', true],
  ])('%s and %s', (one, other, apart) =>
    expect(daysApart(datesIn(one)[0]!, datesIn(other)[0]!) > 0).toBe(apart),
  )
  it('takes no verb for a month', () => expect(datesIn('It may take 2 or 3 days')).toHaveLength(0))
})
