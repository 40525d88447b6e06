import type { Database } from './database/database.js'
import type { CustodyHeads, Head } from './store.js'

export const custodyHeads = (database: Database): CustodyHeads => ({
  get: (caseId) =>
    database.read(async (db) => {
      const head = db.selectFrom('custody_heads').select(['seq', 'hash']).where('case_id', '=', caseId)
      const row = await head.executeTakeFirst()
      return row && row.hash !== '' ? row : null
    }),

  advance: (caseId, append) =>
    database.write(
      async (db) => {
        await db
          .insertInto('custody_heads')
          .values({ case_id: caseId, seq: 0, hash: '' })
          .onConflict((c) => c.doNothing())
          .execute()
        // On PostgreSQL this very update keeps the others out; SQLite has one writer anyway
        const before = await db
          .updateTable('custody_heads')
          .set((e) => ({ seq: e.ref('seq') }))
          .where('case_id', '=', caseId)
          .returning(['seq', 'hash'])
          .executeTakeFirstOrThrow()
        const known: Head | null = before.hash === '' ? null : { seq: before.seq, hash: before.hash }
        const { head, value } = await append(known)
        await db
          .updateTable('custody_heads')
          .set({ seq: head.seq, hash: head.hash })
          .where('case_id', '=', caseId)
          .execute()
        return value
      },
      // Run twice, it would append twice
      { once: true },
    ),
})
