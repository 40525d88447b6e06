import { describe, expect, it } from 'vitest'
import { bare } from '../../test/builders/passages.js'
import { around, card, said, teller } from '../../test/builders/statements.js'
import { lineageOf } from './lineage.js'
import { originsOf } from './origins.js'
import type { Passage } from './passages/passage.js'
import type { Card, Statement } from './statement.js'

const passage = (document: string, sentence: number, text: string, more: Partial<Passage> = {}) =>
  bare(document, sentence, text, more, 1000)
const says = (document: string, who: Partial<Statement['tellers'][number]> & { name: string }) =>
  said(`the siren of ${document} did not sound`, '~sound', {
    in: document,
    tellers: [teller(who.name, { entity: null, ...who })],
  })
const counted = (
  statements: readonly Statement[],
  cards: Readonly<Record<string, Partial<Card>>> = {},
): number => {
  const ids = [...new Set([...statements.map((s) => s.document), ...Object.keys(cards)])]
  const context = around(ids.map((id) => card(id, statements, cards[id])))
  return originsOf(statements, context, lineageOf(context)).established
}

describe('ends of chains that are one origin', () => {
  it.each<[string, Statement[], number]>([
    [
      'two spellings of a name',
      [says('a', { name: 'Headman J. Kveld' }), says('b', { name: 'Jonas Kveld' })],
      1,
    ],
    ['two people of a family', [says('a', { name: 'Alice Kveld' }), says('b', { name: 'Jonas Kveld' })], 2],
    [
      'a group, whatever a relay makes of it',
      [
        says('a', { name: 'Nine of the ten divers', kind: 'group', count: 9, of: 10 }),
        says('b', { name: 'All ten divers', kind: 'group', count: 10, of: 10 }),
      ],
      9,
    ],
    [
      'two groups',
      [
        says('a', { name: 'Nine divers', kind: 'group', count: 9 }),
        says('b', { name: 'Three pilots', kind: 'group', count: 3 }),
      ],
      12,
    ],
    [
      'one of a group',
      [
        says('a', { name: 'Nine of the ten divers', kind: 'group', count: 9, of: 10 }),
        says('b', { name: 'One of the divers, a man named Jonas Kveld', kind: 'role' }),
      ],
      9,
    ],
    ['a presenter, who is nobody', [says('a', { name: 'HOST', kind: 'role' })], 0],
    ['a record that is not in the case', [says('a', { name: 'the passenger list', kind: 'work' })], 1],
    ['a newspaper that is not in the case', [says('a', { name: 'a newspaper', kind: 'work' })], 0],
  ])('%s', (_, statements, count) => expect(counted(statements)).toBe(count))

  it('finds the carer of the Courier in who was asked whether she was it', () => {
    const statements = [
      says('a', { name: 'a carer, who did not want her name in the paper', kind: 'role' }),
      says('b', { name: 'LIND', entity: 'LIND' }),
    ]
    const hearing: Partial<Card> = {
      kind: 'transcript',
      publisher: null,
      passages: [
        passage('b', 0, 'CHAIR'),
        passage('b', 1, 'The Velm Courier quoted a carer in May.'),
        passage('b', 2, 'Was that you?'),
        passage('b', 3, 'LIND'),
        passage('b', 4, 'It was.'),
      ].map((p, i, all) => ({
        ...p,
        evidence: {
          ...p.evidence,
          ...(i + 1 < all.length && /^[A-Z]+$/.test(p.evidence.text)
            ? { end: (p.sentence + 1) * 1000 - 2 }
            : {}),
        },
      })),
    }
    expect(counted(statements, { a: { publisher: 'The Velm Courier' }, b: hearing })).toBe(1)
    expect(counted(statements, { a: { publisher: 'The Velm Courier' }, b: { kind: 'transcript' } })).toBe(2)
  })

  it('takes what a charity publishes for its own word', () => {
    const own = said('nineteen bodies were found', '~find', { in: 'a' })
    const called = [passage('b', 0, 'The charity Sea Watchers said nothing.')]
    expect(counted([own], { a: { publisher: 'Sea Watchers' }, b: { passages: called } })).toBe(1)
    expect(counted([own], { a: { publisher: 'Sea Watchers' } })).toBe(0)
  })
})
