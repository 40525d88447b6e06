import { sql } from 'kysely'
import { changed } from './cases.js'
import type { Connection } from './database/database.js'
import { FORGOTTEN, FREE, waitingRow } from './document-record.js'
import { insertAll } from './rows.js'
import type { NewDocument } from './store.js'

const AT_ONCE = 500

/** Puts those that the case lacks in line, and again those that were removed. Gives the ids of both. */
export async function addDocuments(
  db: Connection,
  caseId: string,
  documents: readonly NewDocument[],
): Promise<readonly string[]> {
  const first = new Map<string, NewDocument>()
  for (const document of documents) if (!first.has(document.id)) first.set(document.id, document)
  const wanted = [...first.values()]
  // Holding the case makes the numbers ours
  await changed(db, caseId)
  const last = await db
    .selectFrom('documents')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  let number = last.number
  const added: string[] = []
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    const some = wanted.slice(i, i + AT_ONCE)
    const ids = some.map((d) => d.id)
    const present = db.selectFrom('documents').where('case_id', '=', caseId).where('id', 'in', ids)
    const known = new Map((await present.select(['id', 'state']).execute()).map((d) => [d.id, d.state]))
    const back = ids.filter((id) => known.get(id) === 'removed')
    const fresh = some.filter((d) => !known.has(d.id))
    await insertAll(
      db,
      'documents',
      fresh.map((d) => waitingRow(caseId, ++number, d)),
    )
    if (back.length > 0)
      await db
        .updateTable('documents')
        .set({ ...FORGOTTEN, ...FREE, state: 'waiting', attempts: 0, next_try: null, reason: null })
        .where('case_id', '=', caseId)
        .where('id', 'in', back)
        .execute()
    const isNew = new Set([...back, ...fresh.map((d) => d.id)])
    added.push(...ids.filter((id) => isNew.has(id)))
  }
  return added
}
