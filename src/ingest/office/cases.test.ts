import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsed, shown } from '../../../test/builders/source.js'
import type { Parser } from '../format.js'
import { csv } from './csv.js'
import { docx } from './docx.js'
import { epub } from './epub.js'
import { ods } from './ods.js'
import { odt } from './odt.js'
import { pptx } from './pptx.js'
import { rtf } from './rtf.js'
import { xlsx } from './xlsx.js'

const CASES = join(import.meta.dirname, '../../../cases')
const PARSERS: readonly Parser[] = [docx, odt, rtf, pptx, epub, xlsx, ods]
const names = readdirSync(CASES).filter((name) => /^(?:docx|odt|rtf|pptx|epub|xlsx|ods|csv)-/.test(name))

describe('golden cases of office files', () => {
  test('are there', () => expect(names.length).toBeGreaterThanOrEqual(8))

  test.each(names)('%s', async (name) => {
    const file = readdirSync(join(CASES, name)).find((other) => other.startsWith('source.'))!
    const bytes = readFileSync(join(CASES, name, file))
    const knowing = PARSERS.filter((parser) => parser.knows(bytes.subarray(0, 65_536), 'a file'))
    expect(knowing.map((parser) => parser.name)).toEqual(name.startsWith('csv') ? [] : [name.split('-')[0]])
    const content = name.startsWith('csv')
      ? csv.read(bytes.toString())
      : (await parsed(knowing[0]!, bytes, file)).content!
    const read = {
      metadata: content.metadata,
      fields: content.fields?.map(({ field, from }) => `${field}: ${from}`) ?? [],
      problems: content.problems.map(({ code }) => code),
      blocks: content.blocks.map(({ kind, start, end }) => [kind, content.text.slice(start, end)]),
      parts: shown(content),
    }
    expect(read).toEqual(JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8')))
  })
})
