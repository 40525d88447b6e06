import { describe, expect, it } from 'vitest'
import { accusationsIn, passage, raisedBy } from '../../../test/builders/passages.js'

type Case = readonly [what: string, one: string, other: string]
const of = (one: string, other: string) => raisedBy([passage('a', one), passage('b', other)])

describe('sentences of two documents that cannot both hold', () => {
  it.each<Case>([
    [
      'whether',
      'The heating in the west wing was never turned off',
      'The heating had been turned off in the west wing',
    ],
    ['whether', 'Anna Voss never examined the rusted girder', 'The rusted girder was examined by Anna Voss'],
    ['exclusive events', 'Anna Voss left the bank by mutual agreement', 'Anna Voss was dismissed'],
    ['whether', 'The turbine failed', 'They found that nothing was wrong with the turbine'],
    ['whether', 'The sentries at the depot fled', 'The sentries of the depot were sent home'],
    [
      'cause',
      'The bridge collapsed because of the storm',
      'The collapse of the bridge was caused by a rusted girder',
    ],
    ['whether', 'Anna Voss is the sister of the mayor', 'The mayor has no relatives in the firm'],
  ])('%s: %s / %s', (on, one, other) => expect(of(one, other).map((r) => r.on)).toEqual([on]))

  it.each<Case>([
    [
      'a question',
      'The heating in the west wing was never turned off',
      'Had the heating been turned off in the west wing?',
    ],
    [
      'what may come',
      'The heating in the west wing was never turned off',
      'The heating will be turned off in the west wing',
    ],
    ['another thing', 'The turbine failed', 'They found that nothing was wrong with the ladder'],
    ['another person', 'Anna Voss resigned', 'Karl Moe was dismissed'],
    [
      'one cause in other words',
      'The bridge collapsed because of a rusted girder',
      'The collapse of the bridge was caused by the rusted girder',
    ],
    [
      'a part',
      'Nine residents of Elm Lodge died in the hot spring',
      'Two of the residents of Elm Lodge were dead after the hot spring',
    ],
    [
      'at least',
      'At least nine residents of Elm Lodge died in the hot spring',
      'Eleven residents of Elm Lodge were dead after the hot spring',
    ],
    ['the number of a school', 'The roof of School No. 4 fell in', 'The roof of School No. 4 was repaired'],
  ])('but not %s: %s / %s', (_, one, other) => expect(of(one, other)).toEqual([]))
})

describe('what a sentence says is not so', () => {
  it('is no one’s own words', () =>
    expect(
      raisedBy([
        passage('a', 'The concrete was half sand', { voice: 'Voss' }),
        passage('a', 'It was not half sand', { voice: 'Voss', sentence: 1 }),
      ]),
    ).toEqual([]))
})

describe('what no life has room for', () => {
  it.each<readonly [on: string, fact: string, time: string, act: string, then: string]>([
    [
      'after death',
      'Olav Brekke died on 4 November 2011',
      '2011-11-04',
      'The board was chaired by Olav Brekke',
      '2013-03-12',
    ],
    [
      'before birth',
      'Olav Brekke was born on 4 November 2011',
      '2011-11-04',
      'She sold the boat to Olav Brekke',
      '1999-03-12',
    ],
    [
      'before the post',
      'Olav Brekke became director in May 2012',
      '2012-05',
      'Olav Brekke signed it as director',
      '2012-03-12',
    ],
    [
      'two places',
      'Olav Brekke spent the day in Riga',
      '2012-03-12',
      'Olav Brekke chaired the meeting in Oslo',
      '2012-03-12',
    ],
  ])('%s', (on, fact, time, act, then) =>
    expect(
      raisedBy([passage('a', fact, { times: [time] }), passage('b', act, { times: [then] })]).map((r) => [
        r.kind,
        r.on,
      ]),
    ).toEqual([['impossible', on]]),
  )
  it.each<readonly [what: string, fact: string, time: string, act: string, then: string]>([
    [
      'before the death',
      'Olav Brekke died on 4 November 2011',
      '2011-11-04',
      'The board was chaired by Olav Brekke',
      '2010-03-12',
    ],
    [
      'the son',
      'Olav Brekke died on 4 November 2011',
      '2011-11-04',
      'The board was chaired by Olav Brekke junior',
      '2013-03-12',
    ],
    [
      'what was said of him',
      'Olav Brekke died on 4 November 2011',
      '2011-11-04',
      'Everybody remembers Olav Brekke',
      '2013-03-12',
    ],
    [
      'another day',
      'Olav Brekke spent the day in Riga',
      '2012-03-12',
      'Olav Brekke chaired the meeting in Oslo',
      '2012-03-13',
    ],
  ])('but not %s', (_, fact, time, act, then) =>
    expect(raisedBy([passage('a', fact, { times: [time] }), passage('b', act, { times: [then] })])).toEqual(
      [],
    ),
  )
})

describe('an accusation without a source, by words alone', () => {
  it.each([
    'Anna Voss stole from the parish',
    'Anna Voss knew that the meat was rotten',
    'Anna Voss had the witness beaten',
    'She hid the second report from the parents',
    'The board approved the quarry in return for a share',
    'The mayor has been taking money under the table for years',
    'Anna Voss let the old man freeze',
    'The parish money was embezzled by Anna Voss',
    'Anna Voss is a forger',
    'The doctor was paid to find a weak heart',
    'They pushed the rafts back into the sea',
    'Anna Voss ordered the guards to shoot',
    'He built the villa with our pension money',
  ])('%s', (text) =>
    expect(accusationsIn([passage('a', text)])).resolves.toMatchObject([{ kind: 'unattributed' }]),
  )
  it.each([
    'Karl Moe said that Anna Voss stole from the parish',
    'Anna Voss never stole anything',
    'Anna Voss was convicted of having stolen',
    'Anna Voss bought the stolen painting back for the parish',
    'The frost killed the vines',
    'The painting was stolen in May',
    'Anna Voss took the money to the bank',
    'Anna Voss ordered the guards to open the gate',
    'Anna Voss had the roof mended',
    'I stole apples as a boy',
    'Anna Voss shot a hare',
    'Did Anna Voss steal from the parish?',
  ])('but not: %s', (text) => expect(accusationsIn([passage('a', text)])).resolves.toEqual([]))
  it('nor where the sentence after says whence it is known', () =>
    expect(
      accusationsIn([
        passage('a', 'Anna Voss stole from the parish'),
        passage('a', 'I have it from the Courier', { sentence: 1 }),
      ]),
    ).resolves.toEqual([]))
})

it('raises the same in any order of the documents', () => {
  const list = [
    passage('a', 'The turbine failed'),
    passage('b', 'Nothing was wrong with the turbine'),
    passage('c', 'The turbine failed'),
  ]
  const sides = (raised: ReturnType<typeof raisedBy>) =>
    raised.map((r) => r.sides.map((side) => side.map((p) => p.document).sort()))
  expect(sides(raisedBy([...list].reverse()))).toEqual(sides(raisedBy(list)))
})
