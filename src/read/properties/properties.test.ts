import { describe, expect, test } from 'vitest'
import { FAMILIES, parseFamily, PATTERNS, PROPERTIES, propertyNamed } from './properties.js'

const NEEDED =
  'birthPlace birthDate deathPlace deathDate causeOfDeath parent sibling spouse nationality residence language alias employer position ceo memberOf politicalParty founder foundingDate headquarters parentOrganization owner educatedAt arrest charge conviction sentence payment contract attack killing injury meeting order denial resignation dismissal appointment transfer sale theft bribery inspection travel'.split(
    ' ',
  )

describe('typed properties', () => {
  test('have names of their own', () => {
    const names = PROPERTIES.map((p) => p.name)
    expect(names).toEqual([...new Set(names)])
    expect(NEEDED.filter((name) => !propertyNamed(name))).toEqual([])
  })

  test('give way only to properties that exist', () => {
    const unknown = PROPERTIES.flatMap((p) => p.overrides).filter((name) => !propertyNamed(name))
    expect(unknown).toEqual([])
  })

  test('bear the name of their family file', () => {
    expect(new Set(FAMILIES.map((f) => f.family)).size).toBe(FAMILIES.length)
  })

  test('are found by the lemmas of their patterns, lists filled in', () => {
    const at = (key: string) => (PATTERNS.get(key) ?? []).map((e) => e.property.name)
    expect(at('verb:bear')).toEqual(expect.arrayContaining(['birthPlace', 'birthDate', 'parent']))
    expect(at('noun:daughter')).toContain('parent')
    expect(at('verb:co-found')).toContain('founder')
  })

  test.each([
    ['two predicates', { verb: 'sell', noun: 'sale', subject: 'agent' }, 'one predicate a pattern'],
    ['no predicate', { subject: 'agent' }, 'one predicate a pattern'],
    ['an unknown field', { verb: 'sell', subject: 'agent', objekt: 'patient' }, 'objekt'],
    ['an unknown type', { verb: 'sell', subject: 'agent', range: ['Person', 'Ship'] }, 'range'],
  ])('refuses a pattern with %s and says where', (_, pattern, what) => {
    const property = {
      name: 'sale',
      label: 'sold',
      wikidata: null,
      followTheMoney: null,
      domain: ['Person'],
      range: ['Text'],
    }
    const family = { family: 'money', properties: [{ ...property, patterns: [pattern] }] }
    expect(() => parseFamily('money', family)).toThrow(what)
    expect(() => parseFamily('money', family)).toThrow('properties/families/money.json')
  })
})
