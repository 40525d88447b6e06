/** The commands over a case, as somebody uses them one after the other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeArticles } from './articles.js'
import { documents, lines, run } from './command.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-commands-'))
const [home, papers] = [join(folder, 'home'), join(folder, 'papers')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let expected: number
beforeAll(async () => {
  expected = writeArticles(papers, 3)
  mkdirSync(join(papers, 'more'))
  writeFileSync(
    join(papers, 'more', 'copy.txt'),
    'The bridge of Lowen was closed, the mayor said, and nobody had been told of it before that day in the long winter.',
  )
  writeFileSync(
    join(papers, 'more', 'copy-again.txt'),
    'The bridge of Lowen was closed, the mayor said, and nobody had been told of it before that day in the long winter!',
  )
  writeFileSync(join(papers, 'program'), Buffer.from('\u007fELF\u0002\u0001', 'latin1'))
  expected += 3
}, 120_000)

interface Told {
  readonly [key: string]: unknown
}
const json = (...args: string[]): Promise<Told[]> => lines<Told>(home, ...args)

describe('the commands over a case', { timeout: 120_000 }, () => {
  it('add reads all that can be read and names the rest', async () => {
    const { code, out, err } = await run(home, 'add', 'bridge', papers, '--json')
    expect(code).toBe(1)
    expect(err).toMatch(/program: .*not read/)
    expect(JSON.parse(out)).toMatchObject({
      case: 'bridge',
      new: 6 + 2,
      states: { done: expected - 1, failed: 1 },
    })
  })

  it('add again changes nothing', async () => {
    const before = [await documents(home, 'bridge'), await json('claims', 'bridge')]
    const { code, out } = await run(home, 'add', 'bridge', papers, '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { new: 0, known: 8 }])
    expect([await documents(home, 'bridge'), await json('claims', 'bridge')]).toEqual(before)
  })

  it('search finds words where they stand', async () => {
    const hits = await json('search', 'bridge', 'contractor', '-"Port Ellery"')
    expect(hits.length).toBeGreaterThan(0)
    for (const { snippet } of hits) expect((snippet as { text: string }).text).toMatch(/contractor/)
  })

  it('remove takes a container with all that came out of it, and the log still holds', async () => {
    expect(await json('remove', 'bridge', join(papers, 'leak.zip'))).toEqual([{ removed: 11 }])
    const states = (await documents(home, 'bridge')).filter(({ state }) => state === 'removed')
    expect(states).toHaveLength(11)
    expect((await run(home, 'verify', 'bridge')).code).toBe(0)
  })

  it('pause keeps what waits waiting; cancel gives it up; retry takes it up', async () => {
    await json('pause', 'bridge')
    writeFileSync(join(papers, 'late.txt'), 'The late bridge of Dunmore was closed, said Ines Calloway.')
    const { out } = await run(home, 'add', 'bridge', join(papers, 'late.txt'), '--json')
    expect(JSON.parse(out)).toMatchObject({ new: 1, states: { waiting: 1 } })
    expect(await json('resume', 'bridge')).toEqual([{ case: 'bridge', paused: false }])
    expect(await json('cancel', 'bridge')).toEqual([{ cancelled: 1 }])
    const retried = await run(home, 'retry', 'bridge', join(papers, 'late.txt'), '--json')
    expect(JSON.parse(retried.out)).toEqual({ retried: 1, failed: 0 })
    expect(await json('rebuild', 'bridge')).toEqual([{ rebuilt: 0, failed: 0 }])
  })

  it('backup and restore give the same case in another home', async () => {
    const [copy, other] = [join(folder, 'copy'), join(folder, 'other')]
    await json('backup', copy)
    expect((await run(other, 'restore', copy)).code).toBe(0)
    expect(await lines(other, 'claims', 'bridge')).toEqual(await json('claims', 'bridge'))
    expect((await run(other, 'verify', 'bridge')).code).toBe(0)
    expect((await run(other, 'restore', copy)).code).toBe(1)
  })

  it.each([
    ['a case that is not there', ['claims', 'nowhere'], 2],
    ['a document that is not there', ['remove', 'bridge', 'nothing'], 1],
    ['a file that is not there', ['add', 'bridge', '/nowhere/at/all'], 1],
    ['no case at all', ['add'], 2],
    ['an option that is not there', ['search', 'bridge', 'word', '--colour'], 2],
  ])('%s is told in a sentence', async (_, args, code) => {
    const ended = await run(home, ...args)
    expect(ended.code).toBe(code)
    expect(ended.err).toMatch(/\w+ .*[.;]/)
    expect(ended.err).not.toMatch(/^\s+at /m)
  })
})
