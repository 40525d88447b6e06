/** The corpus is data that people train on: a mark that does not parse or breaks a rule fails the build, with file and line. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realTexts } from '../bench/real-texts.js'
import { CORPUS, readBatches, readSplits } from './corpus/folder.js'
import { readBatch, type Batch, type CorpusProblem } from './corpus/parse.js'
import { readReal, realProblems } from './corpus/real.js'
import { idProblems, passageProblems, secondProblems } from './corpus/rules.js'
import { readmeWithSize, statsPage } from './corpus/stats.js'

const ROOT = resolve(CORPUS, '..')
const DATA = process.env['WHENCE_DATA'] ?? resolve(ROOT, '../shared/data')
const canRender = existsSync(join(DATA, 'meantime')) && spawnSync('python3', ['--version']).status === 0

const first = readBatches('batches')
const second = readBatches('second')
const real = readReal('real')
const secondReal = readReal('second/real')

const lines = (problems: readonly CorpusProblem[]): string[] =>
  problems.map((p) => `${p.file}:${p.line} ${p.message}`)
const allProblems = (batch: Batch): CorpusProblem[] => [
  ...batch.problems,
  ...batch.passages.flatMap(passageProblems),
]

describe('the invented passages', () => {
  it('are there', () => {
    expect(first.flatMap((b) => b.passages).length).toBeGreaterThan(1000)
    expect(second.flatMap((b) => b.passages).length).toBeGreaterThan(50)
  })

  it.each([...first, ...second].map((batch) => [batch.file, batch] as const))(
    '%s keeps the rules',
    (_, batch) => {
      expect(lines(allProblems(batch))).toEqual([])
    },
  )

  it('have ids of their own', () => {
    expect(lines([...idProblems(first), ...idProblems(second)])).toEqual([])
  })

  it('are the same text in the second marking', () => {
    expect(lines(secondProblems(first, second))).toEqual([])
  })

  it('are split by batches that exist, none of them twice', () => {
    const { dev, test } = readSplits()
    const heldOut = [...dev, ...test]
    expect(heldOut.filter((name) => !first.some((b) => b.file.endsWith(`/${name}.txt`)))).toEqual([])
    expect(new Set(heldOut).size).toBe(heldOut.length)
    expect(dev.length * test.length).toBeGreaterThan(0)
  })
})

describe('the marks on real texts', () => {
  it('keep the rules', () => {
    expect(real.length).toBeGreaterThan(60)
    expect(lines([...real, ...secondReal].flatMap((marks) => realProblems(marks)))).toEqual([])
  })

  it('are of the same text in the second marking', () => {
    const hashes = new Map(real.map((m) => [m.id, m.sha256]))
    expect(secondReal.filter((m) => hashes.get(m.id) !== m.sha256).map((m) => m.id)).toEqual([])
  })

  it.skipIf(!canRender)('point into the texts they were made on', () => {
    const texts = (['train', 'test'] as const).flatMap((split) => realTexts(ROOT, DATA, split) ?? [])
    expect(texts.map((t) => t.id).sort()).toEqual(real.map((m) => m.id).sort())
    const length = new Map(texts.map((t) => [t.id, t.text.length]))
    expect(lines(real.flatMap((marks) => realProblems(marks, length.get(marks.id))))).toEqual([])
  })
})

describe('what is said about the corpus', () => {
  const readme = readFileSync(join(CORPUS, 'README.md'), 'utf8')

  it('has an example that keeps the rules', () => {
    const example = /(?:^ {4}.*\n)+/m.exec(readme)![0].replace(/^ {4}/gm, '')
    const batch = readBatch('corpus/README.md', example)
    expect(batch.passages[0]?.claims.length).toBeGreaterThan(0)
    expect(lines(allProblems(batch))).toEqual([])
  })

  it('has the figures that the corpus has now (else run: npx tsx test/corpus/stats.ts)', () => {
    expect(readFileSync(join(CORPUS, 'STATS.md'), 'utf8')).toBe(statsPage(first))
    expect(readmeWithSize(readme, first)).toBe(readme)
  })
})
