import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsed, shown } from '../../../test/builders/source.js'
import { IMAGES } from '../image.js'
import { pdf } from '../pdf.js'

const CASES = join(import.meta.dirname, '../../../cases')
const names = readdirSync(CASES).filter((name) => /^(?:pdf|image|scan)-/.test(name))

describe('golden cases of PDF and pictures', () => {
  test('are there', () => expect(names.length).toBeGreaterThanOrEqual(4))

  test.each(names)('%s', async (name) => {
    const file = readdirSync(join(CASES, name)).find((other) => other.startsWith('source.'))!
    const bytes = readFileSync(join(CASES, name, file))
    const knowing = [pdf, ...IMAGES].filter((parser) => parser.knows(bytes.subarray(0, 65_536), 'a file'))
    expect(knowing).toHaveLength(1)
    const content = (await parsed(knowing[0]!, bytes, file)).content!
    const read = {
      metadata: content.metadata,
      fields: content.fields!.map(({ field, from }) => `${field}: ${from}`),
      problems: content.problems.map(({ code }) => code),
      blocks: content.blocks.map(({ kind, start, end }) => [kind, content.text.slice(start, end)]),
      // A part a word would be long: scans are compared by their blocks.
      marked: shown({
        ...content,
        parts: content.parts!.filter(({ mark }) => mark !== undefined && mark !== 'scanned'),
      }),
      scanned: content.parts!.filter(({ mark }) => mark === 'scanned').length,
    }
    if (process.env['WHENCE_SHOW_CASES']) console.log(name, JSON.stringify(read, null, 2))
    expect(read).toEqual(JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8')))
  })
})
