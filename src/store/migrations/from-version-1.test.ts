/** What the first released version kept comes forward with nothing lost. The fixtures were made by its code alone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { databases } from '../../../test/databases.js'
import { openDatabase, openStore, storeOver } from '../open.js'
import { restore } from '../restore.js'
import type { Store } from '../store.js'
import { MIGRATIONS } from './migrations.js'

const FIXTURES = new URL('../../../test/fixtures/', import.meta.url)
const fixture = (name: string): Buffer => gunzipSync(readFileSync(new URL(`${name}.gz`, FIXTURES)))
const { case: caseId, ...EXPECTED } = JSON.parse(
  readFileSync(new URL('store-1.expected.json', FIXTURES), 'utf8'),
) as { readonly case: string; readonly derived: { readonly reading: { readonly document: { id: string } } } }

/** The same questions that the first version answered when the fixtures were made. */
async function seen(store: Store): Promise<unknown> {
  const found = await store.search.find(caseId, { words: 'quay wall' })
  return {
    cases: await store.cases.list(),
    documents: (await store.documents.list(caseId)).rows,
    derived: await store.documents.derived(caseId, EXPECTED.derived.reading.document.id),
    claims:
      (await store.claims.list(caseId, { like: 'a' })).rows.length > 0 &&
      (await store.claims.list(caseId)).rows,
    entities: [await store.entities.get(caseId, 'E')],
    judgements: (await store.judgements.list(caseId)).rows,
    search: found.rows.map((hit) => [hit.file, hit.snippet.text]),
    head: await store.custody.get(caseId),
  }
}

it('a database of version 1 opens as one of today, with all that was in it, and again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'whence-version-1-'))
  try {
    writeFileSync(join(folder, 'whence.db'), fixture('store-1.db'))
    for (let times = 0; times < 2; times++) {
      const store = await openStore({ folder })
      try {
        expect(await seen(store)).toMatchObject(EXPECTED)
      } finally {
        await store.close()
      }
    }
    const raw = await openDatabase({ folder })
    const { rows } = await raw.read((db) => sql`select version from whence_schema`.execute(db))
    const checked = await raw.read((db) => sql`pragma integrity_check`.execute(db))
    await raw.close()
    expect([rows, checked.rows]).toEqual([
      [{ version: MIGRATIONS.at(-1)!.version }],
      [{ integrity_check: 'ok' }],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it.each(databases)('a backup of version 1 is restored on $name with all that is in it', async (database) => {
  const made = await database.make()
  const target = await openDatabase(made.location)
  try {
    const lines = fixture('store-1.backup.jsonl').toString('utf8').split('\n').filter(Boolean)
    expect(await restore(target, lines)).toEqual([caseId])
    expect(await seen(storeOver(target))).toMatchObject(EXPECTED)
  } finally {
    await target.close()
    await made.drop()
  }
})
