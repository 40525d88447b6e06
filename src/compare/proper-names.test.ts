import { describe, expect, it } from 'vitest'
import { mayBeOnePerson, nameIn } from './proper-names.js'

describe('names that may be one person’s', () => {
  it.each([
    ['J. Kveld', 'Jonas Kveld', true],
    ['Headman J. Kveld', 'Jonas Kveld', true],
    ['KVELD', 'Jonas Kveld', true],
    ['KVELD Jonas', 'Jonas Kveld', true],
    ['Fareed Nouri', 'Farid Noori', true],
    ['Jonas Kveld', 'Alice Kveld', false],
    ['Jonas', 'Marta Lind', false],
    ['J.', 'Jonas Kveld', false],
    ['', 'Jonas Kveld', false],
  ])('%s and %s: %s', (a, b, is) => expect([mayBeOnePerson(a, b), mayBeOnePerson(b, a)]).toEqual([is, is]))

  it.each([
    ['the chief physician of the town hospital, Marta Lind', 'Marta Lind'],
    ['a teacher named Jonas van der Kveld', 'Jonas van der Kveld'],
    ['the harbour master', null],
  ])('in “%s”: %s', (text, name) => expect(nameIn(text)).toBe(name))
})
