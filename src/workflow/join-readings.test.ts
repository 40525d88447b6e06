import { describe, expect, it } from 'vitest'
import type { Document } from '../schema/document.js'
import type { Claim, Entity, Link, Mention, Reading } from '../schema/reading.js'
import { joinReadings } from './join-readings.js'

const DOCUMENT = { info: { text: '' }, blocks: [], problems: [] } as unknown as Document
const entity = (id: string, name: string, ...aliases: string[]): Entity => ({
  id,
  type: 'Person',
  name,
  aliases,
})
const mention = (id: string, form: Mention['form'] = 'name'): Mention =>
  ({ id: `m-${id}`, form, entity: id }) as Mention
const claim = (subject: string, chain: readonly Link[]): Claim =>
  ({ subject: { entity: subject }, object: null, roles: [{ role: 'to', term: { entity: subject } }], place: subject, chain }) as unknown as Claim // prettier-ignore
const chainOf = (who: string): Link[] => [{ who: { entity: who, text: '' } } as Link]
const reading = (parts: Partial<Reading>): Reading =>
  ({ sentences: [], mentions: [], entities: [], times: [], quantities: [], attributions: [], claims: [], findings: [], problems: [], ...parts }) as unknown as Reading // prettier-ignore

describe('readings of stretches as one', () => {
  it('takes equal names of one type for one, under the first id, with the aliases of both', () => {
    const joined = joinReadings(DOCUMENT, [
      reading({ entities: [entity('a', 'Lena Voss', 'Voss')], mentions: [mention('a')] }),
      reading({
        entities: [
          entity('b', 'Lena Voss', 'Ms Voss'),
          { ...entity('c', 'Lena Voss'), type: 'Organization' },
        ],
        mentions: [mention('b'), mention('c')],
      }),
    ])
    expect(joined.entities.map((e) => [e.id, e.aliases])).toEqual([
      ['a', ['Voss', 'Ms Voss']],
      ['c', []],
    ])
    expect(joined.mentions.map((m) => m.entity)).toEqual(['a', 'a', 'c'])
  })

  it('takes descriptions for nobody they did not describe, and keeps apart what a stretch kept apart', () => {
    const man = (id: string) => ({ entities: [entity(id, 'the man')], mentions: [mention(id, 'nominal')] })
    const two = { entities: [entity('d', 'Orsini'), entity('e', 'Orsini')], mentions: [mention('d'), mention('e')] } // prettier-ignore
    const joined = joinReadings(DOCUMENT, [reading(man('a')), reading(man('b')), reading(two)])
    expect(joined.entities.map((e) => e.id)).toEqual(['a', 'b', 'd', 'e'])
  })

  it('says so wherever an entity is named, and lets claims share their chain', () => {
    const chain = chainOf('b')
    const joined = joinReadings(DOCUMENT, [
      reading({ entities: [entity('a', 'Lena Voss')], mentions: [mention('a')] }),
      reading({
        entities: [entity('b', 'Lena Voss')],
        mentions: [mention('b')],
        attributions: [{ speaker: 'b' } as Reading['attributions'][number]],
        claims: [claim('b', chain), claim('b', chain)],
      }),
    ])
    expect(joined.claims).toEqual([claim('a', chainOf('a')), claim('a', chainOf('a'))])
    expect(joined.claims[0]!.chain).toBe(joined.claims[1]!.chain)
    expect(joined.attributions[0]!.speaker).toBe('a')
  })

  it('says that there were stretches, and what all of them say only once', () => {
    const whole = { code: 'language-unsupported', message: 'In French.' }
    const there = { code: 'sentence-long', message: 'Long.', at: { start: 0, end: 1 } }
    const joined = joinReadings({ ...DOCUMENT, problems: [{ code: 'bidi-control', message: 'Turned.' }] }, [
      reading({ problems: [whole, there] }),
      reading({ problems: [whole, there] }),
    ])
    expect(joined.problems.map((p) => p.code)).toEqual([
      'bidi-control',
      'document-long',
      'language-unsupported',
      'sentence-long',
      'sentence-long',
    ])
  })
})
