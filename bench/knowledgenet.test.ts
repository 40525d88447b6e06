import { describe, expect, test } from 'vitest'
import { claimsIn } from '../test/builders/claims.js'
import { layersOf, type Marks } from '../test/builders/layers.js'
import { factsOf, measureKnowledgeNet, NAMES, type Fact, type Passage } from './knowledgenet.js'
import { propertyNamed } from '../src/read/properties/properties.js'

const text = 'Ada Brock sings; she married Tom.'
const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
const fact = (subject: string, object: string): Fact => ({
  property: 'SPOUSE',
  subject: span(subject),
  object: span(object),
})
const passage = (...facts: Fact[]): Passage => ({ text, marked: new Set(['SPOUSE']), facts })
const NOTATION =
  'Ada/PROPN/3/nsubj Brock/PROPN/1/flat sings/VERB/0/root/sing ;/PUNCT/3/punct she/PRON/6/nsubj married/VERB/3/parataxis/marry Tom/PROPN/6/obj ./PUNCT/3/punct'

describe('knowledgenet', () => {
  test('every name is that of a property', () => {
    expect(Object.keys(NAMES).filter((n) => !propertyNamed(n))).toEqual([])
    expect(new Set(Object.values(NAMES)).size).toBe(15)
  })

  test('a claim is a fact for each pair of coreferent mentions, both ways where it holds both ways', () => {
    const marks: Marks = { mentions: { 'Ada Brock': 'Person', she: 'Person', Tom: 'Person' } }
    const { layers } = layersOf(NOTATION, marks)
    const mentions = layers.mentions.map((m) => ({ ...m, entity: m.text === 'she' ? 'Ada Brock' : m.entity }))
    const claims = claimsIn(NOTATION, marks).map((c) => ({
      ...c,
      subject: { ...c.subject, entity: 'Ada Brock' },
    }))
    const part = (s: { start: number; end: number }) => text.slice(s.start, s.end)
    expect(
      factsOf(claims, mentions)
        .map((f) => `${part(f.subject)} ${part(f.object)}`)
        .sort(),
    ).toEqual(['Ada Brock Tom', 'Tom Ada Brock', 'Tom she', 'she Tom'].sort())
  })

  test('counts found, missed and wrong as the evaluator does', async () => {
    const marks: Marks = { mentions: { she: 'Person', Tom: 'Person' } }
    const { mentions } = layersOf(NOTATION, marks).layers
    const read = async () => ({ claims: claimsIn(NOTATION, marks), mentions })
    const right = await measureKnowledgeNet([passage(fact('she', 'Tom'), fact('Tom', 'she'))], read)
    expect([right.overlap.f1, right.text.f1]).toEqual([1, 1])
    const half = await measureKnowledgeNet([passage(fact('she', 'Tom'))], read)
    expect([half.overlap.precision, half.overlap.recall]).toEqual([0.5, 1])
    const none = await measureKnowledgeNet([passage(fact('Ada Brock', 'Tom'))], read)
    expect([none.overlap.precision, none.overlap.recall]).toEqual([0, 0])
    const unmarked = await measureKnowledgeNet([{ text, marked: new Set<string>(), facts: [] }], read)
    expect(unmarked.overlap).toEqual({ precision: 0, recall: 0, f1: 0, facts: 0 })
  })
})
