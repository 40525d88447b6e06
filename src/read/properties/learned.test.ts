import { describe, expect, test } from 'vitest'
import { line } from '../../../test/builders/claims.js'
import { layersOf } from '../../../test/builders/layers.js'
import { claimsOf } from '../claims/claims.js'
import type { RawRelation } from '../layers.js'

const NOTATION =
  'Brock/PROPN/2/nsubj ran/VERB/0/root/run things/NOUN/2/obj at/ADP/5/case Meridian/PROPN/2/obl ./PUNCT/2/punct'

function withRelations(...relations: RawRelation[]): string[] {
  const { document, layers } = layersOf(NOTATION, { mentions: { Brock: 'Person', Meridian: 'Organization' } })
  return claimsOf(document, { ...layers, encoded: { ...layers.encoded, relations } })
    .filter((c) => c.property !== null)
    .map((c) => `${line(c)} « ${c.text} »`)
}

const relation = (property: string, score: number): RawRelation => ({
  subject: 0,
  object: 4,
  property,
  score,
})

describe('learned relations', () => {
  test('give a claim where no rule does, in the words between the two', () => {
    expect(withRelations(relation('EMPLOYEE_OR_MEMBER_OF', 0.9))).toEqual([
      'employer | Brock | run | Meridian « Brock ran things at Meridian »',
    ])
  })

  test('go by our names as well', () => {
    expect(withRelations(relation('employer', 0.9))).toHaveLength(1)
  })

  test.each([
    ['too weak', relation('EMPLOYEE_OR_MEMBER_OF', 0.3)],
    ['of a property nobody knows', relation('LIKES', 0.9)],
    ['outside the document', { ...relation('employer', 0.9), object: 99 }],
    ['of a word with itself', { ...relation('employer', 0.9), object: 0 }],
  ])('are left out when %s', (_, bad) => {
    expect(withRelations(bad)).toEqual([])
  })

  test('do not repeat what a rule found, nor each other', () => {
    const { document, layers } = layersOf('Ada/PROPN/2/nsubj married/VERB/0/root/marry Tom/PROPN/2/obj', {
      mentions: { Ada: 'Person', Tom: 'Person' },
    })
    const relations = [
      { subject: 0, object: 2, property: 'SPOUSE', score: 0.9 },
      { subject: 2, object: 0, property: 'SPOUSE', score: 0.9 },
    ]
    const found = claimsOf(document, { ...layers, encoded: { ...layers.encoded, relations } })
    expect(found.map(line)).toEqual(['spouse | Ada | marry | Tom'])
  })
})
