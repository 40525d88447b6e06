import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAffairs } from './affairs.js'

const CORPUS = new URL('../../corpus/pairs/', import.meta.url)
const affair = (...relations: string[]): string =>
  [
    '## a bridge',
    '1 | 2019 | court | One.',
    '2 | 2018 | letter | Two.',
    '3 | 2020 | paper | Three.',
    ...relations,
  ].join('\n')
const labels = (...relations: string[]) =>
  parseAffairs(affair(...relations), 'a.txt')[0]!.pairs.map(({ label }) => label)

describe('micro-affairs', () => {
  it('give every pair once, neither where nothing is said of it', () =>
    expect(labels('same 1 3', 'number 1 3 x 2')).toEqual(['number', 'same', 'number']))

  it('let the first relation of a pair count', () =>
    expect(labels('denial 1 x 2', 'whether 1 x 2')[0]).toBe('denial'))

  it.each(['same 1 4', 'colour 1 x 2', '5 | 2019 | court | Out of turn.', 'number 1 2'])(
    'refuse “%s”',
    (line) => expect(() => parseAffairs(affair(line), 'a.txt')).toThrow(/^a\.txt:5: /),
  )

  it.each(readdirSync(CORPUS).filter((name) => name.endsWith('.txt')))('of %s can be read', (file) => {
    const found = parseAffairs(readFileSync(new URL(file, CORPUS), 'utf8'), file)
    expect(found.length).toBeGreaterThan(10)
    expect(found.every(({ sentences }) => sentences.length >= 6)).toBe(true)
  })
})
