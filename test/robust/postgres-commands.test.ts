/** The commands over a case that PostgreSQL holds: brought in, searched, copied, restored into another database, proved. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../databases.js'
import { writeArticles } from './articles.js'
import { run } from './command.js'

const postgres = databases.find(({ name }) => name === 'postgres')
const folder = mkdtempSync(join(tmpdir(), 'whence-postgres-'))
const [papers, copy] = [join(folder, 'papers'), join(folder, 'copy')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!postgres)('the commands over a case on PostgreSQL', { timeout: 280_000 }, () => {
  const made: Awaited<ReturnType<NonNullable<typeof postgres>['make']>>[] = []
  const homes = [join(folder, 'home'), join(folder, 'other')] as const
  beforeAll(async () => {
    for (let i = 0; i < homes.length; i++) made.push(await postgres!.make())
  })
  afterAll(async () => {
    for (const { drop } of made) await drop()
  })
  const told = async (at: 0 | 1, ...args: string[]) => {
    const env = { WHENCE_DATABASE_URL: made[at]!.location.url! }
    const { code, out, err } = await run({ home: homes[at], env }, ...args, '--json')
    const rows = out.split('\n').filter((line) => line.startsWith('{'))
    return { code, err, rows: rows.map((line) => JSON.parse(line) as Record<string, unknown>) }
  }

  it('add, status, search, backup, restore and verify give what they give on SQLite', async () => {
    const expected = writeArticles(papers, 2)
    const added = await told(0, 'add', 'bridge', papers)
    expect(added).toMatchObject({ code: 0, err: '', rows: [{ new: 4, states: { done: expected } }] })
    expect((await told(0, 'status', 'bridge')).rows).toMatchObject([{ states: { done: expected } }])
    const found = await told(0, 'search', 'bridge', 'contractor')
    expect([found.code, found.err]).toEqual([0, ''])
    expect(found.rows.length).toBeGreaterThan(0)
    expect(await told(0, 'backup', copy)).toMatchObject({ code: 0, err: '' })

    expect(await told(1, 'restore', copy)).toMatchObject({ code: 0, err: '' })
    const claims = await Promise.all([told(0, 'claims', 'bridge'), told(1, 'claims', 'bridge')])
    expect(claims.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect(claims[0].rows.length).toBeGreaterThan(0)
    expect(claims[1].rows).toEqual(claims[0].rows)
    expect((await told(1, 'search', 'bridge', 'contractor')).rows).toEqual(found.rows)
    expect(await told(1, 'verify', 'bridge')).toMatchObject({
      code: 0,
      rows: [{ broken: null, originals: expected }],
    })
  })
})
