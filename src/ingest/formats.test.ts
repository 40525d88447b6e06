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
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello.', 'a.txt', 'vtt'],
    ['1\n00:00:01,000 --> 00:00:02,000\nHello.', 'a.txt', 'srt'],
    ['12/03/2021, 10:15 - Ada: Hello.\n12/03/2021, 10:16 - Tom: Yes.', 'a.txt', 'chat'],
    ['[2021-03-12 10:15:32] ERROR: no disk\n[2021-03-12 10:15:33] INFO: stopped', 'a.log', 'text'],
    ['{"headline": "Fire", "articleBody": "It burned."}', 'a', 'json-article'],
    ['{"name": "whence", "version": "1"}', 'package.json', 'text'],
    ['{"headline": "Fire", "articleBody": "It bur', 'a.json', 'text'],
    [
      'ADA: Where were you?\nTOM: At home all day.\nADA: Who saw you there?\nTOM: No one at all.',
      'a',
      'transcript',
    ],
    ['Flour: two cups.\nSugar: one cup.\nButter: half a cup.\nSalt: a pinch.', 'a.txt', 'text'],
  ])('%j called %s is %s', (source, file, name) => {
    expect(formatOf(source, file).name).toBe(name)
  })
})

/** The same two paragraphs in each kind that has its own way to part them. */
const TWO: Readonly<Record<string, string>> = {
  html: '<p>One man.<p>Two men.',
  srt: '1\n00:00:01,000 --> 00:00:02,000\nOne man.\n\n2\n00:01:01,000 --> 00:01:02,000\nTwo men.',
  vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>One man.\n\n00:02.000 --> 00:03.000\n<v Tom>Two men.',
  chat: '12/03/2021, 10:15 - Ada: One man.\n12/03/2021, 10:16 - Tom: Two men.',
  'chat-json':
    '[{"type":"message","ts":"1.0","user":"U1","text":"One man."},{"type":"message","ts":"2.0","user":"U2","text":"Two men."}]',
  'chat-html':
    '<div class="message"><div class="from_name">Ada</div><div class="text">One man.</div></div><div class="message"><div class="from_name">Tom</div><div class="text">Two men.</div></div>',
  'json-article': '{"title": "", "author": "Ada", "date": "2021", "body": "One man.\\n\\nTwo men."}',
}

describe.each(FORMATS)('every format: $name', (format) => {
  test('has a media type and extensions of its own', () => {
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z.+-]+$/)
    const others = FORMATS.filter((other) => other !== format).flatMap((other) => other.extensions)
    expect(format.extensions.filter((extension) => others.includes(extension))).toEqual([])
  })

  test.each(['', '\n', 'One.', 'One.\n\nTwo.', '<', '# x', '---\n', '<p>a<p>b'])(
    'reads %j into blocks in order',
    (source) => {
      const { text, blocks, parts = [], turns = [] } = format.read(source)
      for (const { start, end } of [...parts, ...turns]) expect(start < end && end <= text.length).toBe(true)
      expect(blocks.map(({ start }) => start)).toEqual(blocks.map(({ start }) => start).sort((a, b) => a - b))
      for (const { start, end } of blocks) expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
    },
  )

  test('keeps two paragraphs apart', () => {
    const { text, blocks } = format.read(TWO[format.name] ?? 'One man.\n\nTwo men.')
    expect(
      blocks.filter(({ kind }) => kind !== 'byline').map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['One man.', 'Two men.'])
  })
})
