import { describe, expect, test } from 'vitest'
import { isByline, isOutlet, isPerson, readByline } from './byline.js'

describe('readByline', () => {
  test.each([
    ['By Ada Brock', ['Ada Brock'], null],
    ['BY ADA BROCK', ['ADA BROCK'], null],
    ['Ada Brock, Meridian Press', ['Ada Brock'], 'Meridian Press'],
    ['By Ada Brock and Tom Vale, Meridian Press', ['Ada Brock', 'Tom Vale'], 'Meridian Press'],
    ['By Ada Brock, Tom Vale & Hal Orme', ['Ada Brock', 'Tom Vale', 'Hal Orme'], null],
    ['Analysis by Ida Marsh, Ledger Editor-at-large', ['Ida Marsh'], null],
    ['Ida Marsh, MS, RDN', ['Ida Marsh'], null],
    ['By Ada Brock, staff writer, March 3, 2021', ['Ada Brock'], null],
    ['By Tom Vale Jr.', ['Tom Vale Jr.'], null],
    ['Tom Vale, Jr.', ['Tom Vale, Jr.'], null],
    ['By A. B. Orme', ['A. B. Orme'], null],
    ['By Ada van der Brock in Halversham', ['Ada van der Brock'], null],
    ['Von Ida Marsh', ['Ida Marsh'], null],
    ['Автор: Иван Петров', ['Иван Петров'], null],
    ['Ada Brock | ada@meridian.example', ['Ada Brock'], null],
    ['By The Valley Post', [], 'The Valley Post'],
    ['admin', [], null],
    ['By', [], null],
  ])('%s', (line, people, outlet) => {
    expect(readByline(line)).toEqual({ people, outlet })
  })
})

test.each([
  ['By Ada Brock', true],
  ['By Ada Brock and Hal Orme on Monday, November 18th, 2019', true],
  ['Ada Brock, Meridian Press', false],
  ['By the time the council met, it was over', false],
  ['By 1998 the mill had closed', false],
  ['By night', false],
  ['The bridge was built by Ada Brock', false],
])('isByline(%s) is %s', (line, is) => {
  expect(isByline(line)).toBe(is)
})

test.each([
  ['Meridian Press', true, false],
  ['The Halversham Ledger', true, false],
  ['CW', true, false],
  ['meridian.news', true, false],
  ['Ada Brock', false, true],
  ['Ada van der Brock', false, true],
  ['Chief correspondent', false, false],
  ['a retired clerk', false, false],
])('%s: outlet %s, person %s', (name, outlet, person) => {
  expect([isOutlet(name), isPerson(name)]).toEqual([outlet, person])
})
