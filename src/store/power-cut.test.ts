/**
 * A power cut leaves what was synced and any part of what was not. Between two acknowledgements the log of writes is cut at a
 * byte, torn or half overwritten, or pages of the database are half copied: whatever was acknowledged must be there. WHENCE_CUTS says how often.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { claim, derived, idOf, newDocument } from '../../test/builders/readings.js'
import { at, NOW } from '../../test/builders/store.js'
import { openDatabase, openStore, storeOver } from './open.js'
import type { Store } from './store.js'

const CUTS = Number(process.env['WHENCE_CUTS'] ?? 16)
const DOCUMENTS = 40
const CLAIMS = 20
const PAGE = 4096
const WAL_HEADER = 32

const root = mkdtempSync(join(tmpdir(), 'whence-cut-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let seed = 20_240_314
const below = (n: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * n)
}

interface Files {
  readonly db: Buffer
  readonly wal: Buffer
}
const filesOf = (folder: string): Files => ({
  db: readFileSync(join(folder, 'whence.db')),
  wal: readFileSync(join(folder, 'whence.db-wal')),
})

async function put(store: Store, caseId: string, file: string): Promise<void> {
  await store.documents.add(caseId, [newDocument(file)])
  await store.documents.take(caseId, 'w', NOW, at(60))
  const claims = Array.from({ length: CLAIMS }, (_, i) => claim(`${file}:${i}`, `Claim ${i} of ${file}`))
  const text = `The wall of ${file} stood. ${Array.from({ length: 400 }, () => below(1e9).toString(36)).join(' ')}`
  await store.documents.finish(caseId, idOf(file), 'w', derived(file, { text, claims }), [])
}

/** Whether the log begins anew, over what the database has by now. */
const isRestarted = (before: Files, after: Files): boolean =>
  !before.wal.subarray(0, WAL_HEADER).equals(after.wal.subarray(0, WAL_HEADER))

/** How a disk may look when the power went after `before` was acknowledged and before `after` was. */
function cut(before: Files, after: Files): { kind: string; files: Files } {
  const restarted = isRestarted(before, after)
  if (!before.db.equals(after.db) && !restarted) {
    // A checkpoint half done: the log was synced before the first page of it was copied.
    const db = Buffer.from(after.db)
    for (let page = 0; page < before.db.length; page += PAGE)
      if (below(2) === 0) before.db.copy(db, page, page, page + PAGE)
    return { kind: 'half copied', files: { db, wal: after.wal } }
  }
  if (restarted) {
    const wal = Buffer.from(before.wal)
    after.wal.copy(wal, 0, 0, below(Math.min(after.wal.length, wal.length)))
    return { kind: 'half overwritten', files: { db: after.db, wal } }
  }
  const end = before.wal.length + below(after.wal.length - before.wal.length + 1)
  const whole = after.wal.subarray(0, end)
  if (below(2) === 0) return { kind: 'cut', files: { db: after.db, wal: whole } }
  const torn = Buffer.from(Array.from({ length: below(2 * PAGE) }, () => (below(3) === 0 ? below(256) : 0)))
  return { kind: 'torn', files: { db: after.db, wal: Buffer.concat([whole, torn]) } }
}

/** The documents that are done, each whole; all else is whole or not there. */
async function found(files: Files): Promise<ReadonlySet<string>> {
  const folder = mkdtempSync(join(root, 'open-'))
  writeFileSync(join(folder, 'whence.db'), files.db)
  writeFileSync(join(folder, 'whence.db-wal'), files.wal)
  const raw = await openDatabase({ folder })
  try {
    const checked = await raw.read((db) => sql`pragma integrity_check`.execute(db))
    expect(checked.rows).toEqual([{ integrity_check: 'ok' }])
    const store = storeOver(raw)
    const [one] = await store.cases.list()
    if (!one) return new Set()
    const { rows } = await store.documents.list(one.id, {}, { limit: 1000 })
    for (const { id, state, claims } of rows) {
      expect(claims).toBe(state === 'done' ? CLAIMS : 0)
      expect((await store.claims.list(one.id, { document: id })).total).toBe(claims)
      expect(await store.documents.derived(one.id, id)).toEqual(state === 'done' ? expect.anything() : null)
    }
    return new Set(rows.filter(({ state }) => state === 'done').map(({ file }) => file))
  } finally {
    await raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

it(`${CUTS} power cuts lose nothing that was acknowledged`, { timeout: 60_000 + CUTS * 5_000 }, async () => {
  const folder = join(root, 'live')
  const store = await openStore({ folder })
  const { id } = await store.cases.open('Harbour')
  const kinds: Record<string, number> = {}
  const acknowledged: string[] = []
  let before = filesOf(folder)
  let cuts = 0
  for (let n = 0; n < DOCUMENTS; n++) {
    await put(store, id, `${n}.txt`)
    const after = filesOf(folder)
    const changed = !before.db.equals(after.db) || isRestarted(before, after)
    // Checkpoints are rare: each is cut. Of plain writes as many as are asked for, spread over all.
    while (changed ? (kinds[`at ${n}`] ?? 0) < 2 : cuts * DOCUMENTS < n * CUTS) {
      const { kind, files } = cut(before, after)
      const there = await found(files)
      expect(acknowledged.filter((file) => !there.has(file))).toEqual([])
      kinds[kind] = (kinds[kind] ?? 0) + 1
      if (changed) kinds[`at ${n}`] = (kinds[`at ${n}`] ?? 0) + 1
      cuts++
    }
    acknowledged.push(`${n}.txt`)
    before = after
  }
  // What was synced and is gone is missed: the check can fail.
  const robbed = await found({ db: before.db, wal: before.wal.subarray(0, WAL_HEADER) })
  expect(acknowledged.some((file) => !robbed.has(file))).toBe(true)
  await store.close()
  const told = Object.fromEntries(Object.entries(kinds).filter(([kind]) => !kind.startsWith('at ')))
  console.log(JSON.stringify({ proof: 'power cuts', cuts, ...told, acknowledged: acknowledged.length, lost: 0 })) // prettier-ignore
  expect(Object.keys(told).sort()).toEqual(expect.arrayContaining(['cut', 'torn']))
})
