import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Case } from '../schema/case.js'
import type { Connection, Database, Dialect } from './database/database.js'
import { indexable } from './fold.js'
import { prepareSearch } from './search/index-words.js'
import type { CaseStore } from './store.js'
import type { Tables } from './tables.js'

/** A case's id follows from its name, so that making it twice makes one. */
const idOf = (name: string): string => createHash('sha256').update(`case\0${name}`).digest('hex').slice(0, 16)

export function caseStore(database: Database): CaseStore {
  const find = (name: string): Promise<Case | null> =>
    database.read(async (db) => {
      const all = db.selectFrom('cases').selectAll()
      const row =
        (await all.where('name', '=', indexable(name)).executeTakeFirst()) ??
        (await all.where('id', '=', name).executeTakeFirst())
      return row ? toCase(row) : null
    })
  return {
    find,
    async open(name) {
      const known = await find(name)
      if (known) return known
      const made: Case = { id: idOf(name), name: indexable(name), created: new Date().toISOString() }
      await database.write((db) => makeCase(db, database.dialect, made))
      return (await find(made.id)) ?? made
    },
    list: () =>
      database.read(async (db) =>
        (await db.selectFrom('cases').selectAll().orderBy('name').execute()).map(toCase),
      ),
    pause: (caseId, paused) =>
      database.write(async (db) => {
        const cases = db.updateTable('cases').where('id', '=', caseId)
        await cases.set({ paused: paused ? 1 : 0 }).execute()
        await changed(db, caseId)
      }),
  }
}

const toCase = ({ id, name, created, paused }: Tables['cases']): Case => ({
  id,
  name,
  created,
  paused: paused === 1,
})

export async function makeCase(db: Connection, dialect: Dialect, made: Case): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('cases')
    .values({ id: made.id, name: made.name, created: made.created, paused: made.paused ? 1 : 0, changes: 0 })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) await prepareSearch(db, dialect, made.id)
}

/**
 * Counts a change of the case, so that other processes notice it. Holds the case until the transaction ends (other writers
 * of this case wait here), so it is the last step of one, or the first where numbers are given out.
 */
export async function changed(db: Connection, caseId: string): Promise<void> {
  await db
    .updateTable('cases')
    .set({ changes: sql`changes + 1` })
    .where('id', '=', caseId)
    .execute()
}
