import type { DocumentLink } from '../schema/case.js'
import { changed } from './cases.js'
import type { Database } from './database/database.js'
import type { DocumentStore } from './store.js'

/** What documents have to do with one another. */
export const linkStore = (database: Database): Pick<DocumentStore, 'link' | 'links'> => ({
  link: (caseId, links) =>
    database.write(async (db) => {
      for (const { left, right, kind, score, why } of links)
        await db
          .insertInto('document_links')
          .values({ case_id: caseId, left_id: left, right_id: right, kind, score, why })
          .onConflict((c) =>
            c.columns(['case_id', 'left_id', 'right_id', 'kind']).doUpdateSet({ score, why }),
          )
          .execute()
      if (links.length > 0) await changed(db, caseId)
    }),
  links: (caseId, id) =>
    database.read(async (db) => {
      const rows = await db
        .selectFrom('document_links')
        .selectAll()
        .where('case_id', '=', caseId)
        .where((e) => e.or([e('left_id', '=', id), e('right_id', '=', id)]))
        .orderBy('score', 'desc')
        .orderBy('left_id')
        .orderBy('right_id')
        .execute()
      return rows.map((row) => ({
        left: row.left_id,
        right: row.right_id,
        kind: row.kind as DocumentLink['kind'],
        score: row.score,
        why: row.why,
      }))
    }),
})
