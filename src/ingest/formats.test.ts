import { describe, expect, test } from 'vitest'
import { FORMATS, formatOf } from './formats.js'

describe('formatOf', () => {
  test.each([
    ['<!DOCTYPE html><p>x', 'a.txt', 'html'],
    ['\n<!-- saved --><HTML><body>x', 'a', 'html'],
    ['<?xml version="1.0"?><html xmlns="x">', 'a.txt', 'html'],
    ['<p>One.</p><p>Two.</p>', 'a.txt', 'html'],
    ['Some <b>bold</b> words', 'a.html', 'html'],
    ['If a < b then b > a.', 'a.html', 'text'],
    ['No tag at all.', 'a.htm', 'text'],
    ['# Title', 'a.md', 'markdown'],
    ['<div align="center">\n\n# Title', 'README.md', 'markdown'],
    ['<!-- a comment -->\n# Title', 'a.md', 'markdown'],
    ['# Title', 'a.txt', 'text'],
    ['# Title', 'a', 'text'],
    ['Words.', 'a.HTML', 'text'],
    ['', 'a.html', 'text'],
  ])('%j called %s is %s', (source, file, name) => {
    expect(formatOf(source, file).name).toBe(name)
  })
})

describe.each(FORMATS)('every format: $name', (format) => {
  test('has a media type and extensions of its own', () => {
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z.+-]+$/)
    const others = FORMATS.filter((other) => other !== format).flatMap((other) => other.extensions)
    expect(format.extensions.filter((extension) => others.includes(extension))).toEqual([])
  })

  test.each(['', '\n', 'One.', 'One.\n\nTwo.', '<', '# x', '---\n', '<p>a<p>b'])(
    'reads %j into blocks in order',
    (source) => {
      const { text, blocks } = format.read(source)
      expect(blocks.map(({ start }) => start)).toEqual(blocks.map(({ start }) => start).sort((a, b) => a - b))
      for (const { start, end } of blocks) expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
    },
  )

  test('keeps two paragraphs apart', () => {
    const { text, blocks } = format.read(
      format.name === 'html' ? '<p>One man.<p>Two men.' : 'One man.\n\nTwo men.',
    )
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['One man.', 'Two men.'])
  })
})
