import type { Database } from './database/database.js'
import type { ChangeCounts } from './store.js'

/** Asked now and then, it tells a running process that another one has written. */
export const changeCounts = (database: Database): ChangeCounts => ({
  of: (caseId) =>
    database.read(async (db) => {
      const counter = db.selectFrom('cases').select('changes').where('id', '=', caseId)
      return (await counter.executeTakeFirst())?.changes ?? 0
    }),
  all: () =>
    database.read(async (db) => {
      const rows = await db.selectFrom('cases').select(['id', 'changes']).execute()
      return new Map(rows.map((row) => [row.id, row.changes]))
    }),
})
