/** Whatever the bytes: words and problems, or an error with a code; never anything else, and never for long. */
import fc from 'fast-check'
import * as sheets from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import {
  book,
  odfText,
  openXml,
  para,
  shape,
  slides,
  word,
  wordPart,
  workbook,
} from '../../../test/builders/office.js'
import { parsed } from '../../../test/builders/source.js'
import { packedZeros, zip } from '../../../test/builders/zip.js'
import { WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { docx } from './docx.js'
import { epub } from './epub.js'
import { locked } from './locked.js'
import { ods } from './ods.js'
import { odp, odt } from './odt.js'
import { pptx } from './pptx.js'
import { rtf } from './rtf.js'
import { xls } from './xls.js'
import { xlsx } from './xlsx.js'

const biff = sheets.utils.book_new()
sheets.utils.book_append_sheet(
  biff,
  sheets.utils.aoa_to_sheet([
    ['Name', 'Paid'],
    ['Vale', 75.5],
  ]),
  'Ledger',
)

const WHOLE: readonly (readonly [Parser, Buffer])[] = [
  [docx, word(para('He paid.'))],
  [
    xlsx,
    workbook([{ name: 'A', xml: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>' }], {
      strings: ['x'],
    }),
  ],
  [pptx, slides([{ shapes: shape('He paid.'), notes: shape('So he says.') }])],
  [odt, odfText('<text:p>He paid.</text:p>')],
  [odp, odfText('<draw:page><text:p>He paid.</text:p></draw:page>', { kind: 'presentation' })],
  [
    ods,
    odfText(
      '<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
      { kind: 'spreadsheet' },
    ),
  ],
  [epub, book({ 'a.xhtml': '<p>He paid.</p>' })],
  [rtf, Buffer.from('{\\rtf1 He paid.{\\footnote So he says.}\\par}')],
  [xls, sheets.write(biff, { type: 'buffer', bookType: 'biff8' }) as Buffer],
]

/** 'read', or the code of the error; any stranger fails the test. */
async function outcome(parser: Parser, bytes: Buffer): Promise<string> {
  try {
    const { content } = await parsed(parser, bytes, `a.${parser.extensions[0]}`)
    const { text, blocks, parts = [] } = content!
    let last = 0
    for (const { start, end } of parts) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeLessThanOrEqual(text.length)
      last = end
    }
    for (const { start, end } of blocks) expect(text.slice(start, end).trim()).not.toBe('')
    return 'read'
  } catch (error) {
    if (error instanceof WhenceError) return error.code
    throw error
  }
}

describe.each(WHOLE.map(([parser, whole]) => [parser.name, parser, whole] as const))(
  '%s',
  (_, parser, whole) => {
    test('knows its own kind alone, and reads it', async () => {
      expect(
        WHOLE.filter(([other]) => other.knows(whole.subarray(0, 65_536), 'a file')).map(([{ name }]) => name),
      ).toEqual([parser.name])
      expect(await outcome(parser, whole)).toBe('read')
    })

    test('lives with flipped bytes and cuts', async () => {
      const damage = fc.record({
        flips: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 3 }),
        cut: fc.option(fc.nat(whole.length), { freq: 3, nil: whole.length }),
      })
      await fc.assert(
        fc.asyncProperty(damage, async ({ flips, cut }) => {
          const bytes = Buffer.from(whole)
          for (const [at, value] of flips) bytes[at] = value
          await outcome(parser, bytes.subarray(0, cut))
        }),
        { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 12) },
      )
    })
  },
)

describe('hostile office files', () => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  test.each<[string, Parser, Buffer, string]>([
    [
      'laughs',
      xlsx,
      openXml('xl/workbook.xml', {
        parts: { 'xl/workbook.xml': `<!DOCTYPE w [<!ENTITY l0 "lol">${lol}]><w>&l9;</w>` },
      }),
      'read',
    ],
    [
      'nested a million deep',
      docx,
      word('', { 'word/document.xml': wordPart('document', '<w:body>' + '<w:sdt>'.repeat(1_000_000)) }),
      'read',
    ],
    ['of 100,000 nested tables', docx, word('<w:tbl><w:tr><w:tc>'.repeat(100_000)), 'read'],
    [
      'of one paragraph with 20,000 changes',
      docx,
      word(
        `<w:p>${'<w:ins w:author="a"><w:r><w:t>a</w:t></w:r></w:ins><w:del w:author="b"><w:r><w:delText>b</w:delText></w:r></w:del>'.repeat(20_000)}</w:p>`,
      ),
      'read',
    ],
    [
      'that unpacks to gigabytes',
      odt,
      zip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
        { name: 'content.xml', packed: packedZeros(40 * 1024 * 1024) },
      ]),
      'read',
    ],
    [
      'whose members overlap',
      pptx,
      zip([
        { name: 'ppt/presentation.xml', data: 'x' },
        { name: 'b', offset: 0, directoryOnly: true },
      ]),
      'zip-overlapping',
    ],
    ['behind a password', locked, Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-encrypted'],
    [
      'with styles based on one another',
      docx,
      word(para('x', '<w:pStyle w:val="A"/>'), {
        'word/styles.xml': wordPart(
          'styles',
          '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
        ),
      }),
      'read',
    ],
    [
      'whose note refers to itself',
      docx,
      word(para('<w:r><w:footnoteReference w:id="1"/></w:r>'), {
        'word/footnotes.xml': wordPart(
          'footnotes',
          `<w:footnote w:id="1">${para('<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`,
        ),
      }),
      'read',
    ],
  ])('a file %s ends soon', async (_, parser, bytes, wanted) => {
    expect(await outcome(parser, bytes)).toBe(wanted)
  })
})
