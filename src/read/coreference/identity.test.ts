import { describe, expect, it } from 'vitest'
import { aliased, areApart, together, type Identity } from './identity.js'
import { namePartsOf } from './name-parts.js'

/** "Ada Brock = Ada Lind": one person with two names. */
const person = (names: string): Identity => names.split(' = ').map((n) => namePartsOf(n.split(' '), 'Person'))
const persons = (...names: string[]): Identity[] => names.map(person)
const shown = (identities: readonly Identity[]): string[] =>
  identities.map((names) => names.map((n) => n.parts.join(' ')).join(' = '))

describe('together', () => {
  it.each<[string, string[], string[], string[]]>([
    ['forgets a name that is short for another', ['Ada Brock'], ['Brock'], ['ada brock']],
    ['forgets it too where it was there first', ['Brock', 'A. Brock'], ['Ada Brock'], ['ada brock']],
    ['keeps what it cannot derive', ['Brock'], ['Lind'], ['brock', 'lind']],
    ['finds a name among aliases', ['Ada Brock = Ada Lind'], ['Lind'], ['ada brock = ada lind']],
  ])('%s', (_, a, b, expected) => expect(shown(together(persons(...a), persons(...b)))).toEqual(expected))
})

describe('areApart', () => {
  it.each<[string[], string[], boolean]>([
    [['Ada Brock'], ['Tom Brock'], true],
    [['Ada Brock'], ['Brock'], false],
    [['Ada Brock = Ada Lind'], ['Ada Lind'], false],
    [['Ada Brock = Ada Lind'], ['Ada Voss'], true],
    [[], ['Ada Brock'], false],
  ])('%j and %j: %s', (a, b, apart) => expect(areApart(persons(...a), persons(...b))).toBe(apart))

  it('does not grow without bounds', () => {
    const many = Array.from({ length: 60 }, (_, i) => person(`Ada Brock${i}`))
    expect(areApart(many, [])).toBe(true)
  })
})

it('makes aliases one identity, and nothing of nothing', () => {
  expect(shown(aliased(persons('Ada Brock'), persons('Ada Lind')))).toEqual(['ada brock = ada lind'])
  expect(aliased([], [])).toEqual([])
})
