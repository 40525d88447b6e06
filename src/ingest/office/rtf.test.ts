import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsed, shown } from '../../../test/builders/source.js'
import { rtf } from './rtf.js'

const read = async (source: string): Promise<string[]> =>
  shown((await parsed(rtf, Buffer.from(source, 'latin1'), 'a.rtf')).content!)
const codes = async (source: string): Promise<string[]> =>
  (await parsed(rtf, Buffer.from(source, 'latin1'), 'a.rtf')).content!.problems.map(({ code }) => code)
const REVISIONS = String.raw`{\*\revtbl{Unknown;}{Ada Brock;}}`

describe('rtf', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs', String.raw`{\rtf1 One.\par Two.}`, ['[p1] One.', '[p2] Two.']],
    [
      'signs',
      String.raw`{\rtf1 \ldblquote a\rdblquote\emdash b\~c\_d \{e\}\tab f\line g}`,
      ['[p1] “a”—b\u00a0c\u2011d {e}\tf\ng'],
    ],
    [
      'code pages',
      String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}\f0 caf\'e9 \f1 \'c4\'e0}`,
      ['[p1] café Да'],
    ],
    [
      'Unicode with its twin',
      String.raw`{\rtf1\uc1 \u1044?\u1072? \u-10179?\u-8704? \uc2\u233\'c3\'a9!}`,
      ['[p1] Да 😀 é!'],
    ],
    ['the wide form of a text', String.raw`{\rtf1 {\upr{a?}{\*\ud{a\u233 ?}}} b}`, ['[p1] aé b']],
    [
      'no table of fonts, styles or unknown destinations',
      String.raw`{\rtf1{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}}{\*\unknown x}{\colortbl;\red0;}One.}`,
      ['[p1] One.'],
    ],
    [
      'hidden words apart',
      String.raw`{\rtf1 Seen {\v secret} too}`,
      ['[p1] Seen  too', '[p1 hidden] secret'],
    ],
    [
      'tracked changes',
      String.raw`{\rtf1${REVISIONS}It was {\revised\revauth1\revdttm130222720 not }{\deleted\revauthdel1 never }paid.}`,
      [
        '[p1] It was ',
        '[p1 inserted Ada Brock 2024-03-01T10:00] not ',
        '[p1] paid.',
        '[p1 deleted Ada Brock] never',
      ],
    ],
    [
      'footnotes',
      String.raw`{\rtf1 He paid.{\footnote\pard So he says.} Twice.\par Next.}`,
      ['[p1] He paid. Twice.', '[p1 footnote] So he says.', '[p2] Next.'],
    ],
    [
      'comments',
      String.raw`{\rtf1 He paid.{\*\atnid AB}{\*\atnauthor Ada Brock}{\*\annotation{\*\atndate 130222720}\pard Really?}\par Next.}`,
      ['[p1] He paid.', '[p1 comment Ada Brock 2024-03-01T10:00] Really?', '[p2] Next.'],
    ],
    [
      'headers at the end',
      String.raw`{\rtf1{\header Draft 3\par}One.\par}`,
      ['[p1] One.', '[headers and footers] Draft 3'],
    ],
    ['field results', String.raw`{\rtf1 {\field{\*\fldinst HYPERLINK "x"}{\fldrslt here}}}`, ['[p1] here']],
    ['nothing of raw bytes', '{\\rtf1 One{\\*\\objdata \\bin6 {{{}}\\}two}', ['[p1] Onetwo']],
  ])('reads %s', async (_, source, wanted) => expect(await read(source)).toEqual(wanted))

  test('sets tables out in rows and cells', async () => {
    const row = (...cells: string[]): string =>
      String.raw`\trowd\cellx1\cellx2 ${cells.map((cell) => String.raw`\pard\intbl ${cell}\cell`).join(' ')}\row `
    const { content } = await parsed(
      rtf,
      Buffer.from(String.raw`{\rtf1 Before.\par ${row('Name', 'Paid')}${row('Vale', '75')}\pard After.\par}`),
      'a.rtf',
    )
    expect(content!.text).toBe('Before.\n\nName\tPaid\nVale\t75\n\nAfter.')
  })

  test('takes title and author', async () => {
    const { content } = await parsed(
      rtf,
      Buffer.from(
        String.raw`{\rtf1{\info{\title The ferry}{\author Ada Brock}{\creatim\yr2019\mo3\dy1}}One.}`,
      ),
      'a.rtf',
    )
    expect(content!.metadata).toMatchObject({
      title: 'The ferry',
      byline: ['Ada Brock'],
      published: '2019-03-01',
    })
  })

  test('hands over pictures that can hold words', async () => {
    const big = '89504e47'.padEnd(14_000, '0')
    const { children } = await parsed(
      rtf,
      Buffer.from(`{\\rtf1{\\*\\shppict{\\pict\\pngblip ${big}}}{\\pict\\pngblip 8950}x}`),
      'a.rtf',
    )
    expect(children.map(({ name, bytes }) => [name, bytes.length])).toEqual([['picture-1.png', 7000]])
  })

  test.each<[string, string, string[]]>([
    ['cut short', '{\\rtf1 One.\\par {\\b Two', ['[p1] One.', '[p2] Two']],
    ['nested a million deep', '{\\rtf1 One.' + '{'.repeat(1_000_000) + 'Two', ['[p1] One.Two']],
    ['lying about raw bytes', '{\\rtf1 One.\\bin4000000000 Two', ['[p1] One.']],
  ])('keeps the words of a file %s', async (_, source, wanted) => {
    expect(await read(source)).toEqual(wanted)
    expect(await codes(source)).toContain('rtf-damaged')
  })

  test('any control words give words or problems', async () => {
    const token = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '\\par ',
        '\\cell ',
        '\\row ',
        '\\intbl ',
        '{\\footnote ',
        '{\\*\\annotation ',
        '{\\pict ',
        '\\u55357?',
        '{\\upr',
        '{\\*\\revtbl',
        '\\v ',
        '\\deleted ',
        '{\\header ',
        '{\\info{\\title ',
        "\\'ff",
        '\\bin3 ',
        '{\\*\\ud ',
      ),
      fc.string({ maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 30 }), async (tokens) => {
        const { content } = await parsed(rtf, Buffer.from(`{\\rtf1 ${tokens.join('')}`), 'a.rtf')
        for (const { start, end } of content!.parts!)
          expect(content!.text.slice(start, end).trim()).not.toBe('')
      }),
      { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 150) },
    )
  })
})
