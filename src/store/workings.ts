import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Database } from './database/database.js'
import { among } from './rows.js'
import type { WorkingStore } from './store.js'

const AT_ONCE = 200

const packed = (value: unknown): Promise<Buffer> => promisify(gzip)(JSON.stringify(value), { level: 3 })
const unpacked = async (content: Uint8Array): Promise<unknown> =>
  JSON.parse((await promisify(gunzip)(content)).toString('utf8'))

/** Kept beside the documents, and made again from them where it is missing: no backup holds it. */
export function workingStore({ dialect, read, write }: Database): WorkingStore {
  return {
    save: async (caseId, kind, rows) => {
      const made = await Promise.all(
        rows.map(async ({ document, value }) => ({
          case_id: caseId,
          document,
          kind,
          content: await packed(value),
        })),
      )
      await write(async (db) => {
        for (const row of made)
          await db
            .insertInto('workings')
            .values(row)
            .onConflict((c) =>
              c.columns(['case_id', 'kind', 'document']).doUpdateSet({ content: row.content }),
            )
            .execute()
      })
    },

    documents: (caseId, kind) =>
      read(async (db) => {
        const { rows } = await sql<{ document: string }>`select document from workings
          where case_id = ${caseId} and kind = ${kind} order by document`.execute(db)
        return rows.map(({ document }) => document)
      }),

    async *get<T>(caseId: string, kind: string, documents: readonly string[]) {
      for (let i = 0; i < documents.length; i += AT_ONCE) {
        const { rows } = await read((db) =>
          sql<{ document: string; content: Uint8Array }>`select document, content from workings
            where case_id = ${caseId} and kind = ${kind}
            and ${among(dialect, 'document', documents.slice(i, i + AT_ONCE))} order by document`.execute(db),
        )
        for (const { document, content } of rows) yield { document, value: (await unpacked(content)) as T }
      }
    },

    drop: (caseId, documents) =>
      write(async (db) => {
        await db
          .deleteFrom('workings')
          .where('case_id', '=', caseId)
          .where(among(dialect, 'document', documents))
          .execute()
      }),
  }
}
