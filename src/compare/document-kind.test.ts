import { describe, expect, it } from 'vitest'
import { documentKind, isPersonal, isPrimary, isPublication } from './document-kind.js'

const kind = (text: string, publisher: string | null = null, media = 'text/plain') =>
  documentKind(text, media, publisher)

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
    ['court', 'IN THE HIGH COURT OF VELM\nBETWEEN\nMARTA LIND, Claimant', null],
    ['contract', 'LOAN AGREEMENT\nmade at Velm on 21 March 2017', null],
    ['record', 'HARBOUR INSPECTORATE\nRECORD OF INSPECTION No. 8/2016', null],
    ['record', 'INSTITUTE OF HEALTH\nAudit 14/2021', null],
    ['statement', 'MINISTRY OF SHIPPING\nPress Office\nVelm, 12 October 2022', 'Press Office'],
    ['statement', 'KVELD MARINE – GASES, S.A.\nCommuniqué\nVelm, 30 January', null],
    ['statement', 'IN THE HIGH COURT\nAFFIDAVIT\nI, Marta Lind, make oath', null],
    [
      'transcript',
      'HARBOUR COMMITTEE\nVerbatim record\nCHAIR: Begin.\nLIND: I do.\nCHAIR: And?\nLIND: No.\nCHAIR: So.',
      null,
    ],
    ['press', `VELM – ${'The court found that he did it, and it said so. '.repeat(3)}`, null],
    ['press', 'Report of the harbour is late\nBy Tora Lind\nThe harbour', null],
    ['press', '', null],
    ['letter', 'KVELD TABLE\nVelm, 20 July 2022\nTo Ms Marta Lind, Mayor of Velm', null],
    ['statement', 'KVELD WATER TRUST\nSummary of results, 29 October 2018\nOur team took samples.', null],
    ['statement', 'VELM EXCAVATIONS\nField diary, trench D', null],
    ['press', 'Velm FM 97.4\nRead out before the Morning Hour, 21 February 2019', null],
  ])('%s', (expected, text, publisher) => expect(kind(text, publisher)).toBe(expected))

  it('a page of the web that speaks of an interview is no record of one', () =>
    expect(kind('In an interview with Marta Lind I said so.', 'Velm Watch', 'text/markdown')).toBe('press'))

  it('is told by the media type', () => expect(kind('Hello', null, 'message/rfc822')).toBe('mail'))

  it.each([
    ['account', 'Date,Payee,Amount EUR\n2016-01-02,Velm,3'],
    ['record', 'time,direction,note\n20:52,in,Engine has stopped'],
  ])('a table: %s', (expected, text) => expect(kind(text, null, 'text/csv')).toBe(expected))

  it('says whether it is an origin itself, and whose', () => {
    expect(
      (['court', 'statement', 'press', 'transcript'] as const).map((k) => [isPrimary(k), isPersonal(k)]),
    ).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, false],
    ])
  })

  it.each([
    ['The Velm Courier', true],
    ['the newspaper', true],
    ['Marta Lind', false],
    ['Kveld Marine', false],
  ])('a publication: %s %s', (name, is) => expect(isPublication(name)).toBe(is))
})
