/** Broken and malicious PDF files: an answer or a plain error, never a hang, and nothing that is readable is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madePdf, set, words, type MadePdf } from '../../../test/builders/made-pdf.js'
import { parsed } from '../../../test/builders/source.js'
import { WhenceError } from '../../schema/errors.js'
import { pdf } from '../pdf.js'

const read = async (made: MadePdf | Buffer) =>
  (await parsed(pdf, Buffer.isBuffer(made) ? made : madePdf(made), 'x.pdf')).content!
const DEED = ['The deed was signed by the clerk of the board', 'and kept in a drawer of the harbour office.']
const good = { ops: set(70, 700, DEED) }
const sound = madePdf({ pages: [good, good, good] })
const RUNS = Number(process.env['WHENCE_FUZZ'] ?? 12)

describe('hostile PDF', () => {
  it('keeps what is left of a file cut short', async () => {
    const { text } = await read(sound.subarray(0, sound.length - 300))
    expect(text).toContain('The deed was signed')
  })

  it('finds its pages where the cross-reference table is rubbish', async () => {
    const text = sound.toString('latin1').replace(/startxref\n\d+/, 'startxref\n77777')
    expect((await read(Buffer.from(text, 'latin1'))).text).toContain('The deed was signed')
  })

  it.each<[string, Buffer]>([
    ['no PDF at all', Buffer.from('%PDF-1.7 and nothing more')],
    [
      'a table that points at itself',
      Buffer.from(
        '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF',
      ),
    ],
  ])('refuses %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'pdf-damaged' })
  })

  it('comes to an end over a page tree that holds itself', async () => {
    const pages = '2 0 obj\n<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>\nendobj\n'
    const tree = `1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n${pages}`
    const { text } = await read(Buffer.from(`%PDF-1.7\n${tree}trailer\n<</Root 1 0 R>>\n%%EOF`))
    expect(text).toBe('')
  })

  it('asks for a copy without a password', async () => {
    const locked = madePdf({
      pages: [good],
      objects: [`<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>`],
      trailer: `/Encrypt 12 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`,
    })
    await expect(read(locked)).rejects.toMatchObject({ code: 'pdf-locked' })
  })

  it.each<[string, MadePdf]>([
    ['a page a billion points wide', { pages: [{ ...good, size: [1e9, 1e9] }] }],
    ['a page of no size', { pages: [{ ...good, size: [0, 0] }, good] }],
    ['states saved two thousand deep', { pages: [{ ops: 'q '.repeat(2000) + good.ops }] }],
    ['numbers beyond all bounds', { pages: [{ ops: `1e39 0 0 -1e39 1e300 nan cm ${good.ops}` }, good] }],
    ['ten thousand rectangles', { pages: [{ ops: '0 0 5 5 re f\n'.repeat(10_000) + good.ops }] }],
    [
      'fonts of size zero and less',
      { pages: [{ ops: words(70, 500, 'Nothing', 0) + words(70, 400, 'Nobody', -12) + good.ops }] },
    ],
    ['a count of pages that is not true', { pages: [good], catalog: '/PageLabels 99 0 R' }],
  ])('reads %s', async (_, made) => {
    expect((await read(made)).text).toContain('kept in a drawer')
  })

  it('finds pages again that hang on a broken branch of the page tree, and says so', async () => {
    const made = madePdf({ pages: [good, good] }).toString('latin1')
    const broken = made.replace(/\/Kids\[\d+ 0 R/, '/Kids[99 0 R')
    const { text, problems } = await read(Buffer.from(broken, 'latin1'))
    expect(text.match(/kept in a drawer/g)).toHaveLength(2)
    expect(problems.map(({ code }) => code)).toEqual(['pdf-mended'])
  })

  it(`gives text or a plain error whatever bytes are changed (${RUNS} runs)`, async () => {
    const change = fc.record({ at: fc.nat(sound.length - 1), to: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = Buffer.from(sound)
        for (const { at, to } of changes) bytes[at] = to
        try {
          const { text, parts, blocks } = await read(bytes)
          for (const { start, end } of [...parts!, ...blocks])
            expect(start >= 0 && end > start && end <= text.length).toBe(true)
          const starts = parts!.map(({ start }) => start)
          expect(starts).toEqual([...starts].sort((a, b) => a - b))
        } catch (error) {
          if (!(error instanceof WhenceError)) throw error
        }
      }),
      { numRuns: RUNS },
    )
  })
})
