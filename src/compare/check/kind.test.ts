import { describe, expect, it } from 'vitest'
import type { Passage } from '../passages/passage.js'
import { amountsIn } from '../words/numbers.js'
import { claimsNothing, givesAccount, isPlanned } from './kind.js'

const passage = (text: string): Passage => ({
  document: 'd',
  sentence: 0,
  evidence: { file: 'd', start: 0, end: text.length, text, claim: null },
  words: [],
  names: [],
  written: [...text.matchAll(/(?<=. )\p{Lu}\p{L}+/gu)].map(([w]) => w),
  entities: [],
  amounts: amountsIn(text),
  times: [],
  places: [],
  people: [],
  voice: '',
  hedged: false,
})

describe('a sentence of a draft claims nothing', () => {
  it.each([
    ['Who will pay for the next roof?', true],
    ['This is the story of a bridge.', true],
    ['Begin with the ladder.', true],
    ['Every fire has its own smell.', true],
    ['Some winters arrive without warning.', true],
    ['It rained on the pass that year.', false],
    ['A letter shows the payment.', false],
    ['Further arrests will follow.', false],
    ['Some nine hundred members lost their savings.', false],
    ['The bridge is closed.', false],
  ])('“%s”: %s', (text, nothing) => expect(claimsNothing(passage(text), false)).toBe(nothing))
})

it.each([
  ['According to Lind, the quay was open.', true],
  ['Nine of the ten carers told the paper that it was cold.', true],
  ['Voss told the captain to write it down.', false],
  ['Voss knew that the quay was closed.', false],
])('“%s” gives an account as somebody’s: %s', (text, gives) => expect(givesAccount(text)).toBe(gives))

it('tells what is owed from what is done', () =>
  expect(['The quay was to be nine metres long.', 'The quay was nine metres long.'].map(isPlanned)).toEqual([
    true,
    false,
  ]))
