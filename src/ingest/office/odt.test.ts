import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { odf, odfText } from '../../../test/builders/office.js'
import { parsed, shown } from '../../../test/builders/source.js'
import { WhenceError } from '../../schema/errors.js'
import { odp, odt } from './odt.js'

const read = async (bytes: Buffer): Promise<string[]> => shown((await parsed(odt, bytes, 'a.odt')).content!)
const info =
  '<office:change-info><dc:creator>Ada Brock</dc:creator><dc:date>2024-03-01T10:00:00</dc:date></office:change-info>'
const region = (id: string, what: string): string =>
  `<text:changed-region xml:id="${id}" text:id="${id}">${what}</text:changed-region>`

describe('odt', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs', '<text:p>One.</text:p><text:p/><text:p>Two.</text:p>', ['[p1] One.', '[p3] Two.']],
    [
      'blanks, tabs and line ends',
      '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d\n   e</text:p>',
      ['[p1] a   b\tc\nd e'],
    ],
    [
      'insertions in the running text, deletions after it',
      `<text:tracked-changes>${region('i', `<text:insertion>${info}</text:insertion>`)}${region('d', `<text:deletion>${info}<text:p>never </text:p></text:deletion>`)}</text:tracked-changes>` +
        '<text:p>It was <text:change text:change-id="d"/><text:change-start text:change-id="i"/>not <text:change-end text:change-id="i"/>paid.</text:p>',
      [
        '[p1] It was ',
        '[p1 inserted Ada Brock 2024-03-01T10:00:00] not ',
        '[p1] paid.',
        '[p1 deleted Ada Brock 2024-03-01T10:00:00] never',
      ],
    ],
    [
      'footnotes and comments after their paragraph',
      '<text:p>He paid<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>So he says.</text:p></text:note-body></text:note> twice<office:annotation><dc:creator>Tom Vale</dc:creator><dc:date>2024-01-02</dc:date><text:p>Really?</text:p></office:annotation>.</text:p>',
      ['[p1] He paid twice.', '[p1 footnote] So he says.', '[p1 comment Tom Vale 2024-01-02] Really?'],
    ],
    [
      'hidden words apart',
      '<text:p>Seen <text:span text:style-name="H">secret</text:span> too</text:p><text:section text:display="none"><text:p>Gone.</text:p></text:section>',
      ['[p1] Seen  too', '[p1 hidden] secret', '[p2 hidden] Gone.'],
    ],
    [
      'a text box after its paragraph',
      '<text:p>Around<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box><svg:desc>A box</svg:desc></draw:frame>.</text:p>',
      ['[p1] Around.', '[p2] In the box.'],
    ],
  ])('reads %s', async (_, body, wanted) => expect(await read(odfText(body))).toEqual(wanted))

  test('sets tables out, knows headings and items', async () => {
    const row = (a: string, b: string): string =>
      `<table:table-row><table:table-cell><text:p>${a}</text:p></table:table-cell><table:table-cell><text:p>${b}</text:p></table:table-cell></table:table-row>`
    const { content } = await parsed(
      odt,
      odfText(
        `<text:p text:style-name="T">Ferry</text:p><text:h>Payments</text:h><table:table>${row('Name', 'Paid')}${row('Vale', '75')}</table:table><text:list><text:list-item><text:p>First.</text:p></text:list-item></text:list>`,
      ),
      'a.odt',
    )
    expect(content!.text).toBe('Ferry\n\nPayments\n\nName\tPaid\nVale\t75\n\nFirst.')
    expect(content!.blocks.map(({ kind }) => kind)).toEqual([
      'title',
      'heading',
      'cell',
      'cell',
      'cell',
      'cell',
      'item',
    ])
  })

  test('gives headers and footers once, title and author from the metadata', async () => {
    const page =
      '<office:master-styles><style:master-page><style:header><text:p>Draft 3</text:p></style:header><style:footer><text:p>Draft 3</text:p></style:footer></style:master-page></office:master-styles>'
    const meta =
      '<dc:title>The ferry</dc:title><meta:initial-creator>Ada Brock</meta:initial-creator><meta:creation-date>2024-03-01T10:00:00</meta:creation-date>'
    const { content } = await parsed(odt, odfText('<text:p>One.</text:p>', { styles: page, meta }), 'a.odt')
    expect(shown(content!)).toEqual(['[p1] One.', '[styles.xml] Draft 3'])
    expect(content!.metadata).toMatchObject({
      title: 'The ferry',
      byline: ['Ada Brock'],
      published: '2024-03-01',
    })
  })

  test('says that a locked file is locked', async () => {
    const bytes = odf('text', {
      'content.xml': 'junk',
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="urn:x"><manifest:encryption-data/></manifest:manifest>',
    })
    await expect(parsed(odt, bytes, 'a.odt')).rejects.toMatchObject({ code: 'file-encrypted' })
  })

  test('reads slides and their notes', async () => {
    const body =
      '<draw:page><draw:frame><draw:text-box><text:p>One.</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>Say more.</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>'
    const { content } = await parsed(odp, odfText(body, { kind: 'presentation' }), 'a.odp')
    expect(shown(content!)).toEqual(['[slide 1] One.', '[slide 1 notes] Say more.'])
  })

  test('flipped bytes give words, problems or an error of ours', async () => {
    const whole = odfText(
      '<text:p>He paid<text:note><text:note-body><text:p>So he says.</text:p></text:note-body></text:note>.</text:p>',
    )
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(flips, async (flipped) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of flipped) bytes[at] = value
        await parsed(odt, bytes, 'a.odt').catch((error: unknown) => expect(error).toBeInstanceOf(WhenceError))
      }),
      { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 25) },
    )
  })
})
