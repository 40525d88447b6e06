import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdown } from './markdown.js'
import { plainInline } from './markdown/inline.js'

const plain = (source: string, ...labels: string[]): string => plainInline(source, new Set(labels))

describe('plainInline', () => {
  test.each([
    ['*a* **b** ***c*** _d_ __e__ ~~f~~', 'a b c d e f'],
    ['**a *b* c**', 'a b c'],
    ['snake_case_name, 2 * 3 * 4, a*', 'snake_case_name, 2 * 3 * 4, a*'],
    ['`*code*` and ``a ` b``', '*code* and a ` b'],
    ['`not closed', '`not closed'],
    ['[text](http://x.example/a_(b) "title") on', 'text on'],
    ['[text][] and [text][ref] and [ref]', '[text][] and text and ref'],
    ['he "had [been] told [sic]"', 'he "had [been] told [sic]"'],
    ['![alt](p.jpg)x', 'x'],
    ['[![alt](p.jpg) words](u)', 'words'],
    ['a note[^1].', 'a note.'],
    ['\\*a\\* \\[b\\](c)', '*a* [b](c)'],
    ['<https://x.example> <b>bold</b> a < b', 'https://x.example bold a < b'],
    ['&amp; &eacute; `&amp;` \\&amp;', '& é &amp; &amp;'],
    ['one\ntwo  \nthree', 'one two\nthree'],
  ])('%j → %j', (source, text) => {
    expect(plain(source, 'ref')).toBe(text)
  })

  test('leaves words without marks as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N},.;:'"()?%-]+(?: [\p{L}\p{N},.;:'"()?%-]+)*$/u), (text) => {
        expect(plain(text)).toBe(text)
      }),
    )
  })
})

describe('markdown', () => {
  const blocks = (source: string): string[] => {
    const { text, blocks: found } = markdown.read(source)
    return found.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
  }
  test.each([
    [
      'underlined headings',
      'Words come first.\n\nPart\n----\nWords.',
      ['paragraph: Words come first.', 'heading: Part', 'paragraph: Words.'],
    ],
    [
      'nested quotes and lists',
      'Words.\n\n> > a\n> b\n\n- c\n  - d\n    e',
      ['paragraph: Words.', 'quote: a b', 'item: c', 'item: d e'],
    ],
    [
      'code',
      'Words.\n\n~~~ js\n*a*\n\n  b\n~~~\n\n    *c*\n',
      ['paragraph: Words.', 'paragraph: *a*\n\n  b', 'paragraph: *c*'],
    ],
    [
      'a year begins no list',
      'It was built in\n1998. Nobody remembers.',
      ['paragraph: It was built in 1998. Nobody remembers.'],
    ],
    [
      'rules and comments give nothing',
      'Words.\n\n***\n\n<!-- note -->\n\nMore.',
      ['paragraph: Words.', 'paragraph: More.'],
    ],
  ])('%s', (_, source, expected) => {
    expect(blocks(source)).toEqual(expected)
  })
})
