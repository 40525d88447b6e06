import { describe, expect, test } from 'vitest'
import { book } from '../../../test/builders/office.js'
import { parsed, shown } from '../../../test/builders/source.js'
import { epub } from './epub.js'

const read = async (bytes: Buffer): Promise<string[]> => shown((await parsed(epub, bytes, 'a.epub')).content!)

describe('epub', () => {
  test('reads chapters in the order of the spine, then what it leaves out', async () => {
    const bytes = book(
      {
        'z one.xhtml': '<h1>One</h1><p>He&#160;paid.</p><a id="x"/>',
        'left.xhtml': '<p>Left over.</p>',
        'a.xhtml': '<p>She&nbsp;denied it.</p>',
      },
      { unlisted: ['left.xhtml'] },
    )
    expect(await read(bytes)).toEqual([
      '[chapter 1 OPS/z one.xhtml] One',
      '[chapter 1 OPS/z one.xhtml] He paid.',
      '[chapter 2 OPS/a.xhtml] She denied it.',
      '[chapter 3 OPS/left.xhtml hidden] Left over.',
    ])
  })

  test('takes title, author, publisher, day and language', async () => {
    const metadata =
      '<dc:title>The ferry</dc:title><dc:creator>Brock, Ada</dc:creator><dc:publisher>Meridian Press</dc:publisher><dc:date>2019-03-01</dc:date><dc:language>en</dc:language>'
    const { content } = await parsed(epub, book({ 'a.xhtml': '<p>x</p>' }, { metadata }), 'a.epub')
    expect(content).toMatchObject({
      metadata: {
        title: 'The ferry',
        byline: ['Ada Brock'],
        publisher: 'Meridian Press',
        published: '2019-03-01',
      },
      language: 'en',
    })
    expect(content!.fields!.map(({ field, from }) => `${field}: ${from}`)).toContain(
      'byline: OPS/book.opf dc:creator',
    )
  })

  test('says which chapters are protected and which are missing', async () => {
    const parts = {
      'META-INF/encryption.xml':
        '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:CipherReference URI="OPS/a.xhtml"/></encryption>',
    }
    const { content } = await parsed(
      epub,
      book({ 'a.xhtml': 'x', 'b.xhtml': '<p>Free.</p>' }, { parts }),
      'a.epub',
    )
    expect([content!.text, content!.problems.map(({ code }) => code)]).toEqual([
      'Free.',
      ['chapter-protected'],
    ])
  })

  test('an element closed in its own tag swallows nothing', async () => {
    expect(
      await read(book({ 'a.xhtml': '<script src="a"/><p>One.</p><title/><iframe/><p>Two.</p>' })),
    ).toEqual(['[chapter 1 OPS/a.xhtml] One.', '[chapter 1 OPS/a.xhtml] Two.'])
  })
})
