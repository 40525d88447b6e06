import { describe, expect, it } from 'vitest'
import type { Evidence, Finding } from '../../schema/reading.js'
import { otherSides } from './other-sides.js'

const says = (claim: string | null): Evidence => ({
  file: 'a.txt',
  text: `of ${claim}`,
  claim,
  start: 0,
  end: 1,
})
const finding = (...sides: (string | null)[][]): Finding => ({
  id: 'f',
  kind: 'contradiction',
  on: 'amount',
  why: '',
  score: 1,
  sides: sides.map((claims) => ({ evidence: claims.map(says), established: 0 })),
})

describe('the other side of a claim', () => {
  it('is named for each claim of the document, and for no claim of another', () => {
    const found = otherSides([finding(['d#1', 'd#2'], ['e#7'])], 'd')
    expect([...found].map(([id, all]) => [id, all.map(({ evidence }) => evidence.claim)])).toEqual([
      ['1', ['e#7']],
      ['2', ['e#7']],
    ])
  })

  it('may stand in the same document', () => {
    const found = otherSides([finding(['d#1'], ['d#2'])], 'd')
    expect(found.get('1')![0]!.evidence.claim).toBe('d#2')
    expect(found.get('2')![0]!.evidence.claim).toBe('d#1')
  })

  it('is all of them where there are several, and none where one side stands alone', () => {
    expect(otherSides([finding(['d#1'], ['e#2'], ['g#3'])], 'd').get('1')).toHaveLength(2)
    expect(otherSides([finding(['d#1'])], 'd').size).toBe(0)
    expect(otherSides([finding(['d#1'], [])], 'd').size).toBe(0)
  })
})
