import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../test/builders/claims.js'
import type { Marks } from '../../../test/builders/layers.js'

const NAME = 'Ada/PROPN/0/root Brock/PROPN/1/flat (/PUNCT/4/punct'
const ADA = { 'Ada Brock': 'Person' } as const

const CASES: readonly [string, string, Marks, readonly string[]][] = [
  [
    'two years',
    `${NAME} 1901/NUM/1/nmod:unmarked –/SYM/6/case 1982/NUM/4/nmod )/PUNCT/4/punct`,
    { mentions: ADA, times: { '1901': '1901', '1982': '1982' } },
    ['birthDate | Ada Brock | be bear | 1901 | @1901', 'deathDate | Ada Brock | die | 1982 | @1982'],
  ],
  [
    'one interval',
    `${NAME} 1901/NUM/1/nmod:unmarked –/SYM/6/case 1982/NUM/4/nmod )/PUNCT/4/punct`,
    { mentions: ADA, times: { '1901 – 1982': '1901/1982' } },
    ['birthDate | Ada Brock | be bear | 1901 | @1901', 'deathDate | Ada Brock | die | 1982 | @1982'],
  ],
  [
    'places',
    `${NAME} 1901/NUM/1/nmod:unmarked ,/PUNCT/6/punct Oran/PROPN/4/appos –/SYM/8/case 1982/NUM/4/nmod )/PUNCT/4/punct`,
    { mentions: { ...ADA, Oran: 'Place' }, times: { '1901': '1901', '1982': '1982' } },
    [
      'birthPlace | Ada Brock | be bear in | Oran | @1901 | #Oran',
      'birthDate | Ada Brock | be bear | 1901 | @1901 | #Oran',
      'deathDate | Ada Brock | die | 1982 | @1982',
    ],
  ],
  [
    'no dash',
    `${NAME} 1901/NUM/1/nmod:unmarked )/PUNCT/4/punct`,
    { mentions: ADA, times: { '1901': '1901' } },
    [],
  ],
  [
    'no person',
    `${NAME} 1901/NUM/1/nmod:unmarked –/SYM/6/case 1982/NUM/4/nmod )/PUNCT/4/punct`,
    { mentions: { 'Ada Brock': 'Organization' }, times: { '1901': '1901', '1982': '1982' } },
    [],
  ],
]

describe('years in brackets after a name', () => {
  test.each(CASES)('%s', (_, notation, marks, expected) => {
    expect(linesOf(notation, marks).sort()).toEqual([...expected].sort())
  })
})
