/** What breaks from outside: killed processes, several at once, a full disk, a damaged file, a newer version. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { onBoth } from '../../test/databases.js'
import { claim, derived, idOf, newDocument } from '../../test/builders/readings.js'
import { at, freshStore, NOW } from '../../test/builders/store.js'
import { createDatabase } from './database/database.js'
import { openSqlite } from './database/sqlite.js'
import { migrate } from './migrate.js'
import { MIGRATIONS } from './migrations/migrations.js'
import { openDatabase, openStore, type Location } from './open.js'
import type { Store } from './store.js'

const WRITER = fileURLToPath(new URL('../../test/store-writer.ts', import.meta.url))
const KILLS = Number(process.env['WHENCE_KILLS'] ?? 2)

function writer(
  location: Location,
  prefix: string,
  count: number,
): { child: ChildProcess; done: Promise<string[]> } {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', WRITER, JSON.stringify(location), 'Harbour', prefix, String(count)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  const done = new Promise<string[]>((resolve) =>
    child.on('close', () => resolve(output.split('\n').slice(0, -1))),
  )
  return { child, done }
}

/** Every finished document is whole, and nothing is there of one that is not. */
async function checkWhole(store: Store, caseId: string, acknowledged: readonly string[]): Promise<void> {
  for (const file of acknowledged) {
    expect(await store.documents.get(caseId, idOf(file))).toMatchObject({ file, state: 'done', claims: 20 })
    expect((await store.documents.derived(caseId, idOf(file)))?.reading.claims).toHaveLength(20)
    expect((await store.claims.list(caseId, { document: idOf(file) })).total).toBe(20)
    expect((await store.search.find(caseId, { words: 'wall', document: idOf(file) })).total).toBeGreaterThan(
      0,
    )
  }
  const { rows } = await store.documents.list(caseId, {}, { limit: 1000 })
  for (const row of rows) {
    const children = row.state === 'done' && row.parent === null ? 1 : 0
    expect(rows.filter((other) => other.parent === row.id)).toHaveLength(children)
    const whole = row.state === 'done' ? 20 : 0
    expect((await store.claims.list(caseId, { document: row.id })).total).toBe(whole)
  }
}

onBoth('a store under faults', (database) => {
  const test = freshStore(database)

  it(
    `loses nothing acknowledged and keeps nothing half when its writers are killed (${KILLS} times)`,
    async () => {
      const acknowledged: string[] = []
      for (let kill = 0; kill < KILLS; kill++) {
        const { child, done } = writer(test.location, `w${kill}`, 100_000)
        await new Promise((resolve) => child.stdout!.once('data', resolve))
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
        child.kill('SIGKILL')
        acknowledged.push(...(await done))
      }
      expect(acknowledged.length).toBeGreaterThan(0)
      // What the killed were reading is given back before it is checked
      for (let kill = 0; kill < KILLS; kill++) await test.store.documents.release(`w${kill}`)
      await checkWhole(test.store, test.caseId, acknowledged.slice(-40))
      if (database.name === 'sqlite') {
        const raw = await openDatabase(test.location)
        const found = await raw.read((db) => sql`pragma integrity_check`.execute(db))
        expect(found.rows).toEqual([{ integrity_check: 'ok' }])
        await raw.close()
      }
    },
    KILLS * 30_000 + 60_000,
  )

  it('lets two processes write and a third read at once', { timeout: 120_000 }, async () => {
    const writers = [writer(test.location, 'left', 15), writer(test.location, 'right', 15)]
    let reading = true
    const looking = (async () => {
      while (reading) {
        await test.store.claims.list(test.caseId)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })()
    const files = (await Promise.all(writers.map((w) => w.done))).flat()
    reading = false
    await looking
    expect(files).toHaveLength(30)
    expect(new Set(files).size).toBe(30)
    await checkWhole(test.store, test.caseId, files)
  })

  it('is made once, though several start at the same time', async () => {
    const made = await database.make()
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(made.location)))
    await Promise.all(stores.map((store) => store.cases.open('Quay')))
    expect(await stores[0]!.cases.list()).toHaveLength(1)
    for (const store of stores) await store.close()
    await made.drop()
  })

  it('comes up to date with all that was in it, or stays as it was', async () => {
    await test.put('a.txt', { claims: [claim('c', 'x')] })
    const next = { version: 99, statements: ['alter table cases add column note text'] }
    const broken = { version: 100, statements: ['create table more (id text)', 'nonsense'] }
    const raw = await openDatabase(test.location)
    await expect(migrate(raw, [...MIGRATIONS, next, broken])).rejects.toThrow()
    await migrate(raw, MIGRATIONS)
    await Promise.all([migrate(raw, [...MIGRATIONS, next]), migrate(raw, [...MIGRATIONS, next])])
    await raw.read((db) => sql`select note from cases`.execute(db))
    await raw.close()
    expect((await test.store.claims.list(test.caseId)).total).toBe(1)
    await expect(openStore(test.location)).rejects.toMatchObject({ code: 'store-newer' })
  })

  it('does not wait for itself when asked inside a transaction, nor mix two that run side by side', async () => {
    const raw = await openDatabase(test.location)
    const made = await Promise.all(
      [1, 2, 3].map((n) =>
        raw.write(async (db) => {
          await db.updateTable('cases').set({ changes: n }).execute()
          await new Promise((resolve) => setTimeout(resolve, 5))
          return raw.read((inside) => inside.selectFrom('cases').select('changes').executeTakeFirst())
        }),
      ),
    )
    expect(made.map((row) => row?.changes)).toEqual([1, 2, 3])
    await raw.close()
  })
})

describe('a store on SQLite', () => {
  const folders: string[] = []
  const fresh = () => {
    const folder = mkdtempSync(join(tmpdir(), 'whence-fault-'))
    folders.push(folder)
    return folder
  }
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  it('is for its owner alone', async () => {
    const folder = join(fresh(), 'home')
    const store = await openStore({ folder })
    await store.cases.open('Quay')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const files = readdirSync(folder)
    expect(files).toContain('whence.db-wal')
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    await store.close()
  })

  it('says that its file is damaged', async () => {
    const folder = fresh()
    writeFileSync(join(folder, 'whence.db'), 'This is no database at all. '.repeat(200))
    await expect(openStore({ folder })).rejects.toMatchObject({ code: 'store-damaged' })
  })

  it('says so too where only a part is damaged', async () => {
    const folder = fresh()
    const store = await openStore({ folder })
    const { id } = await store.cases.open('Quay')
    await store.documents.add(
      id,
      Array.from({ length: 300 }, (_, i) => newDocument(`${i}.txt`)),
    )
    await store.close()
    const path = join(folder, 'whence.db')
    const file = openSync(path, 'r+')
    for (let page = 3; page * 4096 < statSync(path).size; page++)
      writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096)
    const read = async () => {
      const again = await openStore({ folder })
      try {
        await again.documents.list(id)
      } finally {
        await again.close()
      }
    }
    await expect(read()).rejects.toMatchObject({ code: 'store-damaged' })
  })

  it(
    'says that a full disk took nothing, goes on reading, and goes on writing once there is room',
    { timeout: 60_000 },
    async ({ skip }) => {
      const folder = fresh()
      const mount = (size: string, more = '') =>
        spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}${more}`, 'tmpfs', folder]).status === 0
      if (process.getuid?.() !== 0 || !mount('3m')) return skip('only root may make a small disk')
      try {
        const store = await openStore({ folder })
        const { id } = await store.cases.open('Quay')
        const done: string[] = []
        const put = async (file: string) => {
          await store.documents.add(id, [newDocument(file)])
          const taken = await store.documents.take(id, 'w', NOW, at(60))
          const text = Array.from({ length: 900 }, () => Math.random().toString(36)).join(' ')
          const claims = Array.from({ length: 20 }, (_, i) => claim(`${taken!.file}${i}`, `claim ${i}`))
          await store.documents.finish(id, taken!.id, 'w', derived(taken!.file, { text, claims }), [])
          done.push(taken!.file)
        }
        const fill = async () => {
          for (let i = 0; i < 500; i++) await put(`${i}.txt`)
        }
        await expect(fill()).rejects.toMatchObject({ code: 'disk-full' })
        expect(done.length).toBeGreaterThan(3)
        expect((await store.claims.list(id)).total).toBe(done.length * 20)
        await expect(put('once more')).rejects.toMatchObject({ code: 'disk-full' })
        expect(spawnSync('mount', ['-o', 'remount,size=30m', folder]).status).toBe(0)
        await store.documents.release('w')
        await put('after')
        expect((await store.claims.list(id)).total).toBe(done.length * 20)
        for (const file of done)
          expect(await store.documents.get(id, idOf(file))).toMatchObject({ state: 'done', claims: 20 })
        await store.close()
      } finally {
        // The driver lets go of its files only when its statements are collected
        spawnSync('umount', ['-l', folder])
      }
    },
  )

  it('waits for a writer of another process without holding up its own', async () => {
    const folder = fresh()
    const store = await openStore({ folder })
    const other = openSqlite(folder)
    const { id } = await store.cases.open('Quay')
    let ticks = 0
    const timer = setInterval(() => ticks++, 10)
    const blocking = createDatabase(other).write(() => new Promise((resolve) => setTimeout(resolve, 1000)))
    await store.documents.add(id, [newDocument('a.txt')])
    await blocking
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(3)
    expect((await store.documents.list(id)).total).toBe(1)
    await store.close()
    await other.close()
  })
})
