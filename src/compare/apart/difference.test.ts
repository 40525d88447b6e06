import { describe, expect, it } from 'vitest'
import { passage } from '../../../test/builders/passages.js'
import { around, card } from '../../../test/builders/statements.js'
import { indexPassages } from '../passages/index.js'
import { likeliest } from './apart.js'
import { candidatesOf } from './candidates.js'
import { differencesOf } from './difference.js'
import { gathered } from './gather.js'
import { sightOf } from './sight.js'

function apart(one: string, other: string) {
  const [a, b] = [passage('a', one), passage('b', other)]
  const passages = indexPassages(around([card('a', [], { passages: [a] }), card('b', [], { passages: [b] })]))
  return { passages, differences: differencesOf(sightOf(a), sightOf(b), passages) }
}

describe('in what two sentences differ', () => {
  it.each<readonly [on: string, one: string, other: string]>([
    ['number', 'The inspector counted 412 stumps', 'Experts counted 1,140 stumps in the wood'],
    ['number', 'The level never fell below 25 per cent', 'At two the level was 18 per cent'],
    ['date', 'The felling ended on 30 September 2016', 'The felling went on until 4 November 2016'],
    ['time', 'The wall failed at 05.30 hours', 'The wall failed shortly after 2 a.m.'],
    ['place', 'The meeting was held in Hamburg', 'The meeting was held in Limassol'],
    ['whether', 'The siren did not sound', 'The siren sounded at once'],
  ])('%s: %s / %s', (on, one, other) => expect(apart(one, other).differences.map((d) => d.on)).toContain(on))
  it.each<readonly [why: string, one: string, other: string]>([
    ['a rounded figure', 'There were more than 40 people on board', 'Forty-one people were on board'],
    ['a count that goes on', 'Eleven bodies were found so far', 'Nineteen bodies were found'],
    [
      'another year',
      'Eleven deaths were recorded',
      'In the month of the year before two deaths were recorded',
    ],
    ['the number of a compartment', 'Compartment 17 was felled', 'Compartment 18 was felled'],
    ['a month and its day', 'It was signed in March 1978', 'It was signed on 14 March 1978'],
    ['who does not know', 'I did not know of the siren', 'The siren sounded'],
    ['a question', 'The siren did not sound', 'Did the siren sound?'],
  ])('nothing, being %s: %s / %s', (_, one, other) => expect(apart(one, other).differences).toEqual([]))
})

it('proposes sentences of different voices that share a rare word', () => {
  const { passages } = apart('The inspector counted 412 stumps', 'Experts counted 1,140 stumps')
  expect(candidatesOf(passages)).toHaveLength(1)
})

it('lets a figure be contradicted by the likeliest others only, and gathers who says the same', () => {
  const of = (one: string, other: string) => apart(one, other).differences.find((d) => d.on === 'number')!
  const near = of('The Union has 2,600 members', 'The Union had 3,884 members')
  const far = of('The Union has 2,600 members', 'Some 900 members came')
  const kept = likeliest([
    { difference: near, score: 0.9 },
    { difference: far, score: 0.5 },
  ])
  expect(kept.map(({ difference }) => difference)).toEqual([near])
  expect(gathered(kept).map(({ sides }) => sides.map((side) => side.length))).toEqual([[1, 1]])
})
