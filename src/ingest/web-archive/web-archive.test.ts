import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsed } from '../../../test/builders/source.js'
import { zip } from '../../../test/builders/zip.js'
import { WhenceError } from '../../schema/errors.js'
import { type Report, report } from '../archive/container.js'
import type { Out, Parser } from '../format.js'
import { readRecords } from './records.js'
import { wacz } from './wacz.js'
import { warc } from './warc.js'

/** One record of an archive. */
function record(
  type: string,
  url: string,
  block: string,
  contentType = 'application/http; msgtype=response',
): Buffer {
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2021-02-01T10:15:00Z\r\nWARC-Record-ID: <urn:uuid:${url.length}>\r\nContent-Type: ${contentType}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`
  return Buffer.from(`${head}${block}\r\n\r\n`)
}
const page = (url: string, body: string, type = 'text/html', status = '200 OK'): Buffer =>
  record('response', url, `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`)
const ALL = [
  record('warcinfo', 'x', 'software: none\r\n', 'application/warc-fields'),
  page('https://port.example/fire', '<p>It burned.</p>'),
  page('https://port.example/logo.png', 'PNG', 'image/png'),
  page('https://port.example/gone', 'Not here', 'text/html', '404 Not Found'),
  record(
    'request',
    'https://port.example/fire',
    'GET / HTTP/1.1\r\n\r\n',
    'application/http; msgtype=request',
  ),
  record('resource', 'https://port.example/notes.txt', 'It fell.', 'text/plain'),
]
const read = async (parser: Parser, bytes: Uint8Array) => {
  const { children, content } = await parsed(parser, bytes, 'a')
  return {
    children: children.map(({ name, bytes: own }) => [name, own.toString()]),
    problems: content?.problems.map(({ code }) => code) ?? [],
  }
}
const BOTH = {
  children: [
    ['https://port.example/fire', '<p>It burned.</p>'],
    ['https://port.example/notes.txt', 'It fell.'],
  ],
  problems: ['records-skipped'],
}

describe('web archives', () => {
  it.each([
    ['plain', Buffer.concat(ALL)],
    ['packed record by record', Buffer.concat(ALL.map((one) => gzipSync(one)))],
    ['packed as one', gzipSync(Buffer.concat(ALL))],
  ])('give what is to be read in them, %s', async (_, bytes) => {
    expect(warc.knows(bytes, 'a')).toBe(true)
    expect(await read(warc, bytes)).toEqual(BOTH)
  })

  it('packed with their indexes give the same', async () => {
    const bytes = zip([
      { name: 'archive/data.warc.gz', data: Buffer.concat(ALL.map((one) => gzipSync(one))), stored: true },
      { name: 'datapackage.json', data: '{}' },
    ])
    expect(wacz.knows(bytes, 'a')).toBe(true)
    expect(await read(wacz, bytes)).toEqual(BOTH)
  })

  it('keep what there is of a record cut short, and say so', async () => {
    const whole = Buffer.concat([
      page('https://a.example/1', 'One.'),
      page('https://a.example/2', 'Two, and much more.'),
    ])
    const { children, problems } = await read(warc, whole.subarray(0, whole.length - 15))
    expect(children).toEqual([
      ['https://a.example/1', 'One.'],
      ['https://a.example/2', 'Two, and'],
    ])
    expect(problems).toEqual(['record-cut'])
  })

  it('say so too where packed bytes break off, and where whoever archived it stopped', async () => {
    const packed = gzipSync(page('https://a.example/1', 'One, and much more that goes on. '.repeat(200)))
    const cut = Buffer.concat([gzipSync(page('https://a.example/0', 'None.')), packed]).subarray(0, -40)
    const { children, problems } = await read(warc, cut)
    expect([children[1]?.[1]?.slice(0, 8), problems]).toEqual(['One, and', ['record-cut']])
    const stopped = page('https://a.example/1', 'One.')
    const at = stopped.indexOf('WARC-Date')
    const marked = Buffer.concat([
      stopped.subarray(0, at),
      Buffer.from('WARC-Truncated: length\r\n'),
      stopped.subarray(at),
    ])
    expect(await read(warc, marked)).toEqual({
      children: [['https://a.example/1', 'One.']],
      problems: ['record-truncated'],
    })
  })

  it.each([
    ['plain', (one: Buffer) => one, 'text/html'],
    ['packed', (one: Buffer) => gzipSync(one), 'text/html'],
    ['plain, in a picture', (one: Buffer) => one, 'image/png'],
  ])('cut anywhere never lose a record without a word, %s', async (_, pack, type) => {
    const second = 'Two, and more.'
    const [one, two] = [page('https://a.example/1', 'One.'), page('https://a.example/2', second, type)]
    const [first, whole] = [pack(one).length, Buffer.concat([pack(one), pack(two)])]
    for (let length = first + 1; length < whole.length; length++) {
      const [children, found]: [string[], Report] = [[], report()]
      const out: Out = {
        child: async ({ bytes }) => {
          const chunks: Uint8Array[] = []
          for await (const chunk of bytes as AsyncIterable<Uint8Array>) chunks.push(chunk)
          children.push(Buffer.concat(chunks).toString())
        },
        progress: () => undefined,
      }
      await readRecords(Readable.from([whole.subarray(0, length)]), out, found, { done: 0, skipped: 0 })
      expect(children[0]).toBe('One.')
      expect(found.content()?.problems.map(({ code }) => code)).toEqual(['record-cut'])
    }
  })

  it('packed with their indexes give each page the title that their list of pages has', async () => {
    const list = [
      { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
      { url: 'https://port.example/fire', ts: '2021-02-01T10:15:00Z', title: 'Fire  at\nthe quay' },
      { url: 'https://port.example/fire', title: 'Another' },
      { url: 'https://port.example/notes.txt', title: 'https://port.example/notes.txt' },
    ]
    const lines = `${list.map((one) => JSON.stringify(one)).join('\n')}\n{"url":`
    const bytes = zip([
      { name: 'pages/pages.jsonl', data: lines },
      { name: 'pages/extraPages.jsonl', data: 'not json', claimedCrc: 1 },
      { name: 'archive/data.warc', data: Buffer.concat(ALL) },
    ])
    const { children } = await parsed(wacz, bytes, 'a.wacz')
    expect(
      children.map(({ name, headers = [] }) => [name, headers.find((h) => h.name === 'Title')?.value]),
    ).toEqual([
      ['https://port.example/fire', 'Fire at the quay'],
      ['https://port.example/notes.txt', undefined],
    ])
  })

  it('that are none are not taken for any', () => {
    for (const text of ['WARC is a format.', 'PK\u0003\u0004', '\u001f\u008b\u0008'])
      expect(warc.knows(Buffer.from(text, 'latin1'), 'a')).toBe(false)
  })

  it('broken anywhere give children, problems or an error with a code', async () => {
    const seeds = [Buffer.concat(ALL), Buffer.concat(ALL.map((one) => gzipSync(one)))]
    const flips = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...seeds), flips, async (whole, flipped) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of flipped) bytes[at % bytes.length] = value
        try {
          await parsed(warc, bytes, 'a')
        } catch (error) {
          expect(error).toBeInstanceOf(WhenceError)
        }
      }),
      { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 40) },
    )
  })
})
