/** Writes the sources of the golden cases that are packages or binary: `npx tsx test/builders/office-cases.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { book, odfText, para, run, shape, slides, word, wordPart, workbook } from './office.js'

const BY = 'w:author="Ada Brock" w:date="2024-03-01T10:00:00Z"'
const cell = (text: string): string => `<w:tc>${para(text)}</w:tc>`
const note = (kind: string, id: number, text: string): string =>
  `<w:${kind} w:id="${id}" ${BY}>${para(text)}</w:${kind}>`
const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`

const SOURCES: Readonly<Record<string, Buffer | string>> = {
  'docx-reviewed-report/source.docx': word(
    para('Ferry contract went to a cousin') +
      para('By Tom Vale, Meridian Press') +
      para(
        run('The Tallis ferry was ') +
          `<w:del ${BY}><w:r><w:delText xml:space="preserve">never </w:delText></w:r></w:del>` +
          run('sold to Ida Moss, the mayor’s cousin, ') +
          `<w:ins ${BY}>${run('two council members said, ')}</w:ins>` +
          run('for 75,000 euros.') +
          refer('footnote', 2) +
          refer('comment', 1),
      ) +
      para(run('The mayor denied it.') + run(' Ask legal before we run this.', '<w:vanish/>')) +
      `<w:tbl><w:tr>${cell('Year')}${cell('Paid')}</w:tr><w:tr>${cell('2018')}${cell('75,000')}</w:tr></w:tbl>`,
    {
      'word/footnotes.xml': wordPart(
        'footnotes',
        note('footnote', 2, 'Ledger of the harbour office, page 14.'),
      ),
      'word/comments.xml': wordPart('comments', note('comment', 1, 'Who are the two?')),
      'word/header1.xml': wordPart('hdr', para('Draft 3, not for publication')),
    },
    '<dc:title>Microsoft Word - Document1</dc:title><dc:creator>Administrator</dc:creator><dcterms:created>2024-02-27T08:00:00Z</dcterms:created>',
  ),
  'odt-reviewed-letter/source.odt': odfText(
    '<text:tracked-changes><text:changed-region xml:id="d" text:id="d"><text:deletion><office:change-info><dc:creator>Ada Brock</dc:creator><dc:date>2024-03-01T10:00:00</dc:date></office:change-info><text:p> of the council</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:p>The clerk<text:change text:change-id="d"/> wrote that the money never came.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Letter of 3 May 2018.</text:p></text:note-body></text:note></text:p><text:p>She asked<office:annotation><dc:creator>Tom Vale</dc:creator><dc:date>2024-03-02T09:00:00</dc:date><text:p>Twice, in fact.</text:p></office:annotation> for a receipt.</text:p>',
    {
      meta: '<dc:title>Where the ferry money went</dc:title><meta:initial-creator>Ada Brock</meta:initial-creator><meta:creation-date>2024-02-27T08:00:00</meta:creation-date>',
    },
  ),
  'rtf-tracked-statement/source.rtf': String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}{\f1\fcharset204 Times;}}{\*\revtbl{Unknown;}{Ada Brock;}}{\info{\title Statement on the ferry}{\author Tom Vale}{\creatim\yr2018\mo5\dy3}}
\f0 The mayor said he had {\deleted\revauthdel1\revdttmdel130222720 never }{\revised\revauth1\revdttm130222720 once }met Ms Moss in the caf\'e9 \ldblquote{\f1 \'c4\'e0}\rdblquote .{\footnote\pard Minutes of 4 May.}\par
She \u8211? his cousin \u8211? denied it.\par}
`,
  'pptx-notes-hidden/source.pptx': slides([
    { shapes: shape('The ferry deal', 'ctrTitle') + shape('Meridian Press, May 2018', 'subTitle') },
    {
      shapes:
        shape('Who was paid', 'title') + shape('Ida Moss got 75,000 euros\nThe mayor denies it', 'body'),
      notes: shape('Do not name the clerk.', 'body'),
      comments: '<p:cm authorId="0" dt="2024-03-01T10:00:00"><p:text>Source?</p:text></p:cm>',
    },
    { shapes: shape('Backup', 'title') + shape('The clerk kept a copy.', 'body'), hidden: true },
  ]),
  'epub-spine-order/source.epub': book(
    {
      'b-first.xhtml': '<h1>The ferry</h1><p>The ferry was sold in 2018, the clerk said.</p>',
      'a-second.xhtml': '<h1>The money</h1><p>Nobody saw the money again.</p>',
    },
    {
      metadata:
        '<dc:title>The Tallis Ledger</dc:title><dc:creator>Ada Brock</dc:creator><dc:publisher>Meridian Press</dc:publisher><dc:date>2019-03-01</dc:date><dc:language>en</dc:language>',
    },
  ),
  'xlsx-hidden-ledger/source.xlsx': workbook(
    [
      {
        name: 'Payments',
        xml: '<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" s="1"><v>43223</v></c><c r="B2"><f>SUM(Backup!A1:A2)</f><v>75000</v></c><c r="C2" t="s"><v>3</v></c></row></sheetData>',
      },
      {
        name: 'Backup',
        state: 'hidden',
        xml: '<sheetData><row r="1"><c r="A1"><v>50000</v></c></row><row r="2"><c r="A2"><v>25000</v></c></row></sheetData>',
      },
    ],
    { strings: ['Date', 'Euros', 'To', 'Ida Moss'] },
  ),
  'ods-local-formats/source.ods': odfText(
    '<table:table table:name="Payments"><table:table-row><table:table-cell office:value-type="string"><text:p>Ida Moss</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="75000"><text:p>75.000,00 €</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2018-05-03"><text:p>03.05.18</text:p></table:table-cell></table:table-row></table:table>',
    { kind: 'spreadsheet' },
  ),
  'csv-semicolons/source.csv':
    'Name;Paid;Note\nIda Moss;75000,50;"said to be ""a loan""; never repaid"\nTom Vale;0,00;=HYPERLINK("x")\n',
}

const cases = join(import.meta.dirname, '../../cases')
for (const [file, bytes] of Object.entries(SOURCES)) {
  mkdirSync(join(cases, file, '..'), { recursive: true })
  writeFileSync(join(cases, file), bytes)
}
