import * as sheets from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { odfText, workbook } from '../../../test/builders/office.js'
import { parsed, shown } from '../../../test/builders/source.js'
import { csv } from './csv.js'
import { ods } from './ods.js'
import { isDateFormat, isoOf, numberText } from './sheet/dates.js'
import { sheetText } from './sheet/sheet-text.js'
import { xls } from './xls.js'
import { xlsx } from './xlsx.js'

const read = async (bytes: Buffer): Promise<string[]> => shown((await parsed(xlsx, bytes, 'a.xlsx')).content!)
const data = (rows: string): string => `<sheetData>${rows}</sheetData>`

describe('xlsx', () => {
  test('gives each cell with its sheet and address, as stored', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Paid</t></is></c></row>' +
      '<row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>Valex</v></c><c r="B3" s="1"><v>43525</v></c><c r="C3"><v>0.30000000000000004</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c></row>'
    const { content } = await parsed(
      xlsx,
      workbook([{ name: 'Ledger', xml: data(rows) }], { strings: ['Name'] }),
      'a.xlsx',
    )
    expect(shown(content!)).toEqual([
      '[Ledger!A1] Name',
      '[Ledger!C1] Paid',
      '[Ledger!A3] Valex',
      '[Ledger!B3] 2019-03-01',
      '[Ledger!C3] 0.3',
      '[Ledger!D3] TRUE',
      '[Ledger!E3] #REF!',
    ])
    expect(content!.text).toBe('Name\tPaid\nValex\t2019-03-01\t0.3\tTRUE\t#REF!')
  })

  test('marks what is hidden: sheets, rows, columns', async () => {
    const row = (r: number, hidden = ''): string =>
      `<row r="${r}"${hidden}><c r="A${r}"><v>${r}</v></c><c r="B${r}"><v>${r}0</v></c></row>`
    expect(
      await read(
        workbook([
          {
            name: 'A',
            xml: `<cols><col min="2" max="2" hidden="1"/></cols>${data(row(1) + row(2, ' hidden="1"'))}`,
          },
          { name: 'B', state: 'veryHidden', xml: data(row(1)) },
        ]),
      ),
    ).toEqual([
      '[A!A1] 1',
      '[A!B1 hidden] 10',
      '[A!A2 hidden] 2',
      '[A!B2 hidden] 20',
      '[B!A1 hidden] 1',
      '[B!B1 hidden] 10',
    ])
  })

  test('calculates nothing, and says how many formulas have no value', async () => {
    const { content } = await parsed(
      xlsx,
      workbook([{ name: 'A', xml: data('<row><c><f>1+1</f></c><c><v>5</v></c></row>') }]),
      'a.xlsx',
    )
    expect([shown(content!), content!.problems.map(({ code }) => code)]).toEqual([
      ['[A!B1] 5'],
      ['formula-without-value'],
    ])
  })

  test('keeps text that looks like a formula as it is', async () => {
    expect(
      await read(
        workbook([{ name: 'A', xml: data('<row><c t="inlineStr"><is><t>=cmd|x</t></is></c></row>') }]),
      ),
    ).toEqual(['[A!A1] =cmd|x'])
  })

  test('reads comments with their writer', async () => {
    const comments =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Ada Brock</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Really?</t></r></text></comment></commentList></comments>'
    const sheet = {
      name: 'A',
      xml: data('<row><c><v>5</v></c></row>'),
      relations: [['rId1', 'comments', '../comments1.xml']],
    }
    expect(await read(workbook([sheet], { parts: { 'xl/comments1.xml': comments } }))).toEqual([
      '[A!A1] 5',
      '[A!A1 comment Ada Brock] Really?',
    ])
  })

  test('counts days from 1904 where the file says so', async () => {
    expect(
      await read(
        workbook([{ name: 'A', xml: data('<row><c s="1"><v>42063</v></c></row>') }], { date1904: true }),
      ),
    ).toEqual(['[A!A1] 2019-03-01'])
  })

  test.each([
    [
      'addresses that are none',
      '<row r="9999999999"><c r="ZZZZ1"><v>1</v></c><c r="A0"><v>2</v></c></row>',
      ['[A!A1] 1', '[A!B1] 2'],
    ],
    ['strings that are not there', '<row><c t="s"><v>99</v></c><c><v>2</v></c></row>', ['[A!B1] 2']],
    ['damage', '<row><c><v>1</v></c></row><row><c><v>2', ['[A!A1] 1', '[A!A2] 2']],
  ])('lives with %s', async (_, rows, wanted) =>
    expect(await read(workbook([{ name: 'A', xml: data(rows) }]))).toEqual(wanted),
  )
})

describe('sheetText', () => {
  test('takes as many cells as it may and says how many rows are left out', () => {
    const into = sheetText(4)
    into.sheet('A', false)
    for (let row = 1; row <= 10; row++) for (const column of [1, 2]) into.cell(row, column, 'x', false)
    into.end(10)
    const { text, problems } = into.done()
    expect([text, problems[0]!.message]).toEqual([
      'x\tx\nx\tx',
      expect.stringMatching(/first 2 rows .* has 10/),
    ])
  })
})

describe('ods', () => {
  const cell = (attributes: string, text = ''): string =>
    `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`
  const table = (rows: string, attributes = ''): string =>
    `<table:table table:name="A" ${attributes}>${rows}</table:table>`
  const sheet = async (rows: string, attributes = ''): Promise<string[]> => {
    const automatic =
      '<style:style style:name="X"><style:table-properties table:display="false"/></style:style>'
    return shown(
      (await parsed(ods, odfText(table(rows, attributes), { kind: 'spreadsheet', automatic }), 'a.ods'))
        .content!,
    )
  }

  test('gives stored values, not what a country makes of them', async () => {
    expect(
      await sheet(
        `<table:table-row>${cell('office:value-type="string"', 'Name')}${cell('office:value-type="float" office:value="75000.5"', '75.000,50')}${cell('office:value-type="date" office:date-value="2019-03-01T00:00:00"', '01.03.19')}${cell('office:value-type="time" office:time-value="PT13H05M00S"', '13:05')}${cell('office:value-type="boolean" office:boolean-value="true"', 'WAHR')}</table:table-row>`,
      ),
    ).toEqual(['[A!A1] Name', '[A!B1] 75000.5', '[A!C1] 2019-03-01', '[A!D1] 13:05:00', '[A!E1] TRUE'])
  })

  test('counts repeated cells and rows, and marks what is hidden', async () => {
    const hiddenRow = '<table:table-row table:visibility="collapse">'
    const rows = `<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="2">${cell('table:number-columns-repeated="2"', 'x')}${cell('', 'y')}</table:table-row><table:table-row table:number-rows-repeated="1048000">${cell('table:number-columns-repeated="16384"')}</table:table-row>${hiddenRow}${cell('', 'z')}</table:table-row>`
    expect(await sheet(rows)).toEqual([
      '[A!A1] x',
      '[A!B1] x',
      '[A!C1 hidden] y',
      '[A!A2] x',
      '[A!B2] x',
      '[A!C2 hidden] y',
      '[A!A1048003 hidden] z',
    ])
    expect(
      await sheet(`<table:table-row>${cell('', 'z')}</table:table-row>`, 'table:style-name="X"'),
    ).toEqual(['[A!A1 hidden] z'])
  })

  test('cells repeated a thousand million times stay few', async () => {
    const bytes = odfText(
      table(
        `<table:table-row table:number-rows-repeated="1000000000">${cell('table:number-columns-repeated="1000000000"', 'x')}</table:table-row>`,
      ),
      { kind: 'spreadsheet' },
    )
    const { content } = await parsed(ods, bytes, 'a.ods')
    expect([content!.parts!.length, content!.problems.map(({ code }) => code)]).toEqual([
      500_000,
      ['rows-left-out'],
    ])
  })

  test('reads comments with their writer', async () => {
    expect(
      await sheet(
        `<table:table-row><table:table-cell><office:annotation><dc:creator>Ada Brock</dc:creator><dc:date>2024-03-01</dc:date><text:p>Really?</text:p></office:annotation><text:p>5</text:p></table:table-cell></table:table-row>`,
      ),
    ).toEqual(['[A!A1] 5', '[A!A1 comment Ada Brock 2024-03-01] Really?'])
  })
})

describe('xls', () => {
  const made = (type: 'biff8' | 'xlsb'): Buffer => {
    const book = sheets.utils.book_new()
    const sheet = sheets.utils.aoa_to_sheet([
      ['Name', 'Paid', 'When'],
      ['Vale', 75.5, null],
    ])
    sheet['C2'] = { t: 'n', v: 43525, z: 'yyyy-mm-dd' }
    sheets.utils.book_append_sheet(book, sheet, 'Ledger')
    sheets.utils.book_append_sheet(book, sheets.utils.aoa_to_sheet([['x']]), 'Gone')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    return sheets.write(book, { type: 'buffer', bookType: type }) as Buffer
  }
  const wanted = [
    '[Ledger!A1] Name',
    '[Ledger!B1] Paid',
    '[Ledger!C1] When',
    '[Ledger!A2] Vale',
    '[Ledger!B2] 75.5',
    '[Ledger!C2] 2019-03-01',
    '[Gone!A1 hidden] x',
  ]

  test('reads the binary kinds', async () => {
    expect(xls.knows(made('biff8').subarray(0, 65_536), 'a')).toBe(true)
    expect(shown((await parsed(xls, made('biff8'), 'a.xls')).content!)).toEqual(wanted)
    expect(shown((await parsed(xlsx, made('xlsb'), 'a.xlsb')).content!)).toEqual(wanted)
  })

  test('keeps the results of formulas, and a damaged formula keeps nobody busy', async () => {
    const book = sheets.utils.book_new()
    const sheet = sheets.utils.aoa_to_sheet([[1, 2]])
    sheet['C1'] = { t: 'n', v: 3, f: 'A1+B1' }
    sheet['D1'] = { t: 's', v: 'abc', f: '"a"&"bc"' }
    sheet['!ref'] = 'A1:D1'
    sheets.utils.book_append_sheet(book, sheet, 'A')
    const bytes = sheets.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
    const wanted = ['[A!A1] 1', '[A!B1] 2', '[A!C1] 3', '[A!D1] abc']
    expect(shown((await parsed(xls, bytes, 'a.xls')).content!).slice(0, 3)).toEqual(wanted.slice(0, 3))
    for (const [at, byte] of bytes.entries())
      if (byte === 0x06 && bytes[at + 1] === 0 && bytes[at + 3] === 0 && bytes[at + 2]! > 21)
        bytes.writeUInt16LE(bytes.readUInt16LE(at + 24) + 1, at + 24)
    expect(shown((await parsed(xls, bytes, 'a.xls')).content!).slice(0, 3)).toEqual(wanted.slice(0, 3))
  })

  test('says that junk is damaged', async () => {
    const junk = Buffer.concat([made('biff8').subarray(0, 600), Buffer.alloc(600, 0xff)])
    await expect(parsed(xls, junk, 'a.xls')).rejects.toMatchObject({ code: 'sheet-damaged' })
  })
})

describe('csv', () => {
  test.each<[string, string, string[]]>([
    ['commas', 'Name,Paid\nVale,"75,000"\n', ['[!A1] Name', '[!B1] Paid', '[!A2] Vale', '[!B2] 75,000']],
    [
      'semicolons beside decimal commas',
      'Name;Paid\nVale;75,5\nBrock;1,5\n',
      ['[!A1] Name', '[!B1] Paid', '[!A2] Vale', '[!B2] 75,5', '[!A3] Brock', '[!B3] 1,5'],
    ],
    ['tabs', 'a\tb\n\nc\td', ['[!A1] a', '[!B1] b', '[!A3] c', '[!B3] d']],
    ['a declared delimiter', 'sep=|\na|b', ['[!A2] a', '[!B2] b']],
    ['line ends and quotation marks in cells', 'a,"one\ntwo ""x"""\n', ['[!A1] a', '[!B1] one\ntwo "x"']],
    ['a quotation mark that never closes', 'a,"b\nc,d\n', ['[!A1] a', '[!B1] "b', '[!A2] c', '[!B2] d']],
    ['formulas as they are', '=1+1,+cmd\n', ['[!A1] =1+1', '[!B1] +cmd']],
    ['rows of unequal length', 'a\nb,c,d\n', ['[!A1] a', '[!A2] b', '[!B2] c', '[!C2] d']],
  ])('reads %s', (_, source, wanted) => expect(shown(csv.read(source))).toEqual(wanted))
})

describe('dates of sheets', () => {
  test.each([
    [43525, false, '2019-03-01'],
    [43525.5, false, '2019-03-01T12:00:00'],
    [0.25, false, '06:00:00'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [43525.999999999, false, '2019-03-02'],
    [0, true, '1904-01-01'],
    [-1, false, null],
    [3e6, false, null],
    [NaN, false, null],
  ])('%d (from 1904: %s) is %s', (serial, from1904, iso) => expect(isoOf(serial, from1904)).toBe(iso))

  test.each([
    [14, undefined, true],
    [0, undefined, false],
    [164, 'dd/mm/yyyy', true],
    [164, '[h]:mm', true],
    [164, '#,##0.00 "days"', false],
    [164, '[Red]0.00', false],
    [164, '0.00E+00', false],
    [164, 'General', false],
    [164, '0\\d', false],
    [164, '[$-409]d mmm yyyy;@', true],
  ])('format %d %j shows a date: %s', (id, code, date) => expect(isDateFormat(id, code)).toBe(date))

  test.each([
    ['0.30000000000000004', '0.3'],
    ['12', '12'],
    ['1E+3', '1000'],
    ['abc', 'abc'],
    ['007', '007'],
    ['', ''],
  ])('%j is shown as %j', (value, text) => expect(numberText(value)).toBe(text))
})
