import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Document } from '../schema/document.js'
import { ingest } from './ingest.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const codes = (document: Document): string[] => document.problems.map(({ code }) => code)
const read = (content: string | Uint8Array, file = 'a.txt'): Document =>
  ingest(typeof content === 'string' ? utf8(content) : content, file)

const PROSE = 'The ministry said on Tuesday that the bridge had been closed for repairs, and so on. '

/** Blocks in order, apart, inside the text and none of them blank; a text that any encoding can carry; places inside it. */
function expectSound({ info, blocks, problems }: Document): void {
  const wrong = blocks.filter(
    ({ start, end }, i) =>
      start < (blocks[i - 1]?.end ?? 0) || end <= start || info.text.slice(start, end).trim() === '',
  )
  expect(wrong).toEqual([])
  expect(blocks.at(-1)?.end ?? 0).toBeLessThanOrEqual(info.text.length)
  expect(/\r|\0/.test(info.text)).toBe(false)
  expect(Buffer.from(info.text, 'utf8').toString('utf8') === info.text).toBe(true)
  expect(problems.filter(({ at }) => at && at.end > info.text.length)).toEqual([])
}

/** Seconds this process worked: a busy machine does not make it more. */
function worked(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

describe('ingest', () => {
  test('addresses a document by the hash of its bytes', () => {
    const bytes = utf8('Bridge closed.\r\n')
    expect(ingest(bytes, 'x').info.id).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('keeps a plain text as it is but for its line ends', () => {
    expect(read('One\ttwo  three.\r\n\r\nFour\u00a0five.\rSix.\n').info.text).toBe(
      'One\ttwo  three.\n\nFour\u00a0five.\nSix.\n',
    )
  })

  test.each([
    ['nothing', '', 'text-empty'],
    ['white space', ' \n\t\n', 'text-empty'],
    ['an empty page', '<html><body><script>1</script></body></html>', 'text-empty'],
    ['zero bytes', 'a\0b\0c', 'text-binary'],
    ['noise', Uint8Array.from({ length: 999 }, (_, i) => (i * 73 + (i >> 3) * 41) % 256), 'text-binary'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'format-unknown'],
    ['a ZIP or a word processor’s file', 'PK\u0003\u0004rest', 'format-unknown'],
    ['a rich text', '{\\rtf1 Hello}', 'format-unknown'],
  ])('says what is wrong with %s', (_, content, code) => {
    const document = read(content)
    expect(codes(document)).toEqual([code])
    expect(document.blocks).toEqual([])
  })

  test('reads half of a pair as � and says where', () => {
    const document = read(Buffer.from('\ufeffThe mayor \ud800quit on Tuesday.', 'utf16le'))
    expect(document.info.text).toBe('The mayor \ufffdquit on Tuesday.')
    expect(document.problems).toMatchObject([{ code: 'surrogate-unpaired', at: { start: 10, end: 11 } }])
  })

  test('keeps controls of direction and says where they stand', () => {
    const document = read('Paid to \u202edlareg\u202c.')
    expect(document.info.text).toContain('\u202e')
    expect(document.problems.map(({ at }) => at)).toEqual([
      { start: 8, end: 9 },
      { start: 15, end: 16 },
    ])
  })

  test('keeps a text with a stray zero byte', () => {
    const document = read(`${PROSE.repeat(30)}\0 end`)
    expect(document.info.text).toMatch(/\ufffd end$/)
    expect(codes(document)).toEqual(['encoding-damaged'])
  })

  test('is sound on any bytes under any name', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a'),
        (bytes, file) => expectSound(ingest(bytes, file)),
      ),
      { numRuns: 300 },
    )
  })

  const marks = ['<p>', '</p>', '<div class="a">', '</div>', '<table><tr><td>', '<li>', '<a href=x>', '&amp;', '<!--', '-->', '"', '# ', '> ', '- ', '*', '_', '`', '```\n', '[', '](x)', '|', '\n', '\n\n', '\r\n', '    ', 'By ', 'Ada Brock', 'LONDON (CW) — ', 'March 3, 2021', '\ud800', '\u202e', PROSE] // prettier-ignore
  test('is sound on any mixture of marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...marks), { maxLength: 40 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html'),
        fc.boolean(),
        (parts, file, page) =>
          expectSound(ingest(Buffer.from(`${page ? '<html><body>' : ''}${parts.join('')}`, 'utf16le'), file)),
      ),
      { numRuns: 300 },
    )
  })

  test('gives plain text back whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        fc.pre(!/[<\0-\u001f\u007f-\u009f\ufeff]/.test(text))
        expect(read(text).info.text).toBe(text)
      }),
    )
  })

  // The limit is ten times what it takes: it catches what is not linear.
  test.each([
    [
      '10,000 nested elements',
      `<html><body class=a>${'<div class=x>'.repeat(10_000)}${PROSE}${'</div>'.repeat(10_000)}`,
      'a.html',
    ],
    ['100,000 nested lists', `<html><body class=a>${'<ul id=a><li>'.repeat(100_000)}${PROSE}`, 'a.html'],
    [
      '50,000 nested tables',
      `<html><body class=a>${'<table><tr><td class=x>'.repeat(50_000)}${PROSE}`,
      'a.html',
    ],
    ['100,000 nested headlines', `<html><body class=a>${'<h1 class=b>'.repeat(100_000)}${PROSE}`, 'a.html'],
    ['an attribute of 4 MB', `<html><body><p class="${'a '.repeat(2_000_000)}">${PROSE}`, 'a.html'],
    [
      '200,000 attributes',
      `<html><body><p ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>${PROSE}`,
      'a.html',
    ],
    ['100,000 quotes left open', `<html><body>${'<p class=" class=\' '.repeat(100_000)}>${PROSE}`, 'a.html'],
    ['200,000 comments left open', `<html><body><p>${PROSE}${'<!--'.repeat(200_000)}`, 'a.html'],
    ['20,000 siblings', `<html><body>${`<div class=x><div>${PROSE}</div></div>`.repeat(20_000)}`, 'a.html'],
    [
      'JSON-LD nested 500,000 deep',
      `<html><script type="application/ld+json">${'['.repeat(500_000)}</script><p>${PROSE}`,
      'a.html',
    ],
    ['200,000 opening brackets', '['.repeat(200_000) + PROSE, 'a.md'],
    ['200,000 emphasis marks', '*a **b _c '.repeat(20_000) + PROSE, 'a.md'],
    ['100,000 quote marks', '> '.repeat(100_000) + PROSE, 'a.md'],
    [
      '100,000 backticks of growing length',
      Array.from({ length: 400 }, (_, i) => '`'.repeat(i)).join(' ') + PROSE,
      'a.md',
    ],
    ['one line of 200,000 characters', `By ${'Ada '.repeat(50_000)}`, 'a.txt'],
    ['one line of 200,000 marks', 'a@a.'.repeat(50_000), 'a.txt'],
  ])(
    'reads %s without overflow, in linear time',
    (_, content, file) => {
      let document: Document | null = null
      expect(worked(() => (document = read(content, file)))).toBeLessThan(15)
      expectSound(document!)
    },
    60_000,
  )

  test('reads 20 MB of text', () => {
    const document = read(`${PROSE.repeat(4)}\n\n`.repeat(60_000))
    expect(document.blocks).toHaveLength(60_000)
    expect(document.info.text.length).toBeGreaterThan(20_000_000)
  }, 60_000)
})
