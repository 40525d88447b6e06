import { describe, expect, it } from 'vitest'
import { ingest } from '../ingest/ingest.js'
import { toldByHeaders } from './told-by-headers.js'

const page = (html: string) => ingest(Buffer.from(html), 'a.html')
const SILENT =
  '<html><body><p>The bridge of Harrow Bay was closed on Tuesday, the mayor said.</p></body></html>'
const at = (address: string) => [{ name: 'Content-Location', value: address }]

describe('what a web archive tells of a page', () => {
  it.each([
    ['https://www.ledger.example/2021/fire', 'ledger.example'],
    ['http://news.ledger.example:8080/', 'news.ledger.example'],
    ['https://192.0.2.7/x', null],
    ['https://[2001:db8::1]/x', null],
    ['file:///home/x', null],
    ['urn:uuid:1', null],
    ['not an address', null],
  ])('its publisher, from the address %s: %s', (address, publisher) => {
    const { info, fields = [] } = toldByHeaders(page(SILENT), at(address))
    expect(info.publisher).toBe(publisher)
    const evidence = fields.filter(({ field }) => field === 'publisher')
    expect(evidence).toEqual(
      publisher === null
        ? []
        : [{ field: 'publisher', value: publisher, at: null, from: 'Content-Location header' }],
    )
  })

  it('its title, from the list of pages', () => {
    const { info, fields } = toldByHeaders(page(SILENT), [{ name: 'Title', value: 'Bridge closed' }])
    expect([info.title, fields?.at(-1)?.field]).toEqual(['Bridge closed', 'title'])
  })

  it('nothing that the page says itself, and nothing where there are no headers', () => {
    const speaking = page(
      `<html><head><title>Closed</title><meta property="og:site_name" content="Harrow Ledger"></head>${SILENT}`,
    )
    expect([speaking.info.publisher, speaking.info.title]).toEqual(['Harrow Ledger', 'Closed'])
    const headers = [...at('https://ledger.example/'), { name: 'Title', value: 'Other' }]
    expect(toldByHeaders(speaking, headers)).toBe(speaking)
    expect(toldByHeaders(speaking)).toBe(speaking)
  })
})
