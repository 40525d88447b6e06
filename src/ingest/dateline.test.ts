import { expect, test } from 'vitest'
import { datelineOf } from './dateline.js'

test.each([
  [
    'HALVERSHAM (Meridian Press) — The bridge closed.',
    'HALVERSHAM (Meridian Press) —',
    'Meridian Press',
    null,
  ],
  ['LONDON, March 3 (CW) - The bridge closed.', 'LONDON, March 3 (CW) -', 'CW', null],
  [
    'HALVERSHAM, March 3, 2021 (CW) -- The bridge closed.',
    'HALVERSHAM, March 3, 2021 (CW) --',
    'CW',
    '2021-03-03',
  ],
  ['KESSET SPRINGS, Kesset (CW) — The bridge closed.', 'KESSET SPRINGS, Kesset (CW) —', 'CW', null],
  ['HALLORAN CITY — The bridge closed.', 'HALLORAN CITY —', null, null],
  ['ST. DUNMORE, Kesset, Dec. 1 – The bridge closed.', 'ST. DUNMORE, Kesset, Dec. 1 –', null, null],
  ['Halversham, 3 March 2021 — The bridge closed.', 'Halversham, 3 March 2021 —', null, '2021-03-03'],
  [
    'Halversham (Meridian Press) - The bridge closed.',
    'Halversham (Meridian Press) -',
    'Meridian Press',
    null,
  ],
  ['(Meridian Press) - The bridge closed.', '(Meridian Press) -', 'Meridian Press', null],
])('%s', (paragraph, words, agency, published) => {
  const found = datelineOf(paragraph)!
  expect(paragraph.slice(0, found.length)).toBe(words)
  expect(paragraph.slice(found.rest)).toBe('The bridge closed.')
  expect([found.agency, found.published]).toEqual([agency, published])
})

test.each([
  'Ada Brock — a clerk — denied it.',
  'The mayor (Independent) said so.',
  'NATO said on Tuesday - and again on Friday - that it was so.',
  'He left Dunmore - nobody knew why.',
  'HALVERSHAM —',
])('is not seen in: %s', (paragraph) => {
  expect(datelineOf(paragraph)).toBeNull()
})
