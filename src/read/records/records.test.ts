import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { csv } from '../../ingest/office/csv.js'
import { text as plain } from '../../ingest/text.js'
import type { Document } from '../../schema/document.js'
import type { Claim, Mention } from '../../schema/reading.js'
import { fieldClaims } from './fields.js'
import { recorder, type Given } from './record.js'
import { rowClaims } from './rows.js'

const NAMES: Readonly<Record<string, Mention['type']>> = {
  'Ada Brock': 'Person',
  'T. Vale': 'Person',
  'Orrwell AS': 'Organization',
  'Harbour Office': 'Organization',
  Dunmore: 'Place',
}

function read(source: string, format: typeof csv): { document: Document; layers: Given } {
  const content = format.read(source)
  const { text } = content
  const all = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, text: m[0] }))
  const mentions = all(new RegExp(Object.keys(NAMES).join('|'), 'g')).map((m): Mention => ({
    ...m,
    id: String(m.start),
    form: 'name',
    type: NAMES[m.text]!,
    entity: m.text,
  }))
  const times = [
    ...all(/\d{4}-\d\d-\d\d/g).map((t) => ({ ...t, edtf: t.text })),
    ...all(/2 February 1983/g).map((t) => ({ ...t, edtf: '1983-02-02' })),
  ]
  const info = { id: 'd', file: 'f', mediaType: 'text/plain', language: 'en', title: null, publisher: 'Registry', byline: [], published: null, text } // prettier-ignore
  const document = { info, blocks: content.blocks, problems: [], ...(content.parts ? { parts: content.parts } : {}) } // prettier-ignore
  return { document, layers: { mentions, times, quantities: [], attributions: [], sourceKinds: {} } }
}

const line = (c: Claim): string =>
  [c.subject.text, c.predicate, c.property ?? '-', c.object?.text ?? '-', ...c.roles.map((r) => `${r.role} ${r.term.text}`), c.time ?? '-'].join(' | ') // prettier-ignore
const rows = (source: string): string[] => {
  const { document, layers } = read(source, csv)
  return rowClaims(document, recorder(document, layers)).map(line)
}
const fields = (source: string): string[] => {
  const { document, layers } = read(source, plain)
  return fieldClaims(document, recorder(document, layers)).map(line)
}

describe('rows', () => {
  test.each([
    [
      'an account: the sign says who paid',
      'Date,Account holder,Counterparty,Text,Amount NOK\n2016-05-02,Orrwell AS,Harbour Office,First part,16000.00\n2016-12-22,Orrwell AS,T. Vale,Loan,-350.00\n',
      [
        'Harbour Office | pay | payment | 16000.00 | to Orrwell AS | for First part | 2016-05-02',
        'Orrwell AS | pay | payment | -350.00 | to T. Vale | for Loan | 2016-12-22',
      ],
    ],
    [
      'an invoice',
      'Date,Seller,Buyer,Item,Amount (GBP)\n2012-10-03,T. Vale,Harbour Office,Buoys,1100\n',
      ['Harbour Office | buy | purchase | Buoys | from T. Vale | for 1100 | 2012-10-03'],
    ],
    [
      'a job book',
      'Job,Date,Customer,Engineer,Work\n4410,2016-12-19,Harbour Office,T. Vale,Pump shut off\n',
      ['T. Vale | do | - | Pump shut off | for Harbour Office | 2016-12-19'],
    ],
    ['a table whose head tells no parties', 'Town,Inhabitants\nDunmore,4000\n', []],
    ['a sum that is no number', 'Payer,Payee,Amount\nT. Vale,Orrwell AS,unpaid\n', []],
  ])('%s', (_, source, expected) => {
    expect(rows(source)).toEqual(expected)
  })

  it('gives the sum with the currency of its column, whatever parts thousands and decimals', () => {
    const { document, layers } = read('Payer;Payee;Amount EUR\nT. Vale;Orrwell AS;-1.234,50\n', csv)
    const [claim] = rowClaims(document, recorder(document, layers))
    expect(claim!.object!.quantity).toEqual({ value: 1234.5, unit: 'EUR' })
    expect(claim!.subject.entity).toBe('T. Vale')
    expect(claim!.chain.map((l) => l.who.text)).toEqual(['Registry'])
  })
})

describe('fields', () => {
  test.each([
    [
      'a register',
      'Civil register\n\nFull name: Ada Brock\nDate of birth: 2 February 1983\nPlace of birth: Dunmore\nFather: T. Vale',
      [
        'Ada Brock | be bear on | birthDate | 2 February 1983 | 1983-02-02',
        'Ada Brock | be bear in | birthPlace | Dunmore | -',
        'Ada Brock | have father | parent | T. Vale | -',
      ],
    ],
    [
      'who signs as what',
      'Bridge inspected.\n\nInspector of works: T. Vale',
      ['T. Vale | be | position | Inspector of works | -'],
    ],
    [
      'where and when a paper was signed',
      'CONTRACT No. 7\n\nThe pump is sold.\n\nSigned at Dunmore on 2016-04-18\n',
      ['CONTRACT No. 7 | be sign at | - | Dunmore | 2016-04-18'],
    ],
    ['a sentence after a colon is no field', 'Notes\n\nThe mayor: He said nothing at all.\n', []],
  ])('%s', (_, source, expected) => {
    expect(fields(source)).toEqual(expected)
  })
})

test('whatever a table holds, evidence and terms are the text’s own characters', () => {
  const cell = fc.constantFrom('Payer', 'Payee', 'Amount EUR', 'Date', 'Engineer', 'Work', '-5', '1,5', '', '2016-12-22', 'T. Vale', '"') // prettier-ignore
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (table) => {
      const { document, layers } = read(table.map((row) => row.join(',')).join('\n'), csv)
      for (const c of rowClaims(document, recorder(document, layers))) {
        const { text } = document.info
        for (const s of [
          ...c.evidence.map((e) => ({ ...e, text: c.text })),
          c.subject,
          ...(c.object ? [c.object] : []),
        ])
          expect(text.slice(s.start, s.end)).toBe(s.text)
      }
    }),
  )
})
