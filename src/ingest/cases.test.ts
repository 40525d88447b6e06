import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ingest } from './ingest.js'

const CASES = join(import.meta.dirname, '../../cases')
const names = readdirSync(CASES).filter((name) => /^(?:html|text|markdown)-/.test(name))

interface Expected {
  readonly blocks: readonly (readonly [string, string])[]
  readonly problems: readonly string[]
}

describe('golden cases of ingest', () => {
  test('are there', () => expect(names.length).toBeGreaterThan(20))

  test.each(names)('%s', (name) => {
    const source = readdirSync(join(CASES, name)).find((file) => file.startsWith('source.'))!
    const {
      blocks: wanted,
      problems,
      ...info
    } = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8')) as Expected
    const document = ingest(readFileSync(join(CASES, name, source)), source)
    const blocks = document.blocks.map(
      ({ kind, start, end }) => [kind, document.info.text.slice(start, end)] as const,
    )
    expect(document.info).toMatchObject(info)
    expect(document.problems.map(({ code }) => code)).toEqual(problems)
    expect(blocks.map(([kind, text], i) => [kind, text.slice(0, wanted[i]?.[1].length ?? 40)])).toEqual(
      wanted,
    )
  })
})
