import { describe, expect, it } from 'vitest'
import { bare } from '../../../test/builders/passages.js'
import type { Passage } from '../passages/passage.js'
import { gathered, LEAST_PAIR } from './gather.js'
import { kindOf } from './signs.js'
import type { Weighed } from './weigh.js'

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((document) => bare(document, 0, `Words of ${document}`)) as [
  Passage,
  Passage,
  Passage,
  Passage,
]
const pair = (
  a: Passage,
  b: Passage,
  chance: number,
  more: Partial<Weighed> & { same?: number; kind?: string } = {},
): Weighed => {
  const { same = 0, kind = 'number' } = more
  const answer = { same, differ: chance, kinds: { [kind]: 1 } }
  return { a, b, shared: 1, rank: 0, matter: {}, near: 0, values: {}, chance, answer, ...more }
}
const sidesOf = (pairs: readonly Weighed[], all = pairs): string[] =>
  gathered(pairs, all).map(({ sides }) =>
    sides
      .map((side) =>
        [...side]
          .map(({ document }) => document)
          .sort()
          .join(''),
      )
      .join(' × '),
  )

describe('quarrels', () => {
  it('have on a side the sentences that say the same', () =>
    expect(sidesOf([pair(A, B, 0.9), pair(A, C, 0.6), pair(B, C, 0, { same: 0.9 })])).toEqual(['a × bc']))

  it('have them whichever of a pair stands first', () =>
    expect(sidesOf([pair(A, B, 0.9), pair(C, A, 0.6), pair(C, B, 0, { same: 0.9 })])).toEqual(['a × bc']))

  it('are two where a sentence opposes two that have nothing to do with one another', () =>
    expect(sidesOf([pair(A, B, 0.9), pair(A, C, 0.6)])).toEqual(['a × b', 'a × c']))

  it('are one where the sentences of both sides say the same', () =>
    expect(
      sidesOf([pair(A, B, 0.9), pair(C, D, 0.6), pair(A, C, 0, { same: 0.8 }), pair(B, D, 0, { same: 0.8 })]),
    ).toEqual(['ac × bd']))

  it('are not made of pairs that hardly oppose each other', () =>
    expect(sidesOf([pair(A, B, LEAST_PAIR / 2)])).toEqual([]))

  it('do not depend on the order of likelier and less likely pairs', () => {
    const pairs = [pair(A, B, 0.9), pair(A, C, 0.6), pair(B, C, 0, { same: 0.9 })]
    expect(sidesOf([...pairs].reverse())).toEqual(sidesOf(pairs))
  })
})

describe('what a quarrel is', () => {
  it.each([
    ['number', 'contradiction', 'number'],
    ['denial', 'disputed', 'denial'],
    ['retraction', 'disputed', 'retraction'],
    ['impossible', 'impossible', 'time'],
  ])('is said by the network: %s', (kind, finding, on) =>
    expect(kindOf([pair(A, B, 0.9, { kind })])).toEqual({ kind: finding, on }),
  )
})
