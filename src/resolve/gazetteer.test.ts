import { describe, expect, it } from 'vitest'
import { resolve } from './resolve.js'
import { containment } from './containment.js'
import { contains, countryOf, distanceBetween, placeOf } from './gazetteer.js'
import type { LocalEntity } from './local-entity.js'

describe('gazetteer', () => {
  it.each([
    ['Norway', [], 'NO'],
    ['the United States', [], 'US'],
    ['Britain', [], 'GB'],
    ['Bergen', [], 'NO'],
    ['Bergen', ['DE'], 'DE'],
    ['Tonsberg', [], 'NO'],
    ['São Paulo', [], 'BR'],
  ])('%s beside %j lies in %s', (name, near, country) => {
    expect(placeOf(name, near)?.country).toBe(country)
  })

  it.each(['Springfield', 'Elvebakkhavn', '', 'x'.repeat(5000)])('does not guess at %j', (name) => {
    expect(placeOf(name)).toBeNull()
  })

  it('knows that Bergen lies in Norway, and not the other way round', () => {
    const [norway, bergen, oslo] = [placeOf('Norway')!, placeOf('Bergen')!, placeOf('Oslo')!]
    expect(contains(norway, bergen)).toBe(true)
    expect(contains(bergen, norway)).toBe(false)
    expect(contains(oslo, bergen)).toBe(false)
    expect(distanceBetween(oslo, bergen)).toBeCloseTo(305, -1)
    expect(countryOf('Elvebakk')).toBeNull()
  })
})

describe('places of a case', () => {
  const place = (name: string, more: Partial<LocalEntity> = {}): LocalEntity => ({
    key: `d1#${name}`,
    document: 'd1',
    type: 'Place',
    name,
    aliases: [],
    names: [{ text: name, count: 1 }],
    descriptions: [],
    gender: null,
    born: null,
    facts: [],
    near: [],
    published: null,
    ...more,
  })

  it('lie in one another by the gazetteer and by what a document says', () => {
    const locals = [
      place('Norway'),
      place('Bergen'),
      place('Elvebakk', { descriptions: ['a quarter of Bergen'] }),
      place('Nybryggen', { facts: [{ property: 'locatedIn', value: 'Elvebakk', entity: 'd1#Elvebakk' }] }),
    ]
    const { entities, entityOf } = resolve(locals, [])
    const within = containment(entities, locals, entityOf)
    const lies = (a: string, b: string): boolean => within(entityOf.get(`d1#${a}`)!, entityOf.get(`d1#${b}`)!)
    expect(lies('Bergen', 'Norway')).toBe(true)
    expect(lies('Nybryggen', 'Norway')).toBe(true)
    expect(lies('Norway', 'Nybryggen')).toBe(false)
    expect(lies('Elvebakk', 'Elvebakk')).toBe(true)
  })

  it('said to lie in each other end the search', () => {
    const locals = [
      place('Aas', { descriptions: ['a town in Bo'] }),
      place('Bo', { descriptions: ['a town in Aas'] }),
      place('Cede'),
    ]
    const { entities, entityOf } = resolve(locals, [])
    expect(containment(entities, locals, entityOf)(entityOf.get('d1#Aas')!, entityOf.get('d1#Cede')!)).toBe(
      false,
    )
  })
})
