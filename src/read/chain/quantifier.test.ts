import { describe, expect, test } from 'vitest'
import { quantifierOf } from './quantifier.js'

const of = (phrase: string): unknown => {
  const q = quantifierOf(phrase)
  return q && [q.text, q.said, q.of, q.except]
}

describe('a source that is counted', () => {
  test.each<[string, unknown]>([
    ['nine of the ten nurses', ['nine of the ten', 9, 10, 1]],
    ['Nine of its ten members', ['Nine of its ten', 9, 10, 1]],
    ['all but two of the eleven jurors', ['all but two of the eleven', 9, 11, 2]],
    ['all but one', ['all but one', null, null, 1]],
    ['all three sisters', ['all three', 3, 3, null]],
    ['most of the 40 residents', ['most of the 40', null, 40, null]],
    ['none of the six guards', ['none of the six', 0, 6, null]],
    ['dozens of people', ['dozens of', null, null, null]],
    ['two aides', ['two', 2, null, null]],
    ['at least 12 neighbours', ['at least 12', 12, null, null]],
    ['58 percent of voters', ['58 percent', null, null, null]],
    ['both men', ['both', 2, 2, null]],
    ['Ada Brock', null],
    ['one official', null],
    ['the ministry', null],
    ['her brother', null],
    ['', null],
  ])('%s', (phrase, expected) => expect(of(phrase)).toEqual(expected))
})
