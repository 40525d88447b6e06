import fc from 'fast-check'
import { expect, it } from 'vitest'
import { msgOf } from '../../../test/builders/msg.js'
import { parsed } from '../../../test/builders/source.js'
import { WhenceError } from '../../schema/errors.js'
import { msg } from './msg.js'

const MADE = {
  subject: 'The bridge',
  sender: 'Ada Brock',
  address: 'ada@meridian.example',
  headers: 'Received: by x\r\n\tfor y\r\nDate: Mon, 1 Feb 2021 10:15:00 +0000\r\n',
  body: 'No.\r\n\r\nFrom: Tom Vale\r\nSent: Monday, February 1, 2021 9:00 AM\r\nTo: Ada Brock\r\nSubject: The bridge\r\n\r\nIt burned.\r\n',
  attachments: [{ name: 'costs.csv', data: 'a,b' }],
}

it('an Outlook message reads as a mail does', async () => {
  const bytes = msgOf(MADE)
  expect(msg.knows(bytes.subarray(0, 65_536), 'x')).toBe(true)
  const { content, children } = await parsed(msg, bytes, 'a.msg')
  const { text, turns, metadata, headers } = content!
  expect(text).toMatch(/^From: Ada Brock <ada@meridian\.example>\nSubject: The bridge\n\nNo\./)
  expect(metadata).toMatchObject({ title: 'The bridge', byline: ['Ada Brock'] })
  expect(turns!.map((t) => [t.speaker, text.slice(t.start, t.end).slice(0, 10)])).toEqual([
    ['Ada Brock', 'No.\n\nFrom:'],
    ['Tom Vale', 'It burned.'],
  ])
  expect(headers).toEqual([
    { name: 'Received', value: 'by x for y' },
    { name: 'Date', value: 'Mon, 1 Feb 2021 10:15:00 +0000' },
  ])
  expect(children.map(({ name, bytes: own }) => [name, own.toString()])).toEqual([['costs.csv', 'a,b']])
})

it('broken Outlook messages give a text or an error with a code', async () => {
  const whole = msgOf(MADE)
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(flips, async (flipped) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of flipped) bytes[at] = value
      try {
        await parsed(msg, bytes, 'a.msg')
      } catch (error) {
        expect(error).toBeInstanceOf(WhenceError)
      }
    }),
    { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 30) },
  )
})
