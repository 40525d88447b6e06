import { describe, expect, it } from 'vitest'
import { documentKind, isPersonal, isPrimary, isPublication } from './document-kind.js'

const kind = (text: string, publisher: string | null = null, media = 'text/plain') => documentKind(text, media, publisher) // prettier-ignore

describe('the kind of a document', () => {
  it.each([
    ['court', 'NORTHERN DISTRICT COURT\nCase No. 19-04\nJudgment of 17 February 2020', null],
    ['contract', 'CONTRACT FOR WORKS\n\nbetween the Authority and Kveld Marine', null],
    ['account', 'Date,Account holder,Counterparty,Amount', null],
    ['minutes', 'Minutes of the board meeting of 3 May', null],
    ['record', 'Extract from the civil register', null],
    ['record', 'Official gazette\nAppointments', 'Gazette of the Town of Velm'],
    ['statement', 'PRESS RELEASE\nKveld Port Authority\n16 March 2018', 'Kveld Port Authority'],
    ['letter', 'Riga, 5 March\n\nDear Sirs,\nYou have asked me', null],
    ['press', 'By Tora Lind\nThe harbour that was never dug', 'The Velm Courier'],
    ['press', 'The district court gave judgment in case No. 19-04 today', 'The Velm Courier'],
    ['transcript', 'Transcript\nHOST: Good evening', 'Radio Velm News'],
    ['press', '', null],
  ])('%s', (expected, text, publisher) => expect(kind(text, publisher)).toBe(expected))

  it('is told by the media type', () => expect(kind('Hello', null, 'message/rfc822')).toBe('mail'))

  it('says whether it is an origin itself, and whose', () => {
    expect((['court', 'statement', 'press', 'transcript'] as const).map((k) => [isPrimary(k), isPersonal(k)])).toEqual([[true, false], [true, true], [false, false], [false, false]]) // prettier-ignore
  })

  it.each([
    ['The Velm Courier', true],
    ['the newspaper', true],
    ['Marta Lind', false],
    ['Kveld Marine', false],
  ])('a publication: %s %s', (name, is) => expect(isPublication(name)).toBe(is))
})
