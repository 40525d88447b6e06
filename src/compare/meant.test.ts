import { describe, expect, it } from 'vitest'
import { said, surroundings } from '../../test/builders/statements.js'
import { kinship, MEANT, mayMeanTheSame, meantBy } from './meant.js'

const a = (words: string, frame: string, more = {}) => said(words, frame, { in: 'a', ...more })
const b = (words: string, frame: string, more = {}) => said(words, frame, { in: 'b', ...more })
const may = (...pair: [ReturnType<typeof a>, ReturnType<typeof b>]) =>
  mayMeanTheSame(...pair, surroundings) !== null

describe('what may mean the same in other words', () => {
  it.each([
    [
      'a verb and its noun',
      a('eleven residents died in the home', 'die'),
      b('the records of the home show eleven deaths', '~show'),
    ],
    [
      'two verbs for one act',
      a('silt was dumped off Grunnevika', 'dump', { doer: null }),
      b('the hold of silt was emptied off Grunnevika', '~empty', { doer: null }),
    ],
    [
      'a large figure with its unit',
      a('they took up 30,000 cubic metres', '~take'),
      b('at most 30,000 cubic metres of silt were removed', '~remove'),
    ],
  ])('%s', (_, x, y) => expect(may(x, y)).toBe(true))

  it.each([
    ['one name and nothing else', a('Voss resigned', 'resign'), b('Voss took a bribe', 'bribe')],
    [
      'yes and no',
      a('silt was dumped off Grunnevika', 'dump'),
      b('silt was not dumped off Grunnevika', 'dump'),
    ],
    [
      'other figures',
      a('at least 17 children were injured in Aktuyak', 'injure'),
      b('23 children were injured in Aktuyak', 'injure'),
    ],
    [
      'what is agreed and what was done',
      a('Orbit shall pay Voss 48 million kroner', 'pay'),
      b('Orbit paid Voss 48 million kroner', 'pay'),
    ],
    ['other doers', a('Voss signed the certificate', 'sign'), b('Lunde signed the certificate', 'sign')],
    [
      'one document',
      a('silt was dumped off Grunnevika', 'dump'),
      said('the silt was dumped off Grunnevika at night', 'dump', { in: 'a' }),
    ],
    [
      'a question',
      a('silt was dumped off Grunnevika', 'dump'),
      b('silt was dumped off Grunnevika', 'dump', { cues: ['question'] }),
    ],
  ])('never %s', (_, x, y) => expect(may(x, y)).toBe(false))

  it('is the same both ways', () => {
    const pair = [
      a('eleven residents died in the home', 'die'),
      b('the home had eleven deaths', '~have'),
    ] as const
    expect(kinship(pair[0], pair[1])).toBe(kinship(pair[1], pair[0]))
  })

  it('needs near sentences as well as common words', () => {
    const kin = kinship(
      a('the concrete contained half of the cement', '~contain'),
      b('half of the cement was missing', '~miss'),
    )!
    expect([meantBy(kin, 0.1) >= MEANT, meantBy(kin, 1) >= MEANT]).toEqual([false, true])
  })
})
