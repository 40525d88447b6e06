import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsed } from '../../../test/builders/source.js'
import { WhenceError } from '../../schema/errors.js'
import type { Content } from '../format.js'
import { eml, looksLikeMail } from './eml.js'
import { introductionIn } from './introduction.js'
import { mbox } from './mbox.js'
import { readBody } from './quotes.js'

const HEAD = `From: Ada Brock <ada@meridian.example>
To: Tom Vale <tom@port.example>
Date: Mon, 1 Feb 2021 23:15:00 +0100
Subject: =?utf-8?Q?The_bridge_=E2=80=93_again?=
Message-ID: <1@meridian.example>
`
const mailOf = (rest: string, head = HEAD): Buffer => Buffer.from(`${head}${rest}`.replace(/\n/g, '\r\n'))
const read = async (rest: string): Promise<Content> => (await parsed(eml, mailOf(rest), 'a.eml')).content!
const turns = ({ text, turns = [] }: Pick<Content, 'text' | 'turns'>): string[] =>
  turns.map(
    (t) =>
      `${t.speaker} ${t.named ? '' : '(nowhere) '}${t.at ?? ''}: ${text.slice(t.start, t.end).replace(/\s+/g, ' ').slice(0, 60)}`,
  )

describe('a mail', () => {
  it('shows its headers, then its text, and says where each field stands', async () => {
    const content = await read('\nThe bridge is closed.\n')
    expect(content.text).toBe(
      'From: Ada Brock <ada@meridian.example>\nTo: Tom Vale <tom@port.example>\nDate: Mon, 1 Feb 2021 23:15:00 +0100\nSubject: The bridge – again\n\nThe bridge is closed.\n',
    )
    expect(content.metadata).toEqual({
      title: 'The bridge – again',
      byline: ['Ada Brock'],
      publisher: null,
      published: '2021-02-01',
    })
    for (const { at, value, field } of content.fields!)
      if (field !== 'published') expect(content.text.slice(at!.start, at!.end)).toBe(value)
    expect(content.headers!.map(({ name }) => name)).toEqual(['From', 'To', 'Date', 'Subject', 'Message-ID'])
    expect(turns(content)).toEqual(['Ada Brock 2021-02-01: The bridge is closed.'])
  })

  it('gives attachments and mails within it as documents of their own', async () => {
    const inner = HEAD.replace('Ada Brock', 'Hal Orme')
    const { content, children } = await parsed(
      eml,
      mailOf(`Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Caf=E9.
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename="../../x\u202e.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--b
Content-Type: message/rfc822

${inner}
It burned.
--b--
`),
      'a.eml',
    )
    expect(content!.text).toContain('Café.')
    expect(content!.text).not.toContain('It burned.')
    expect(children.map(({ name }) => name)).toEqual(['../../x\u202e.pdf', 'attachment 2.eml'])
    expect(children[0]!.bytes.toString()).toBe('%PDF-')
    expect(looksLikeMail(children[1]!.bytes.toString())).toBe(true)
  })

  it('reads the HTML where there is no text', async () => {
    const content = await read('Content-Type: text/html\n\n<p>It burned.</p><script>x()</script>')
    expect(content.text).toMatch(/It burned\.$/)
    expect(content.problems.map(({ code }) => code)).toEqual(['mail-body-html'])
  })
})

describe('quoted replies', () => {
  const body = (text: string) => {
    const read = readBody(text, 0)
    return {
      turns: turns(read),
      quoted: read.parts.map((p) => read.text.slice(p.start, p.end).replace(/\s+/g, ' ')),
      blocks: read.blocks.map((b) => read.text.slice(b.start, b.end)),
    }
  }

  it('are told from new text, each within the one that quotes it', () => {
    const found = body(`No, it did not.

On Mon, 1 Feb 2021 at 10:15, Tom Vale <tom@port.example> wrote:
> It burned.
>
> On 31 Jan 2021, at 09:00, Hal Orme wrote:
>> Did it
>> burn?
> Yes.

Bye.`)
    expect(found.turns).toEqual([
      'Tom Vale 2021-02-01: It burned. On 31 Jan 2021, at 09:00, Hal Orme wrote: Did it ',
      'Hal Orme 2021-01-31: Did it burn?',
    ])
    expect(found.quoted).toEqual(['It burned. On 31 Jan 2021, at 09:00, Hal Orme wrote: Did it burn? Yes.'])
    expect(found.blocks).toEqual([
      'No, it did not.',
      'Tom Vale',
      'It burned.',
      'Hal Orme',
      'Did it\nburn?',
      'Yes.',
      'Bye.',
    ])
  })

  it('of Outlook and of forwarded mails go on to the end', () => {
    const found = body(`See below.

________________________________
From: Vale, Tom [mailto:tom@port.example]
Sent: Monday, February 1, 2021 10:15 AM
To: Ada Brock
Subject: RE: The bridge

It burned.

---------- Forwarded message ---------
From: Hal Orme <hal@port.example>
Date: Sun, Jan 31, 2021 at 9:00 AM
Subject: The bridge
To: Tom Vale <tom@port.example>

Who burned it?`)
    expect(found.turns.map((t) => t.split(':')[0])).toEqual(['Vale, Tom 2021-02-01', 'Hal Orme 2021-01-31'])
    expect(found.turns[1]).toMatch(/Who burned it\?$/)
    expect(found.blocks[0]).toBe('See below.')
    expect(found.blocks).toContain('It burned.')
    expect(found.quoted).toHaveLength(1)
  })

  it('of nobody known are quoted all the same', () =>
    expect(body('> It burned.\n\nNo.')).toMatchObject({ turns: [], quoted: ['It burned.'] }))

  it('are not seen where a text only speaks of writing', () => {
    const text =
      'On Monday 3 people came.\nFrom: the harbour they could see it.\nOn the wall somebody wrote: no.'
    expect(body(text)).toMatchObject({ turns: [], quoted: [] })
  })

  it('leave a signature in lines', () =>
    expect(body('It burned.\n\n-- \nAda Brock\nEditor').blocks).toEqual([
      'It burned.',
      'Ada Brock',
      'Editor',
    ]))

  it.each([
    ['On Mon, Feb 1, 2021 at 10:15 AM Ada Brock <ada@x.example> wrote:', 'Ada Brock'],
    ['On 01/02/2021 10:15, Ada Brock wrote:', 'Ada Brock'],
    ['On Mon, 1 Feb 2021 10:15:00 +0100\nAda Brock <ada@x.example> wrote:', 'Ada Brock'],
    ['On 1 Feb 2021, at 10:15, ada@x.example wrote:', 'ada@x.example'],
    ['Ada Brock wrote:', 'Ada Brock'],
    ['Am 01.02.2021 um 10:15 schrieb Ada Brock <ada@x.example>:', 'Ada Brock'],
    ['Le lun. 1 févr. 2021 à 10:15, Ada Brock <ada@x.example> a écrit :', 'Ada Brock'],
    ['El lun, 1 feb 2021 a las 10:15, Ada Brock (<ada@x.example>) escribió:', 'Ada Brock'],
    ['Il giorno lun 1 feb 2021 alle ore 10:15 Ada Brock <ada@x.example> ha scritto:', 'Ada Brock'],
    ['Op ma 1 feb. 2021 om 10:15 schreef Ada Brock <ada@x.example>:', 'Ada Brock'],
    ['2021-02-01 10:15 GMT+01:00 Ada Brock <ada@x.example>:', 'Ada Brock'],
    ['This is not one:', undefined],
  ])('%j is by %s', (line, speaker) => {
    const found = introductionIn(line, false)
    expect(found?.speaker).toBe(speaker)
    if (found) expect(line.slice(found.named.start, found.named.end)).toBe(speaker)
  })

  it('have their marks at their own characters, whatever the text', () => {
    const piece = fc.constantFrom(
      '> ',
      '>> ',
      '>',
      '\n',
      'It burned.',
      'Ada wrote:',
      'On 1 May 2021 Ada wrote:',
      'From: Ada',
      'Sent: 1 May 2021',
      'To: Tom',
      ' ',
      '-- ',
      '\u202e',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, blocks, parts, turns: own } = readBody(pieces.join(''), 0)
        let reached = 0
        for (const b of [...blocks].sort((a, c) => a.start - c.start)) {
          expect(b.start).toBeGreaterThanOrEqual(reached)
          expect(text.slice(b.start, b.end).trim()).toBe(text.slice(b.start, b.end))
          reached = b.end
        }
        for (const t of own) expect(text.slice(t.named!.start, t.named!.end)).toBe(t.speaker)
        parts.slice(1).forEach((p, i) => expect(p.start).toBeGreaterThanOrEqual(parts[i]!.end))
      }),
    )
  })
})

describe('a mailbox', () => {
  it('gives every message, whatever stands in it', async () => {
    const one = `From ada@x.example Mon Feb  1 10:15:00 2021\n${HEAD}\nOne.\n>From the roof.\n\n`
    const two = `From tom@x.example Mon Feb  1 10:16:00 2021\nno header at all\n\nFrom here on it burned.\n`
    const bytes = Buffer.from(one + two)
    expect(mbox.knows(bytes, 'inbox')).toBe(true)
    const { children, content } = await parsed(mbox, bytes, 'inbox')
    expect(children.map(({ name }) => name)).toEqual(['1 The bridge – again.eml', '2.eml'])
    expect(children[0]!.bytes.toString()).toContain('\nFrom the roof.')
    expect(children[1]!.bytes.toString()).toContain('From here on it burned.')
    expect(content!.problems.map(({ code }) => code)).toEqual(['message-damaged'])
  })
})

describe('bombs and noise', () => {
  const deep = Array.from(
    { length: 3000 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
  ).join('')
  it.each([
    ['nested parts', deep],
    ['millions of parts', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(6000)}`],
    ['endless headers', `X: ${'x'.repeat(3_000_000)}\n\nIt burned.`],
    ['nested groups', `Cc: ${'a:'.repeat(100_000)}\n\nIt burned.`],
    ['deep quoting', `\n${'>'.repeat(200_000)} x\n`],
    ['many quotations', `\n${'> x\n\ny\n'.repeat(5_000)}`],
    ['many header blocks', `\n${'From: a\nSent: 1 May 2021\nTo: b\n\nx\n\n'.repeat(5_000)}`],
    ['colons', `\n${'On 1 May 2021 '.repeat(20_000)}wrote:`],
  ])('%s end soon, read or refused', async (_, rest) => {
    try {
      await read(rest)
    } catch (error) {
      expect(error).toBeInstanceOf(WhenceError)
    }
  })

  it('broken mails give a text or an error with a code', async () => {
    const whole = mailOf(
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOne.\n--b\nContent-Type: message/rfc822\n\nFrom: a\n\nTwo\n--b--\n',
    )
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(flips, async (flipped) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of flipped) bytes[at] = value
        try {
          await parsed(eml, bytes, 'a.eml')
        } catch (error) {
          expect(error).toBeInstanceOf(WhenceError)
        }
      }),
      { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 30) },
    )
  })
})

it.each([
  [HEAD, true],
  ['Return-Path: <a@x>\nReceived: by x\n\tfor y\nDate: now\n\nHello', true],
  ['From the harbour: a report\nBy Ada Brock\n\nIt burned.', false],
  ['Title: The bridge\nAuthor: Ada Brock\nDate: 1 May 2021\n\nIt burned.', false],
  ['Q: Did it burn?\nA: Yes.', false],
])('%j is a mail: %s', (head, mail) => expect(looksLikeMail(head)).toBe(mail))
