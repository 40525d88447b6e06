import { describe, expect, it } from 'vitest'
import { madePdf, set, stream, words, type MadePdf } from '../../test/builders/made-pdf.js'
import { parsed } from '../../test/builders/source.js'
import type { Content } from './format.js'
import { pdf } from './pdf.js'

const read = async (made: MadePdf | Buffer): Promise<Content> =>
  (await parsed(pdf, Buffer.isBuffer(made) ? made : madePdf(made), 'report.pdf')).content!
const page = (ops: string) => ({ ops })
const blocks = ({ text, blocks: found }: Content) =>
  found.map(({ kind, start, end }) => [kind, text.slice(start, end)])
const marked = ({ text, parts }: Content, mark: string) =>
  parts!.filter((part) => part.mark === mark).map(({ start, end }) => text.slice(start, end))
const codes = ({ problems }: Content) => problems.map(({ code }) => code)

const LEFT = [
  'The harbour board met on Monday and',
  'heard that the dredger had been sold',
  'to a company that nobody could name.',
  'Its chairman said that he had signed',
  'nothing, and that the deed was false.',
]
const RIGHT = [
  'The council later found a copy of the',
  'deed in a drawer. It bore two stamps,',
  'one of them of an office that closed',
  'in 1994. The clerk who kept the stamp',
  'died, and her desk has been emptied.',
]

describe('pdf', () => {
  it('joins the lines of a paragraph and knows the place of each', async () => {
    const content = await read({ pages: [page(set(70, 700, LEFT))] })
    expect(blocks(content)).toEqual([['paragraph', LEFT.join(' ')]])
    expect(content.parts!.map(({ start, end }) => content.text.slice(start, end))).toEqual(LEFT)
    const { place } = content.parts![0]!
    expect(place).toMatchObject({ kind: 'page', page: 1 })
    const [left, top, width, height] = place.kind === 'page' ? place.box! : [0, 0, 0, 0]
    expect(left).toBeCloseTo(70, 0)
    expect(top).toBeGreaterThan(842 - 700 - 11)
    expect(top + height).toBeLessThan(842 - 700 + 5)
    expect(width).toBeGreaterThan(140)
  })

  it('reads columns one after the other, below a title that spans them', async () => {
    const title = words(70, 760, 'Who sold the dredger of Halversham?', 20, 'F2')
    const content = await read({ pages: [page(title + set(70, 720, LEFT) + set(310, 720, RIGHT))] })
    expect(blocks(content)).toEqual([
      ['title', 'Who sold the dredger of Halversham?'],
      ['paragraph', LEFT.join(' ')],
      ['paragraph', RIGHT.join(' ')],
    ])
    expect(content.metadata.title).toBe('Who sold the dredger of Halversham?')
  })

  it('reads columns whose lines stand half a line apart, in whatever order the file draws them', async () => {
    const content = await read({ pages: [page(set(310, 713, RIGHT) + set(70, 720, LEFT))] })
    expect(blocks(content).map(([, text]) => text)).toEqual([LEFT.join(' '), RIGHT.join(' ')])
  })

  it('keeps the rows of a table together', async () => {
    const rows = [
      ['Vessel', 'Year', 'Price'],
      ['Dredger', '1994', '75,000'],
      ['Tug', '1987', '12,500'],
    ]
    const ops = rows
      .map((row, i) => row.map((cell, j) => words(70 + j * 150, 700 - i * 14, cell)).join(''))
      .join('')
    const content = await read({ pages: [page(ops)] })
    expect(blocks(content)).toEqual(rows.flat().map((cell) => ['cell', cell]))
    expect(content.text).toContain('Dredger\t1994\t75,000\n')
  })

  it.each([
    ['The minis-', 'try denied it.', 'The ministry denied it.'],
    [
      'A well-',
      'known clerk said so, which made him well-known.',
      'A well-known clerk said so, which made him well-known.',
    ],
    ['The Anglo-', 'Dutch treaty held.', 'The Anglo-Dutch treaty held.'],
    ['He came -', 'and went.', 'He came - and went.'],
  ])('%s|%s', async (first, second, whole) => {
    const { text } = await read({ pages: [page(set(70, 700, [first, second]))] })
    expect(text).toBe(whole)
  })

  it('goes on with a sentence over a page end, running heads, page numbers and footnotes set apart', async () => {
    const pages = [0, 1, 2].map((n) =>
      page(
        words(230, 810, 'Harbour Board of Halversham', 9) +
          set(70, 740, [
            `On day ${n + 1} the board heard the clerk, who said`,
            'that the deed was kept in a drawer',
          ]) +
          words(224, 730.5, '3', 6) +
          set(70, 700, [
            'and that it bore the stamp of an office which',
            'had long been closed and whose keeper was',
          ]) +
          (n === 1 ? set(70, 80, ['3 Minutes of the board, volume two.'], 8) : '') +
          words(290, 30, String(n + 1), 9),
      ),
    )
    const content = await read({ pages })
    expect(blocks(content)).toHaveLength(2)
    expect(blocks(content)[0]![1]).toMatch(/^On day 1 .* keeper was On day 2 .* keeper was On day 3 /)
    expect(blocks(content)[1]).toEqual(['paragraph', '3 Minutes of the board, volume two.'])
    expect(marked(content, 'footnote')).toEqual(['3 Minutes of the board, volume two.'])
    expect(content.text.match(/Harbour Board of Halversham/g)).toHaveLength(3)
    expect(content.pages).toBe(3)
  })

  it('shows raised figures as such', async () => {
    const { text } = await read({
      pages: [
        page(
          words(70, 700, 'The deed was false.') +
            words(157, 704, '12', 6.5) +
            words(168, 700, 'Nobody knew who signed it.'),
        ),
      ],
    })
    expect(text).toBe('The deed was false.¹² Nobody knew who signed it.')
  })

  it.each<[string, string]>([
    ['set invisibly', `BT 3 Tr /F1 11 Tf 1 0 0 1 70 600 Tm (Ada Brock was paid) Tj 0 Tr ET\n`],
    ['white on white', `1 g ${words(70, 600, 'Ada Brock was paid')} 0 g\n`],
    ['tiny', words(70, 600, 'Ada Brock was paid', 0.5)],
    ['beyond the edge', words(-400, 600, 'Ada Brock was paid')],
    ['blacked out', `${words(70, 600, 'Ada Brock was paid')} 0 g 60 590 200 30 re f\n`],
    ['blacked out in black on black', `0 g 60 590 200 30 re f\n${words(70, 600, 'Ada Brock was paid')}`],
    ['clipped away', `q 0 0 10 10 re W n ${words(70, 600, 'Ada Brock was paid')} Q\n`],
  ])('flags words that are %s', async (_, ops) => {
    const content = await read({ pages: [page(set(70, 740, LEFT) + ops + set(70, 500, RIGHT))] })
    expect(marked(content, 'hidden')).toEqual(['Ada Brock was paid'])
    expect(codes(content)).toEqual(['text-hidden'])
    const { at } = content.problems[0]!
    expect(content.text.slice(at!.start, at!.end)).toBe('Ada Brock was paid')
  })

  it.each<[string, string]>([
    ['white on black', `0 g 60 590 200 30 re f 1 g ${words(70, 600, 'Ada Brock was paid')} 0 g\n`],
    ['on a ground drawn before', `0.9 g 60 590 200 30 re f 0 g ${words(70, 600, 'Ada Brock was paid')}`],
    ['underlined', `${words(70, 600, 'Ada Brock was paid')} 70 598 90 0.7 re f\n`],
    [
      'beside a rectangle that a clip keeps away',
      `${words(70, 600, 'Ada Brock was paid')} q 0 0 10 10 re W n 0 0 595 842 re f Q\n`,
    ],
  ])('does not flag words %s', async (_, ops) => {
    const content = await read({ pages: [page(set(70, 740, LEFT) + ops)] })
    expect(marked(content, 'hidden')).toEqual([])
    expect(content.text).toContain('Ada Brock was paid')
  })

  it('leaves what is blacked out within a line in its place', async () => {
    const ops = `${words(70, 600, 'The money went to Ada Brock on Tuesday.')} 0 g 157 595 48 14 re f\n`
    const content = await read({ pages: [page(ops)] })
    expect(content.text).toBe('The money went to Ada Brock on Tuesday.')
    expect(marked(content, 'hidden')).toEqual(['Ada Brock'])
  })

  it('takes comments with who made them and when, form fields and attachments', async () => {
    const made = madePdf({
      pages: [
        {
          ops: words(70, 700, 'The deed was signed by the clerk of the harbour board.'),
          annotations: [
            "<</Type/Annot/Subtype/Text/Rect[300 690 320 710]/Contents(Who was that?)/T(Tom Vale)/M(D:20210304120500+01'00')>>",
            '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ada Brock)/Rect[70 640 200 656]>>',
          ],
        },
      ],
      objects: [
        '<</Type/Filespec/F(deed.txt)/UF(deed.txt)/EF<</F 13 0 R>>>>',
        stream(Buffer.from('The deed.'), '/Type/EmbeddedFile'),
      ],
      catalog: '/Names<</EmbeddedFiles<</Names[(deed.txt) 12 0 R]>>>>',
    })
    const { content, children } = await parsed(pdf, made, 'deed.pdf')
    expect(children).toEqual([{ name: 'deed.txt', bytes: Buffer.from('The deed.') }])
    expect(content!.parts!.find(({ mark }) => mark === 'comment')).toMatchObject({
      by: 'Tom Vale',
      at: '2021-03-04T12:05:00+01:00',
    })
    expect(marked(content!, 'comment')).toEqual(['Who was that?'])
    expect(content!.text).toContain('Ada Brock')
  })

  it.each([
    ['/Title (The sale of the dredger)', 'The sale of the dredger'],
    ['/Title (Microsoft Word - draft3.docx)', null],
    ['/Title (untitled)', null],
    ['/Title (scan0001.pdf)', null],
  ])('%s gives the title %s', async (info, title) => {
    const { metadata } = await read({ info, pages: [page(set(70, 740, LEFT))] })
    expect(metadata.title).toBe(title)
  })

  it('finds the writer, the outlet and the day at the head of the page, with evidence', async () => {
    const content = await read({
      info: '/Title (Microsoft Word - x.docx)/Author (jsmith)/CreationDate (D:20220101)',
      pages: [
        page(
          words(70, 770, 'Dredger sold to nobody', 20, 'F2') +
            words(70, 745, 'By Ada Brock, Meridian Press') +
            words(70, 725, 'March 3, 2021') +
            set(70, 695, LEFT),
        ),
      ],
    })
    expect(content.metadata).toEqual({
      title: 'Dredger sold to nobody',
      byline: ['Ada Brock'],
      publisher: 'Meridian Press',
      published: '2021-03-03',
    })
    expect(blocks(content).map(([kind]) => kind)).toEqual(['title', 'byline', 'dateline', 'paragraph'])
    for (const { value, at } of content.fields!.filter(({ field }) => field === 'byline'))
      expect(content.text.slice(at!.start, at!.end)).toContain(value)
  })

  it('names scripts and programs, and runs nothing', async () => {
    const launch = await read({
      pages: [page(set(70, 740, LEFT))],
      catalog: '/OpenAction<</S/Launch/F(calc.exe)>>',
    })
    expect(codes(launch)).toEqual(['pdf-scripts'])
    const script = await read({
      pages: [page(set(70, 740, LEFT))],
      catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>',
    })
    expect(codes(script)).toEqual(['pdf-scripts'])
  })
})
