import { describe, expect, it } from 'vitest'
import type { MentionType } from '../../schema/reading.js'
import { isPersonal, properName } from './proper.js'

describe('a description that is a name', () => {
  it.each<[string, MentionType, string | null]>([
    ['The Harrow Evening Ledger', 'Organization', 'Harrow Evening Ledger'],
    ['School No. 4', 'Organization', 'School No. 4'],
    ['Ministry of Works', 'Organization', 'Ministry of Works'],
    ['Olav Brekke junior', 'Person', 'Olav Brekke junior'],
    ['Mr Brekke', 'Person', 'Mr Brekke'],
    ['the village of Kveldro', 'Place', 'Kveldro'],
    ['the village of fishermen', 'Place', null],
    ['the Authority', 'Organization', null],
    ['police in Bergen', 'Organization', null],
    ['the Review of 18 May', 'Organization', null],
    ['The Prime Minister', 'Person', null],
    ['Brekke, 61', 'Person', null],
  ])('%s (%s): %s', (text, type, name) => expect(properName(text, type)).toBe(name))

  it('takes no time over a long one', () => {
    expect(properName(`The ${'A '.repeat(50_000)}`, 'Organization')).toBeNull()
  })
})

describe('a name that only a person has', () => {
  it.each<[string[], string[], boolean]>([
    [['A. Tveiten'], [], true],
    [['A. B. Tveiten'], [], true],
    [['Tveiten'], ['Mr Tveiten'], true],
    [['Tveiten'], ['the village'], false],
    [['A. Tveiten', 'Tveiten Marine'], [], false],
    [[], [], false],
  ])('%j beside %j: %s', (names, descriptions, is) => expect(isPersonal(names, descriptions)).toBe(is))
})
