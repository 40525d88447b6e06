/** Two processes at once, a clock that is set back, and a disk that is full. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openHome } from '../../src/workflow/home.js'
import { addDocuments } from '../../src/workflow/add-documents.js'
import { openReader } from '../../src/workflow/read-document.js'
import { work } from '../../src/workflow/work.js'
import { writeArticles } from './articles.js'
import { documents, run } from './command.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-together-'))
const disk = join(folder, 'disk')
const there = smallDisk(disk, 6)
afterAll(() => {
  if (there) execFileSync('umount', [disk])
  rmSync(folder, { recursive: true, force: true })
})

describe('two imports of the same folder at once', () => {
  it('make one case, every document once', { timeout: 180_000 }, async () => {
    const [home, papers] = [join(folder, 'two'), join(folder, 'papers')]
    const expected = writeArticles(papers, 8)
    const both = await Promise.all([run(home, 'add', 'bridge', papers), run(home, 'add', 'bridge', papers)])
    expect(both.map(({ code, err }) => [code, err])).toEqual([[0, ''], [0, '']]) // prettier-ignore
    const listed = await documents(home, 'bridge')
    expect(listed.map(({ state }) => state)).toEqual(Array.from({ length: expected }, () => 'done'))
  })
})

describe('a clock that is set back', () => {
  it('leaves no document waiting for ever', { timeout: 120_000 }, async () => {
    const papers = join(folder, 'clock')
    const expected = writeArticles(papers, 2)
    const home = await openHome({ folder: join(folder, 'clock-home') })
    const reader = await openReader()
    try {
      const { id } = await home.store.cases.open('bridge')
      const years = (n: number) => () => new Date(Date.now() + n * 365 * 86_400_000).toISOString()
      await addDocuments(home, id, [papers], { by: 'lena', now: years(1) })
      // Somebody takes one a year ahead, and is never seen again.
      await home.store.documents.take(id, 'gone/1/x', years(1)(), years(1.001)())
      const options = {
        by: 'lena',
        caseId: id,
        reader: () => Promise.resolve(reader),
        threads: 1,
        untilDone: true,
      }
      await work(home, { ...options, now: years(0) })
      expect((await home.store.documents.counts(id)).states.done).toBe(expected)
      expect((await home.custody.verify(id)).broken).toBeNull()
    } finally {
      await reader.close()
      await home.close()
    }
  })
})

/** A small disk of its own, where the system lets us have one. */
function smallDisk(at: string, megabytes: number): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  mkdirSync(at, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a disk that is full', () => {
  it.skipIf(!there)(
    'stops with a plain sentence, and goes on once there is room',
    { timeout: 180_000 },
    async () => {
      const papers = join(folder, 'large')
      const expected = writeArticles(papers, 5)
      writeFileSync(
        join(papers, 'zz-large.txt'),
        'A long line about the bridge of Harrow Bay.\n'.repeat(200_000),
      )
      const full = await run(disk, 'add', 'bridge', papers)
      expect(full.code).toBe(1)
      expect(full.err).toMatch(/disk .* is full/)
      expect(full.err).not.toMatch(/at .*\(.*:\d+:\d+\)/)
      rmSync(join(papers, 'zz-large.txt'))
      execFileSync('mount', ['-o', 'remount,size=400m', disk])
      const after = await run(disk, 'add', 'bridge', papers)
      expect([after.code, after.err]).toEqual([0, ''])
      const listed = await documents(disk, 'bridge')
      expect(listed.filter(({ state, file }) => state === 'done' && !file.includes('zz-large'))).toHaveLength(
        expected,
      )
      expect((await run(disk, 'verify', 'bridge')).code).toBe(0)
    },
  )
})
