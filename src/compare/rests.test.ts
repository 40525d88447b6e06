import { describe, expect, it } from 'vitest'
import { card, said, surroundings, teller } from '../../test/builders/statements.js'
import { compareAll } from './compare.js'
import { restsOn } from './rests.js'

const forged = (document: string, ...names: string[]) =>
  said('Voss forged the dredging permit', 'forge', { in: document, tellers: names.map((n) => teller(n)) })
const rests = async (document: string, ...cards: ReturnType<typeof card>[]) =>
  restsOn(document, await compareAll(cards, surroundings))

describe('what rests on a document', () => {
  it('counts what would be left of a proposition', async () => {
    const { propositions } = await rests(
      'a',
      card('a', [forged('a', 'Moe')]),
      card('b', [forged('b', 'Lind')]),
    )
    expect(propositions.map((p) => [p.established, p.left])).toEqual([[2, 1]])
  })

  it('says that nothing would carry it any more', async () => {
    const { propositions } = await rests('a', card('a', [forged('a', 'Moe')]))
    expect(propositions.map((p) => p.left)).toEqual([null])
  })

  it('leaves out what would be counted the same', async () => {
    expect(
      (await rests('a', card('a', [forged('a', 'Moe')]), card('b', [forged('b', 'Moe')]))).propositions,
    ).toEqual([])
  })

  it('names the findings that would lose a side', async () => {
    const cards = [
      card('a', [said('Orbit paid Voss 48,000 euros', 'pay', { in: 'a' })]),
      card('b', [said('Orbit paid Voss 90,000 euros', 'pay', { in: 'b' })]),
    ]
    expect((await rests('a', ...cards)).findings.length).toBeGreaterThan(0)
    expect((await rests('c', ...cards)).findings).toEqual([])
  })
})
