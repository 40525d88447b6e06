import { expect, it } from 'vitest'
import { said } from '../../../test/builders/statements.js'
import { retracts } from './retracts.js'

const before = said('Voss stole the fund', 'steal', { sentence: 0 })
const read = (text: string, frame: string, more = {}): boolean => {
  const statement = said(text, frame, { sentence: 1, ...more })
  const first = before.evidence.text
  return retracts([statement, before], `${first} ${text}`, [
    { start: 0, end: first.length },
    { start: first.length + 1, end: first.length + 1 + text.length },
  ])
}

it.each([
  ['withdrawing it', 'We withdraw this', 'withdraw', true],
  ['calling it wrong', 'The report was wrong', '~be', true],
  ['withdrawing money', 'He withdraws money', 'withdraw', false],
  ['denying it', 'He denies this', 'deny', false],
])('%s', (_, text, frame, expected) => expect(read(text, frame)).toBe(expected))

it('no sentence far behind is meant', () =>
  expect(read('We withdraw this', 'withdraw', { sentence: 5 })).toBe(false))
