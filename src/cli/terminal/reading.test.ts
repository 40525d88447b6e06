import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../schema/reading.js'
import { painter } from './paint.js'
import { readingView } from './reading.js'
import { columnsOf } from './width.js'

const sample = JSON.parse(
  readFileSync(new URL('../../../cases/sample/reading.json', import.meta.url), 'utf8'),
) as Reading
const view = (reading: Reading, columns = 80): string => readingView(reading, columns, painter(false))
const blockOf = (words: string): string =>
  view(sample)
    .split('\n\n')
    .find((block) => block.includes(words))!

describe('a reading in the terminal', () => {
  it('shows the chain as a path', () => {
    expect(blockOf('The regional health authority paid')).toBe(
      [
        '“The regional health authority paid 2.4 million euros in May 2021 for',
        ' ventilators”',
        '  ● certain · payment · 2021-05',
        '  The Harrow Bay Courier',
        '  └─ the Norvia News Agency reported',
        '     └─ the deputy health minister, Pavel Orsini said',
        '        └─ a confidential report by the state auditor stated',
      ].join('\n'),
    )
  })

  it.each([
    ['he knew of the purchase', '  ◌ left open · ¬ negated · denial', '  └─ Brandt denied'],
    [
      'is allegedly a cousin',
      '  ○ possible (“allegedly”) · relative',
      '  └─ someone unnamed alleged · possible',
    ],
    ['no new machine', '  ● certain · ¬ negated · delivery', '  └─ Nine of the ten nurses (9 of 10) said'],
    [
      'who headed the authority',
      '  ● certain · position · ../2022',
      '  The Harrow Bay Courier, in its own words',
    ],
  ])('%s', (words, firmness, chain) => {
    expect(blockOf(words).split('\n')).toEqual(expect.arrayContaining([firmness, chain]))
  })

  it.each([24, 40, 80, 300])('keeps within %i columns', (columns) => {
    for (const line of view(sample, columns).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
  })

  it('puts findings and then problems last', () => {
    const problems = [{ code: 'text-empty', message: 'The document holds no text.' }]
    const blocks = view({ ...sample, problems })
      .trimEnd()
      .split('\n\n')
    expect(blocks.at(-2)).toMatch(/^Disputed on whether: Nine of the ten nurses/)
    expect(blocks.at(-1)).toBe('What could not be read\n  ! The document holds no text.')
  })

  it('says the same without colour as with it', () => {
    const coloured = readingView(sample, 80, painter(true))
    expect(coloured).toContain('\x1b[31mdenied\x1b[0m')
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(view(sample))
  })

  it('sends no control characters of a document to the terminal', () => {
    const title = 'A\x1b]0;title\x07 trick'
    expect(view({ ...sample, document: { ...sample.document, title } })).not.toMatch(/[\x1b\x07]/)
  })
})
