import { describe, expect, it } from 'vitest'
import { passage, passagesOf } from '../../../test/builders/passages.js'
import { changesOf } from './changes.js'

const between = (one: string, other: string) => {
  const [from, to] = [passage('a', one), passage('b', other)]
  return changesOf({ from, to, by: 1, here: true, repeats: false, rank: 0 }, passagesOf([from, to]))
}

describe('what becomes of a sentence on its way into another document', () => {
  it.each([
    ['figure', 'Nine residents of Elm Lodge died', 'Nineteen residents of Elm Lodge died'],
    ['figure', 'Eight of the eleven carers told the paper', 'All eleven carers told the paper'],
    ['figure', 'A tenth of the flour was wet', 'A quarter of the flour was wet'],
    ['quotation', '“I saw the sacks standing there,” she said', '“I saw the money standing there,” she said'],
    [
      'quotation',
      '“It was black when it came,” she said',
      '“It was black when it came, and it stank,” she said',
    ],
    ['certainty', 'The silt may have been dumped off the cape', 'The silt was dumped off the cape'],
  ])('%s: %s / %s', (kind, one, other) => expect(between(one, other).map((c) => c.kind)).toContain(kind))
  it.each([
    ['the same figure', 'Nine residents of Elm Lodge died', '9 residents of Elm Lodge died'],
    ['a shortened quotation', '“It was black when it came,” she said', '“It was black,” she said'],
    [
      'a doubt kept',
      'The silt may have been dumped off the cape',
      'The silt was probably dumped off the cape',
    ],
  ])('but not %s: %s / %s', (_, one, other) => expect(between(one, other)).toEqual([]))
})
