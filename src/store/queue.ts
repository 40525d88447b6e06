/** The documents' own states are the queue: who takes one holds it for a while, and only who holds it may finish it. */
import { sql } from 'kysely'
import { changed } from './cases.js'
import type { Connection, Database } from './database/database.js'
import { packed, saveDerived } from './derived.js'
import { FREE, toRecord } from './document-record.js'
import { storable } from './fold.js'
import { addDocuments } from './new-documents.js'
import type { DocumentStore } from './store.js'
import type { DocumentTable } from './tables.js'

/** No retry is put off for longer (milliseconds), so a later one was set by a clock that ran ahead. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

export function queue(
  database: Database,
): Pick<DocumentStore, 'take' | 'extend' | 'finish' | 'fail' | 'holders' | 'release'> {
  return {
    async take(caseId, worker, now, until) {
      // Asking costs no lock, and most asking of an idle worker ends here
      if (!(await database.read((db) => nextDue(db, caseId, now)))) return null
      return database.write(async (db) => {
        const next = await nextDue(db, caseId, now, database.dialect === 'postgres')
        if (!next) return null
        const taken = await db
          .updateTable('documents')
          .set({
            state: 'reading',
            worker,
            attempts: sql`attempts + 1`,
            ...lease(until, Date.parse(until) - Date.parse(now)),
          })
          .where('case_id', '=', next.case_id)
          .where('number', '=', next.number)
          .returningAll()
          .executeTakeFirstOrThrow()
        return toRecord(taken)
      })
    },

    extend: (caseId, id, worker, until) =>
      database.write(async (db) => {
        const held = await heldBy(database, db, caseId, id, worker)
        if (!held) return false
        const length = (Date.parse(held.lease_until!) - Date.parse(held.lease_from!)) / 2
        await set(db, held, lease(until, length))
        return true
      }),

    async finish(caseId, id, worker, derived, children) {
      const content = await packed(derived)
      return database.write(async (db) => {
        const held = await heldBy(database, db, caseId, id, worker)
        if (!held) return false
        const fields = await saveDerived(db, database.dialect, held, derived, content)
        await set(db, held, { ...fields, ...FREE, state: 'done', reason: null, next_try: null })
        if (children.length > 0) await addDocuments(db, caseId, children)
        await changed(db, caseId)
        return true
      })
    },

    fail: (caseId, id, worker, reason, nextTry) =>
      database.write(async (db) => {
        const held = await heldBy(database, db, caseId, id, worker)
        if (!held) return false
        const state = nextTry === null ? 'failed' : 'waiting'
        await set(db, held, { ...FREE, state, reason: storable(JSON.stringify(reason)), next_try: nextTry })
        await changed(db, caseId)
        return true
      }),

    holders: () =>
      database.read(async (db) => {
        const held = db.selectFrom('documents').select('worker').distinct().where('state', '=', 'reading')
        return (await held.where('worker', 'is not', null).orderBy('worker').execute()).map((d) => d.worker!)
      }),

    release: (worker) =>
      database.write(async (db) => {
        const released = await db
          .updateTable('documents')
          .set({ ...FREE, state: 'waiting' })
          .where('state', '=', 'reading')
          .where('worker', '=', worker)
          .returning('case_id')
          .execute()
        for (const caseId of [...new Set(released.map((d) => d.case_id))].sort()) await changed(db, caseId)
        return released.length
      }),
  }
}

/**
 * A lease of `length` milliseconds. It is believed from its own length before it was given (clocks of machines differ) to
 * its end: one that seems to begin later was given by a clock that has been set back since, and nobody may hold it.
 */
const lease = (until: string, length: number) => ({
  lease_from: time(Date.parse(until) - 2 * length),
  lease_until: until,
})

/** The first document in line; on PostgreSQL (`lock`) one that nobody else is just taking. */
async function nextDue(
  db: Connection,
  caseId: string | null,
  now: string,
  lock = false,
): Promise<{ case_id: string; number: number } | null> {
  const ofCase = caseId === null ? sql`` : sql`case_id = ${caseId} and`
  const order = caseId === null ? sql`number, case_id` : sql`number`
  const found = await sql<{ case_id: string; number: number }>`
    select case_id, number from documents where ${ofCase} state in ('waiting', 'reading')
    and case_id not in (select id from cases where paused = 1) and (
      (state = 'waiting' and (next_try is null or next_try <= ${now} or next_try > ${time(Date.parse(now) + LONGEST_WAIT)}))
      or (state = 'reading' and (lease_until <= ${now} or lease_from > ${now}))
    ) order by ${order} limit 1 ${lock ? sql`for update of documents skip locked` : sql``}`.execute(db)
  return found.rows[0] ?? null
}

/** The document's row, locked, where `worker` still holds it. */
async function heldBy(
  { dialect }: Database,
  db: Connection,
  caseId: string,
  id: string,
  worker: string,
): Promise<DocumentTable | null> {
  const row = db
    .selectFrom('documents')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .where('worker', '=', worker)
  return (await (dialect === 'postgres' ? row.forUpdate() : row).executeTakeFirst()) ?? null
}

async function set(db: Connection, held: DocumentTable, values: Partial<DocumentTable>): Promise<void> {
  await db
    .updateTable('documents')
    .set(values)
    .where('case_id', '=', held.case_id)
    .where('number', '=', held.number)
    .execute()
}
