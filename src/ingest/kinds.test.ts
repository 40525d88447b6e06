import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsed } from '../../test/builders/source.js'
import type { Place } from '../schema/document.js'
import { decode } from './charset.js'
import type { Content, Parser } from './format.js'
import { formatOf } from './formats.js'
import { jsonArticles } from './json-article/json-articles.js'
import { eml } from './mail/eml.js'
import { mbox } from './mail/mbox.js'

const CASES = join(import.meta.dirname, '../../cases')
const names = readdirSync(CASES).filter((name) => /^(?:srt|vtt|chat|transcript|json|eml|mbox)-/.test(name))
const PARSERS: readonly Parser[] = [mbox, eml, jsonArticles]

const placed = (place: Place): string =>
  place.kind === 'time'
    ? `${place.from}–${place.to ?? ''}`
    : place.kind === 'header'
      ? place.header
      : place.kind === 'field'
        ? place.path
        : place.kind === 'paragraph'
          ? `line ${place.paragraph}`
          : place.kind

/** What a case says of its source: everything with a place is shown by its words. */
async function shown(file: string, bytes: Buffer) {
  const parser = PARSERS.find((one) => one.knows(bytes, file))
  const source = decode(bytes).text.replace(/\r\n?/g, '\n')
  const format = parser ?? formatOf(source, file)
  const { content, children } = parser
    ? await parsed(parser, bytes, file)
    : { content: formatOf(source, file).read(source) as Content | null, children: [] }
  const words = ({ start, end }: { start: number; end: number }): string =>
    content!.text.slice(start, end).slice(0, 60)
  return {
    format: format.name,
    ...content?.metadata,
    headers: content?.headers?.length ?? 0,
    problems: content?.problems.map(({ code }) => code) ?? [],
    blocks: content?.blocks.map((block) => [block.kind, words(block)]) ?? [],
    parts:
      content?.parts?.map((part) => [placed(part.place), ...(part.mark ? [part.mark] : []), words(part)]) ??
      [],
    turns: content?.turns?.map((turn) => [turn.named ? words(turn.named) : null, turn.at, words(turn)]) ?? [],
    children: children.map((child) => child.name),
  }
}

describe('golden cases of mails, chats, subtitles and JSON', () => {
  test('are there', () => expect(names.length).toBeGreaterThan(12))

  test.each(names)('%s', async (name) => {
    const file = readdirSync(join(CASES, name)).find((one) => one.startsWith('source.'))!
    const expected: unknown = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'))
    expect(await shown(file, readFileSync(join(CASES, name, file)))).toEqual(expected)
  })
})
