import { describe, expect, test } from 'vitest'
import { readXml } from './read-xml.js'
import { all, textIn, xmlTree } from './xml-tree.js'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
async function* chunks(xml: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = async (
  xml: string | Uint8Array,
  size?: number,
): Promise<{ events: string; codes: string[] }> => {
  const events: string[] = []
  const problems = await readXml(chunks(xml, size), 'a.xml', {
    open: (name, attribute) => events.push(`<${name}${attribute('w:val') ? `=${attribute('w:val')}` : ''}>`),
    close: (name) => events.push(`</${name}>`),
    text: (text) => events.push(text),
  })
  return { events: events.join(''), codes: problems.map(({ code }) => code) }
}

describe('readXml', () => {
  test.each([
    ['the usual prefix', `<w:p xmlns:w="${W}" w:val="1">a</w:p>`, '<w:p=1>a</w:p>'],
    ['another prefix', `<q:p xmlns:q="${W}" q:val="1">a</q:p>`, '<w:p=1>a</w:p>'],
    ['no prefix', `<p xmlns="${W}"><t>a</t></p>`, '<w:p><w:t>a</w:t></w:p>'],
    ['a prefix that means something else', '<w:p xmlns:w="urn:other">a</w:p>', '<w:p>a</w:p>'],
    ['declarations that end', `<a><b xmlns="${W}"/><b/></a>`, '<a><w:b></w:b><b></b></a>'],
    ['entities of XML', '<a>&lt;&#233;&#x1F600;</a>', '<a><é😀</a>'],
    ['marked sections', '<a><![CDATA[<b>]]></a>', '<a><b></a>'],
  ])('reads %s', async (_, xml, events) => {
    expect(await read(xml)).toEqual({ events, codes: [] })
  })

  test.each([
    ['utf-16le', Buffer.from('\ufeff<a>é</a>', 'utf16le')],
    ['latin1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1')],
    ['utf-8', Buffer.from('\ufeff<a>é</a>')],
  ])('decodes %s', async (_, bytes) => {
    expect((await read(bytes, 64)).events).toBe('<a>é</a>')
  })

  test('expands nothing that a document type defines, and says so', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs.join('')}]><a>&l9;</a>`
    expect(await read(bomb)).toEqual({ events: '<a>&l9;</a>', codes: ['xml-entities', 'xml-damaged'] })
    const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    expect((await read(outside)).events).toBe('<a>&x;</a>')
  })

  test.each([
    ['cut short', '<a><b>one</b><b>tw', 'xml-damaged', 'one'],
    ['closed in the wrong order', '<a><b>one</a></b>', 'xml-damaged', 'one'],
    ['nested too deep', '<a>one' + '<b>'.repeat(100_000), 'xml-deep', 'one'],
    ['no XML', 'PK\u0001\u0002 <<<< one'.repeat(1000), 'xml-damaged', 'one'],
  ])('keeps what comes before where the file is %s', async (_, xml, code, kept) => {
    const { events, codes } = await read(xml, 4096)
    expect(codes).toContain(code)
    expect(events).toContain(kept)
  })

  test('closes what damage leaves open', async () => {
    expect((await read('<a><b>one')).events).toBe('<a><b>one</b></a>')
  })

  test('is linear in nested declarations and attributes', async () => {
    const deep = `<a xmlns:b="urn:b">`.repeat(400)
    const wide = `<c ${Array.from({ length: 20_000 }, (_, i) => `x${i}="${i}"`).join(' ')}/>`
    const began = performance.now()
    await read(deep + wide, 65_536)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

test('xmlTree finds elements and their text', async () => {
  const { root } = await xmlTree(chunks('<a><b k="1">x<c>y</c></b><b>z</b></a>'), 'a.xml', ['k'])
  expect(all(root, 'b').map((node) => [textIn(node), node.attributes.get('k')])).toEqual([
    ['xy', '1'],
    ['z', undefined],
  ])
})
