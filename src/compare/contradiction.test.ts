import { describe, expect, it } from 'vitest'
import { around, card, said, teller } from '../../test/builders/statements.js'
import { conflictOf } from './contradiction.js'
import type { Statement } from './statement.js'

const B = { in: 'b' }
function on(a: Statement, b: Statement, dates: readonly [string, string] | null = null): string | null {
  const cards = [
    card('a', [a, b], { published: dates?.[0] ?? null }),
    card('b', [a, b], { published: dates?.[1] ?? null }),
  ]
  return conflictOf(a, b, around(cards))?.on ?? null
}

describe('two accounts that cannot both hold', () => {
  it.each<[string, Statement, Statement]>([
    ['amount', said('Orbit paid Voss 75,000 euros', 'pay'), said('Orbit paid Voss 90,000 euros', 'pay', B)],
    [
      'number',
      said('Twelve people died when the pier collapsed', 'die'),
      said('Nineteen people died when the pier collapsed', 'die', B),
    ],
    [
      'date',
      said('Voss resigned', 'resign', { time: '2020-04-01' }),
      said('Voss resigned', 'resign', { ...B, time: '2020-06' }),
    ],
    [
      'place',
      said('Voss was born', 'bear', { time: '1974', place: 'Bergen' }),
      said('Voss was born', 'bear', { ...B, time: '1974', place: 'Oslo' }),
    ],
    [
      'person',
      said('Voss signed the permit', 'sign', { patient: '~permit' }),
      said('Moe signed the permit', 'sign', { ...B, patient: '~permit' }),
    ],
    [
      'whether',
      said('The outer harbour was dredged to the mole', '~dredge'),
      said('The outer harbour was not dredged to the mole', '~dredge', B),
    ],
    [
      'exclusive events',
      said('Voss resigned', 'resign'),
      said('The port dismissed Voss', 'dismiss', { ...B, patient: 'Voss' }),
    ],
  ])('differ on the %s', (dimension, a, b) => expect(on(a, b)).toBe(dimension))

  it.each<[string, Statement, Statement]>([
    [
      'a rounded figure',
      said('Orbit paid Voss nearly 50 million kroner', 'pay'),
      said('Orbit paid Voss 48 million kroner', 'pay', B),
    ],
    [
      'at least',
      said('More than 400 people fled the town', 'flee'),
      said('The town: 412 people fled', 'flee', B),
    ],
    [
      'an instalment',
      said('Orbit paid Voss a first instalment of 20,000 euros', 'pay', { cues: ['part'] }),
      said('Orbit paid Voss 75,000 euros', 'pay', B),
    ],
    [
      'a month and its day',
      said('Voss resigned', 'resign', { time: '2020-04' }),
      said('Voss resigned', 'resign', { ...B, time: '2020-04-01' }),
    ],
    [
      'two payments',
      said('Orbit paid Voss 75,000 euros', 'pay', { time: '2019' }),
      said('Orbit paid Voss 75,000 euros', 'pay', { ...B, time: '2021' }),
    ],
    [
      'two payments of other sums',
      said('Orbit paid Voss 20,000 euros', 'pay', { time: '2019' }),
      said('Orbit paid Voss 75,000 euros', 'pay', { ...B, time: '2021' }),
    ],
    [
      'a place in a country',
      said('Voss was born', 'bear', { place: 'Bergen' }),
      said('Voss was born', 'bear', { ...B, place: 'Norway' }),
    ],
    [
      'what is to come',
      said('Orbit shall pay Voss 75,000 euros', 'pay', { cues: ['future'] }),
      said('Orbit paid Voss 60,000 euros', 'pay', B),
    ],
    [
      'a question',
      said('Orbit paid Voss 75,000 euros', 'pay', { cues: ['question'] }),
      said('Orbit paid Voss 90,000 euros', 'pay', B),
    ],
    [
      'other people',
      said('Orbit paid Voss 75,000 euros', 'pay'),
      said('Lumen paid Moe 90,000 euros', 'pay', B),
    ],
    [
      'one and the same speaker',
      said('Voss was not in the house', '~in', { tellers: [teller('Voss')] }),
      said('Voss was in the house', '~in', { ...B, tellers: [teller('Voss')] }),
    ],
  ])('hold together: %s', (_, a, b) => expect(on(a, b)).toBeNull())

  it('lets a later and higher count of the dead supersede', () => {
    const [early, late] = [
      said('Twelve people died when the pier collapsed', 'die'),
      said('Fourteen people died when the pier collapsed', 'die', B),
    ]
    expect(on(early, late, ['2021-05-04', '2021-05-06'])).toBeNull()
    expect(on(early, late, ['2021-05-06', '2021-05-04'])).toBe('number')
  })
})
