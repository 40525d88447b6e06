import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { card, said, surroundings, teller } from '../../test/builders/statements.js'
import { compareAll } from './compare.js'
import type { Card, Statement } from './statement.js'

const compare = (...cards: Card[]) => compareAll(cards, surroundings)
const counts = async (...cards: Card[]) =>
  (await compare(...cards)).propositions.map(({ documents, origins }) => [
    documents,
    origins.established,
    origins.unknown,
  ])
const forged = (document: string, more: Partial<Statement> = {}): Statement =>
  said('Voss forged the dredging permit', 'forge', { in: document, doer: 'Voss', ...more })
const kinds = async (...cards: Card[]) => (await compare(...cards)).findings.map((f) => f.kind)

describe('origins of a proposition', () => {
  it('counts two newspapers that name nobody as of unknown lineage', async () =>
    expect(await counts(card('a', [forged('a')]), card('b', [forged('b')]))).toEqual([[2, 0, 2]]))

  it('counts one person in two newspapers once', async () => {
    const tellers = [teller('Moe')]
    expect(
      await counts(card('a', [forged('a', { tellers })]), card('b', [forged('b', { tellers })])),
    ).toEqual([[2, 1, 0]])
  })

  it('follows a chain into the document of the publication it ends in', async () => {
    const first = card('a', [forged('a', { tellers: [teller('a clerk', { kind: 'role', entity: null })] })])
    const second = card('b', [forged('b', { tellers: [teller('Paper a', { entity: null })] })])
    expect(await counts(first, second)).toEqual([[2, 1, 0]])
  })

  it('takes a record for an origin, and nine of ten for nine', async () => {
    const court = card('a', [forged('a')], { kind: 'court', publisher: null })
    const nurses = teller('nine of the ten nurses', { kind: 'group', entity: null, count: 9, of: 10 })
    expect(await counts(court, card('b', [forged('b', { tellers: [nurses] })]))).toEqual([[2, 10, 0]])
  })

  it('joins a source without a name with whoever comes forward', async () => {
    const first = card('a', [
      forged('a', { tellers: [teller('a former surveyor', { kind: 'role', entity: null })] }),
    ])
    const evidence = { file: 'b.txt', start: 0, end: 1, text: 'I', claim: null }
    const second = card('b', [forged('b', { tellers: [teller('Moe')] })], {
      unmasked: [{ description: 'former surveyor', name: 'Moe', entity: 'Moe', evidence }],
    })
    expect(await counts(first, second)).toEqual([[2, 1, 0]])
  })
})

describe('findings', () => {
  it('sees a circle, and ends', async () => {
    const cites = (name: string) => [teller(name, { entity: null })]
    const found = await kinds(
      card('a', [forged('a', { tellers: cites('Paper b') })]),
      card('b', [forged('b', { tellers: cites('Paper a') })]),
    )
    expect(found).toContain('circular')
  })

  it('sees an accusation that nobody is named for, and none where somebody is', async () => {
    expect(await kinds(card('a', [forged('a')]))).toEqual(['unattributed'])
    expect(await kinds(card('a', [forged('a', { tellers: [teller('Moe')] })]))).toEqual([])
  })

  it('sees a relay that drops the hedge', async () => {
    const hedged = card('a', [forged('a', { strength: 1, tellers: [teller('Moe')] })], {
      published: '2021-01-01',
    })
    const firm = card('b', [forged('b', { tellers: [teller('Paper a', { entity: null })] })], {
      published: '2021-01-02',
    })
    expect(await kinds(hedged, firm)).toContain('inflation')
  })

  it('takes no case, one document and many copies of one', async () => {
    expect(await compare()).toMatchObject({ propositions: [], findings: [] })
    const copies = Array.from({ length: 500 }, (_, i) => card(`d${i}`, [forged(`d${i}`)]))
    const { propositions } = await compare(...copies)
    expect(propositions.map((p) => p.documents)).toEqual([500])
  })

  it('gives the same in any order', async () => {
    const cards = ['a', 'b', 'c', 'd'].map((d, i) =>
      card(d, [
        forged(d, { strength: i % 2 ? 3 : 1 }),
        said(`Orbit paid Voss ${70 + 9 * i},000 euros`, 'pay', { in: d }),
      ]),
    )
    const expected = await compare(...cards)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(cards, { minLength: cards.length }), async (shuffled) => {
        const { propositions, findings } = await compare(...shuffled)
        expect(findings).toEqual(expected.findings)
        expect(propositions).toEqual(expected.propositions)
      }),
      { numRuns: 20 },
    )
  })
})
