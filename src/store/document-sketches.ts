import { sql } from 'kysely'
import type { Connection, Database } from './database/database.js'
import { among, insertAll } from './rows.js'
import type { DocumentStore } from './store.js'

const MOST = 1000

/** By which documents of much the same text are found, and how much came out of a container. */
export const sketchStore = (
  database: Database,
): Pick<DocumentStore, 'sketch' | 'sketched' | 'descendants'> => ({
  sketch: (caseId, id, signature, bands) =>
    database.write(async (db) => {
      const document = db.selectFrom('documents').select('number').where('case_id', '=', caseId)
      const row = await document.where('id', '=', id).where('state', '<>', 'removed').executeTakeFirst()
      if (!row) return
      await dropSketch(db, caseId, row.number)
      await db
        .insertInto('document_sketches')
        .values({ case_id: caseId, document: row.number, signature })
        .execute()
      const rows = [...new Set(bands)].map((band) => ({ case_id: caseId, band, document: row.number }))
      await insertAll(db, 'sketch_bands', rows)
    }),

  sketched: (caseId, bands) =>
    database.read(async (db) => {
      const { rows } = await sql<{ id: string; signature: string }>`
        select d.id, s.signature from document_sketches s
        join documents d on d.case_id = s.case_id and d.number = s.document
        where s.case_id = ${caseId} and d.state <> 'removed' and s.document in
          (select document from sketch_bands where case_id = ${caseId} and ${among(database.dialect, 'band', bands)})
        order by d.number limit ${MOST}`.execute(db)
      return rows
    }),

  descendants: (caseId, id) =>
    database.read(async (db) => {
      const { rows } = await sql<{ documents: number; bytes: number }>`
        with recursive below (id, bytes) as (
          select id, bytes from documents where case_id = ${caseId} and parent = ${id}
          union
          select d.id, d.bytes from below b join documents d on d.case_id = ${caseId} and d.parent = b.id
        ) select count(*) as documents, coalesce(sum(bytes), 0) as bytes from below`.execute(db)
      return rows[0]!
    }),
})

export async function dropSketch(db: Connection, caseId: string, number: number): Promise<void> {
  for (const table of ['document_sketches', 'sketch_bands'] as const)
    await db.deleteFrom(table).where('case_id', '=', caseId).where('document', '=', number).execute()
}
