import { describe, expect, it } from 'vitest'
import { around, card, said, surroundings } from '../../test/builders/statements.js'
import { candidatesOf } from './candidates.js'
import { sameOf } from './same.js'
import { featuresOf, mayBeSame, sameBy } from './sameness.js'

const a = (words: string, frame: string, more = {}) => said(words, frame, { in: 'a', ...more })
const b = (words: string, frame: string, more = {}) => said(words, frame, { in: 'b', ...more })
const of = (...all: readonly ReturnType<typeof said>[]) => around([card('a', all), card('b', all)])
type Two = readonly [ReturnType<typeof said>, ReturnType<typeof said>]
const sameness = ([x, y]: Two, near: number): number => sameBy(featuresOf(x, y, of(x, y)), near, near)

describe('statements that may say the same', () => {
  it.each<[string, Two, boolean]>([
    [
      'in other words',
      [a('nineteen bodies were recovered', '~recover'), b('19 bodies have been found', '~find')],
      true,
    ],
    ['seller and buyer', [a('Voss sold the mill', 'sell'), b('Orbit bought the mill', 'buy')], true],
    [
      'about and exactly',
      [a('more than 400 hectares are under mud', '~be'), b('412 hectares were covered', '~cover')],
      true,
    ],
    [
      'other figures',
      [a('17 children were injured', 'injure'), b('23 children were injured', 'injure')],
      false,
    ],
    ['yes and no', [a('silt was dumped', 'dump'), b('silt was not dumped', 'dump')], false],
    [
      'two doers of one act',
      [a('Voss signed the certificate', 'sign'), b('Lunde signed the certificate', 'sign')],
      false,
    ],
    ['plan and outcome', [a('Orbit shall pay 48 million', 'pay'), b('Orbit paid 48 million', 'pay')], false],
    ['one document', [a('silt was dumped', 'dump'), a('silt was dumped at night', 'dump')], false],
  ])('%s', (_, [x, y], may) => expect(mayBeSame(x, y, of(x, y))).toBe(may))

  const pair = [
    a('eleven residents died in the home', 'die'),
    b('the home had eleven deaths', '~have'),
  ] as const
  it('are weighed alike both ways', () => expect(sameness(pair, 0.5)).toBe(sameness([pair[1], pair[0]], 0.5)))
  it('are the likelier the nearer in meaning', () =>
    expect(sameness(pair, 0.9)).toBeGreaterThan(sameness(pair, 0.1)))
  it('are the likelier for a rare figure in common', () =>
    expect(
      sameness([a('1,140 oaks were felled', '~fell'), b('experts counted 1,140 stumps', '~count')], 0.5),
    ).toBeGreaterThan(
      sameness([a('the oaks were felled', '~fell'), b('experts counted the stumps', '~count')], 0.5),
    ))

  it('meet by a rare word, name or figure, never within one document', () => {
    const all = [
      a('1,140 oaks were felled', '~fell'),
      a('1,140 oaks', '~be'),
      b('experts counted 1,140 stumps', '~count'),
      b('Voss resigned', 'resign'),
    ]
    const met = [...candidatesOf(all, of(...all))].map((p) => [p.a.id, p.b.id].join(' × '))
    expect(new Set(met)).toEqual(
      new Set([
        'a#1,140 oaks were felled × b#experts counted 1,140 stumps',
        'a#1,140 oaks × b#experts counted 1,140 stumps',
      ]),
    )
  })

  it('are not guessed without an encoder', async () => {
    const all = [a('silt was dumped', 'dump'), b('silt was dumped', 'dump')]
    expect(await sameOf(all, { ...of(...all), ...surroundings })).toEqual([])
  })
})
