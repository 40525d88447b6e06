import { describe, expect, test } from 'vitest'
import type { Word } from '../layers.js'
import { withRelays } from './relay.js'

const wordsOf = (text: string): Word[] => {
  let sentence = 0
  return [...text.matchAll(/\S+/g)].map((m) => {
    const word = { text: m[0], start: m.index, end: m.index + m[0].length, sentence }
    if (m[0] === '.') sentence++
    return word
  })
}
const at = (anchor: number, first: number, last: number) => ({ anchor, content: [{ first, last }] })

describe('what is cited', () => {
  const words = wordsOf('Funds vanished , Orr told Nova , citing a report . Others left , citing heat .')

  test('stands within the attribution before it that ascribes the same', () => {
    expect(withRelays([at(4, 0, 2), at(7, 0, 2)], words, [null, null])).toEqual([null, 0])
  })
  test('stays as it is where the attribution before ascribes something else', () => {
    expect(withRelays([at(4, 8, 10), at(7, 0, 2)], words, [null, null])).toEqual([null, null])
  })
  test('does not reach into another sentence', () => {
    expect(withRelays([at(4, 0, 2), at(14, 11, 13)], words, [null, null])).toEqual([null, null])
  })
  test('keeps what is nested already', () => {
    expect(withRelays([at(4, 0, 2), at(7, 0, 2)], words, [1, null])).toEqual([1, null])
  })
})
