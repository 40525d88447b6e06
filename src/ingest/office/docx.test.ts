import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { para, run, word, wordPart } from '../../../test/builders/office.js'
import { parsed, shown } from '../../../test/builders/source.js'
import { packedZeros, zip } from '../../../test/builders/zip.js'
import { WhenceError } from '../../schema/errors.js'
import { docx } from './docx.js'

const read = async (bytes: Buffer): Promise<string[]> => shown((await parsed(docx, bytes, 'a.docx')).content!)
const codes = async (bytes: Buffer): Promise<string[]> =>
  (await parsed(docx, bytes, 'a.docx')).content!.problems.map(({ code }) => code)
const by = 'w:author="Ada Brock" w:date="2024-03-01T10:00:00Z"'
const note = (kind: string, id: number, text: string): string =>
  `<w:${kind} w:id="${id}" ${by}>${para(text)}</w:${kind}>`

describe('docx', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs', para('One.') + para('') + para('Two.'), ['[p1] One.', '[p3] Two.']],
    [
      'runs, tabs and line ends',
      para(run('A ') + '<w:r><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r>'),
      ['[p1] A b\tc\nd'],
    ],
    [
      'insertions in the running text',
      para(run('It was ') + `<w:ins ${by}>${run('not ')}</w:ins>` + run('paid.')),
      ['[p1] It was ', '[p1 inserted Ada Brock 2024-03-01T10:00:00Z] not ', '[p1] paid.'],
    ],
    [
      'deletions after their paragraph',
      para(run('It was ') + `<w:del ${by}><w:r><w:delText>never </w:delText></w:r></w:del>` + run('paid.')),
      ['[p1] It was paid.', '[p1 deleted Ada Brock 2024-03-01T10:00:00Z] never'],
    ],
    [
      'what was moved, in its old and its new place',
      para(`<w:moveFrom ${by}>${run('Moved.')}</w:moveFrom>`) +
        para(`<w:moveTo ${by}>${run('Moved.')}</w:moveTo>`),
      [
        '[p1 deleted Ada Brock 2024-03-01T10:00:00Z] Moved.',
        '[p2 inserted Ada Brock 2024-03-01T10:00:00Z] Moved.',
      ],
    ],
    [
      'words inserted by one and deleted by another as deleted',
      para(
        `<w:ins ${by}><w:del w:author="Tom Vale"><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>` +
          run('kept'),
      ),
      ['[p1] kept', '[p1 deleted Tom Vale] gone'],
    ],
    [
      'two paragraphs whose break was deleted as one',
      para(run('One '), `<w:rPr><w:del ${by}/></w:rPr>`) + para('sentence.') + para('Next.'),
      ['[p1] One sentence.', '[p3] Next.'],
    ],
    [
      'hidden words apart',
      para(run('Seen ') + run('secret ', '<w:vanish/>') + run('too', '<w:vanish w:val="0"/>')),
      ['[p1] Seen too', '[p1 hidden] secret'],
    ],
    [
      'formatting that changed as no change',
      para(
        `<w:r><w:rPr><w:rPrChange ${by}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Seen</w:t></w:r>`,
      ),
      ['[p1] Seen'],
    ],
    [
      'a text box once, after its paragraph',
      para(
        '<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>' +
          para('In the box.') +
          '</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>' +
          para('In the box.') +
          '</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>' +
          run('Around.'),
      ),
      ['[p1] Around.', '[p2] In the box.'],
    ],
    [
      'field results, not their codes',
      para('<w:r><w:instrText> PAGE </w:instrText></w:r>' + run('7')),
      ['[p1] 7'],
    ],
  ])('reads %s', async (_, body, wanted) => {
    expect(await read(word(body))).toEqual(wanted)
  })

  test('sets tables out in rows and cells, and their notes after the row', async () => {
    const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`
    const table = `<w:tbl><w:tr>${cell(para('Name'))}${cell(para('Paid'))}</w:tr><w:tr>${cell(para('Vale') + para('Tom'))}${cell(para(run('75') + '<w:r><w:footnoteReference w:id="2"/></w:r>'))}</w:tr></w:tbl>`
    const { content } = await parsed(
      docx,
      word(para('Before.') + table + para('After.'), {
        'word/footnotes.xml': wordPart('footnotes', note('footnote', 2, 'In euros.')),
      }),
      'a.docx',
    )
    expect(content!.text).toBe('Before.\n\nName\tPaid\nVale\nTom\t75\n\nIn euros.\n\nAfter.')
    expect(content!.blocks.map(({ kind }) => kind).slice(1, 5)).toEqual(['cell', 'cell', 'cell', 'cell'])
  })

  test('takes a table that only places text apart into paragraphs', async () => {
    const { content } = await parsed(
      docx,
      word(`<w:tbl><w:tr><w:tc>${para('One.')}</w:tc><w:tc>${para('Two.')}</w:tc></w:tr></w:tbl>`),
      'a.docx',
    )
    expect(content!.text).toBe('One.\n\nTwo.')
  })

  test('puts the words of a deleted row aside', async () => {
    const row = (name: string, properties = ''): string =>
      `<w:tr>${properties}<w:tc>${para(name)}</w:tc><w:tc>${para('1')}</w:tc></w:tr>`
    expect(
      await read(word(`<w:tbl>${row('A')}${row('B', `<w:trPr><w:del ${by}/></w:trPr>`)}${row('C')}</w:tbl>`)),
    ).toEqual([
      '[p1] A',
      '[p2] 1',
      '[p3 deleted Ada Brock 2024-03-01T10:00:00Z] B',
      '[p4 deleted Ada Brock 2024-03-01T10:00:00Z] 1',
      '[p5] C',
      '[p6] 1',
    ])
  })

  test('hangs footnotes, endnotes and comments on their paragraph, and keeps those nobody refers to', async () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const body =
      para(run('He paid.') + reference('footnote', 1) + reference('comment', 5) + reference('endnote', 1)) +
      para('Next.')
    expect(
      await read(
        word(body, {
          'word/footnotes.xml': wordPart(
            'footnotes',
            note('footnote', 1, 'So he says.') + note('footnote', 9, 'Orphan.'),
          ),
          'word/endnotes.xml': wordPart('endnotes', note('endnote', 1, 'Ledger 4.')),
          'word/comments.xml': wordPart('comments', note('comment', 5, 'Really?')),
        }),
      ),
    ).toEqual([
      '[p1] He paid.',
      '[p1 footnote Ada Brock 2024-03-01T10:00:00Z] So he says.',
      '[p1 comment Ada Brock 2024-03-01T10:00:00Z] Really?',
      '[p1 footnote Ada Brock 2024-03-01T10:00:00Z] Ledger 4.',
      '[p2] Next.',
      '[word/footnotes.xml footnote Ada Brock 2024-03-01T10:00:00Z] Orphan.',
    ])
  })

  test('knows titles and headings by their style, and gives headers and footers once', async () => {
    const styles = wordPart(
      'styles',
      '<w:style w:styleId="Titre"><w:name w:val="Title"/></w:style><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style><w:style w:styleId="H2"><w:name w:val="My head"/><w:basedOn w:val="H"/></w:style>',
    )
    const { content } = await parsed(
      docx,
      word(
        para(run('Ferry ledger'), '<w:pStyle w:val="Titre"/>') +
          para(run('Payments'), '<w:pStyle w:val="H2"/>') +
          para('He paid.'),
        {
          'word/styles.xml': styles,
          'word/header1.xml': wordPart('hdr', para('Draft 3')),
          'word/header2.xml': wordPart('hdr', para('Draft 3')),
        },
      ),
      'a.docx',
    )
    expect(content!.metadata.title).toBe('Ferry ledger')
    expect(content!.blocks.map(({ kind, start, end }) => [kind, content!.text.slice(start, end)])).toEqual([
      ['title', 'Ferry ledger'],
      ['heading', 'Payments'],
      ['paragraph', 'He paid.'],
      ['caption', 'Draft 3'],
    ])
  })

  test.each([
    [
      'title and author of the file',
      '<dc:title>The ferry</dc:title><dc:creator>Ada Brock</dc:creator>',
      'The ferry',
      ['Ada Brock'],
    ],
    ['the head where the file is silent', '<dc:title></dc:title>', 'Ledger of the ferry', ['Tom Vale']],
    [
      'the head where the file talks rubbish',
      '<dc:title>Microsoft Word - Document1</dc:title><dc:creator>Administrator</dc:creator>',
      'Ledger of the ferry',
      ['Tom Vale'],
    ],
  ])('takes %s', async (_, core, title, byline) => {
    const { content } = await parsed(
      docx,
      word(
        para('Ledger of the ferry') + para('By Tom Vale') + para('He paid them twice in the spring.'),
        {},
        core,
      ),
      'a.docx',
    )
    expect([content!.metadata.title, content!.metadata.byline]).toEqual([title, byline])
    for (const { value, at, field } of content!.fields!)
      if (at && field === 'title') expect(content!.text.slice(at.start, at.end)).toBe(value)
  })

  test('hands over pictures that can hold words, and embedded files', async () => {
    const { children, content } = await parsed(
      docx,
      word(para('One.'), {
        'word/media/image1.png': Buffer.alloc(6000, 7),
        'word/media/dot.png': Buffer.alloc(60),
        'word/embeddings/sheet.xlsx': Buffer.from('PK'),
      }),
      'a.docx',
    )
    expect(children.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['image1.png', 6000],
      ['sheet.xlsx', 2],
    ])
    expect(content!.problems.map(({ code }) => code)).toEqual(['pictures-small'])
  })

  test('fetches nothing that stands outside, and says so', async () => {
    const outside = [
      ['rId90', 'image', 'file:///etc/passwd', 'External'],
      ['rId91', 'hyperlink', 'https://example.org/', 'External'],
    ]
    const bytes = word(para('One.'), {}, undefined, outside)
    expect((await parsed(docx, bytes, 'a.docx')).children).toEqual([])
    expect(await codes(bytes)).toEqual(['office-outside'])
  })

  test('keeps what comes before the damage', async () => {
    const cut = wordPart('document', `<w:body>${para('One.')}${para('Two.')}`).replace(
      /<\/w:p><\/w:document>$/,
      '',
    )
    const bytes = word('', { 'word/document.xml': cut })
    expect(await read(bytes)).toEqual(['[p1] One.', '[p2] Two.'])
    expect(await codes(bytes)).toEqual(['xml-damaged'])
  })

  test('expands no entity of the file', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wordPart('document', `<w:body>${para('a &x; b')}</w:body>`)}`
    const bytes = word('', { 'word/document.xml': bomb })
    expect(await read(bytes)).toEqual(['[p1] a &x; b'])
    expect(await codes(bytes)).toEqual(['xml-entities', 'xml-damaged'])
  })

  test.each<[string, Buffer, string]>([
    ['no body', zip([{ name: 'word/other.xml' }]), 'part-missing'],
    ['a password', zip([{ name: 'word/document.xml', data: 'x', encrypted: true }]), 'file-encrypted'],
    ['its text cut off', word(para('x')).subarray(0, 300), 'part-missing'],
  ])('says why a file with %s cannot be read', async (_, bytes, code) => {
    await expect(parsed(docx, bytes, 'a.docx')).rejects.toMatchObject({ code })
  })

  test('stops at a bomb', async () => {
    const bytes = zip([{ name: 'word/document.xml', packed: packedZeros(40 * 1024 * 1024) }])
    expect(await codes(bytes)).toContain('xml-damaged')
  })

  test('reads the text of a file cut off after it, and says so', async () => {
    const whole = word(para('He paid.'), { 'word/media/a.png': 'x'.repeat(9000) })
    const cut = whole.subarray(0, whole.lastIndexOf('PK\u0001\u0002', -1, 'latin1') - 200)
    expect(await read(cut)).toEqual(['[p1] He paid.'])
    expect(await codes(cut)).toContain('zip-salvaged')
  })

  test('flipped bytes give words, problems or an error of ours', async () => {
    const whole = word(para('He paid.') + `<w:tbl><w:tr><w:tc>${para('a')}</w:tc></w:tr></w:tbl>`, {
      'word/footnotes.xml': wordPart('footnotes', note('footnote', 1, 'So he says.')),
    })
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(flips, async (flipped) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of flipped) bytes[at] = value
        try {
          const { content } = await parsed(docx, bytes, 'a.docx')
          for (const { start, end } of content!.parts!) expect(content!.text.slice(start, end)).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(WhenceError)
        }
      }),
      { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 25) },
    )
  })
})

describe('docx knows', () => {
  test.each<[string, Buffer, string, boolean]>([
    ['a Word file whatever its name', word(para('x')), 'a.bin', true],
    ['a ZIP called so', zip([{ name: 'a.xml' }]), 'a.docx', true],
    [
      'no ZIP that holds Word files',
      zip([{ name: 'a.docx', data: word(para('x')), stored: true }]),
      'a.zip',
      false,
    ],
    ['no spreadsheet', zip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]), 'a.docx', false],
    ['no text', Buffer.from('words'), 'a.docx', false],
  ])('%s', (_, bytes, file, known) => expect(docx.knows(bytes, file)).toBe(known))
})
