import { expect, it } from 'vitest'
import { said } from '../../test/builders/statements.js'
import { conceptsOf, sameTense } from './meant.js'

it('a verb and its noun are one concept', () => {
  const [verb, noun] = [
    said('eleven residents died in the home', 'die'),
    said('the records of the home show eleven deaths', '~show'),
  ]
  expect([...conceptsOf(verb)].filter((concept) => conceptsOf(noun).has(concept))).toContain('die')
})

it.each([
  ['both done', 'Orbit paid Voss', 'Orbit has paid Voss', true],
  ['both promised', 'Orbit shall pay Voss', 'Orbit will pay Voss', true],
  ['one promised', 'Orbit shall pay Voss', 'Orbit paid Voss', false],
])('the tense of two statements: %s', (_, one, other, same) =>
  expect(sameTense(said(one, 'pay'), said(other, 'pay'))).toBe(same),
)
