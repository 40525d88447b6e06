import { sql, type SelectQueryBuilder, type UpdateQueryBuilder, type UpdateResult } from 'kysely'
import type { Derived, DocumentRecord, DocumentState } from '../schema/case.js'
import { changed } from './cases.js'
import type { Connection, Database } from './database/database.js'
import { dropDerived, unpacked } from './derived.js'
import { FORGOTTEN, FREE, toRecord } from './document-record.js'
import { holding, indexable, storable } from './fold.js'
import { dropSketch, sketchStore } from './document-sketches.js'
import { linkStore } from './document-links.js'
import { addDocuments } from './new-documents.js'
import { queue } from './queue.js'
import { among, bounded, paged } from './rows.js'
import type { DocumentFilter, DocumentStore } from './store.js'
import type { DocumentTable, Tables } from './tables.js'

const STATES: readonly DocumentState[] = ['waiting', 'reading', 'done', 'failed', 'cancelled', 'removed']
const MOST = 1000
/** To begin again from nothing tried. */
const AGAIN = { ...FREE, state: 'waiting', attempts: 0, next_try: null, reason: null }

export function documentStore(database: Database): DocumentStore {
  const { dialect, read } = database
  const of = (db: Connection, caseId: string) =>
    db.selectFrom('documents').selectAll().where('case_id', '=', caseId)
  /** Changes the state of those that `where` names; gives how many. */
  const move = (caseId: string, values: object, where: (update: Update) => Update): Promise<number> =>
    database.write(async (db) => {
      const update = db.updateTable('documents').set(values).where('case_id', '=', caseId)
      const { numUpdatedRows } = await where(update).executeTakeFirst()
      if (numUpdatedRows > 0n) await changed(db, caseId)
      return Number(numUpdatedRows)
    })

  return {
    ...queue(database),
    ...linkStore(database),
    ...sketchStore(database),
    add: (caseId, documents) =>
      documents.length === 0
        ? Promise.resolve([])
        : database.write((db) => addDocuments(db, caseId, documents)),

    retry: (caseId, ids) =>
      move(caseId, AGAIN, (update) => {
        const some = update.where('state', 'in', ['failed', 'cancelled'])
        return ids === null ? some : some.where(among(dialect, 'id', ids))
      }),
    cancel: (caseId) =>
      move(caseId, { state: 'cancelled' }, (update) => update.where('state', '=', 'waiting')),
    stale: (caseId, madeBy) =>
      move(caseId, AGAIN, (update) =>
        update
          .where('state', '=', 'done')
          .where((e) => e.or([e('made_by', 'is', null), e('made_by', '<>', madeBy)])),
      ),

    remove: (caseId, id) =>
      database.write(async (db) => {
        const row = await of(db, caseId)
          .where('id', '=', id)
          .where('state', '<>', 'removed')
          .executeTakeFirst()
        if (!row) return false
        await db
          .updateTable('documents')
          .set({ ...FORGOTTEN, ...FREE, state: 'removed', reason: null, next_try: null })
          .where('case_id', '=', caseId)
          .where('number', '=', row.number)
          .execute()
        await dropDerived(db, dialect, row)
        await dropSketch(db, caseId, row.number)
        await db
          .deleteFrom('entity_members')
          .where('case_id', '=', caseId)
          .where('document', '=', row.number)
          .execute()
        await db
          .deleteFrom('document_links')
          .where('case_id', '=', caseId)
          .where((e) => e.or([e('left_id', '=', id), e('right_id', '=', id)]))
          .execute()
        await changed(db, caseId)
        return true
      }),

    get: (caseId, id) =>
      read(async (db) => {
        const row = await of(db, caseId).where('id', '=', id).executeTakeFirst()
        return row ? toRecord(row) : null
      }),

    some: (caseId, names) =>
      read(async (db) => {
        const wanted = names.slice(0, MOST)
        const files = sql<boolean>`(${among(dialect, sql`substr(file, 1, 300)`, wanted.map(indexable))}
          and ${among(dialect, 'file', wanted.map(storable))})`
        const rows = await of(db, caseId)
          .where((e) => e.or([among(dialect, 'id', wanted), files]))
          .execute()
        return rows.map(toRecord)
      }),

    months: (caseId) =>
      read(async (db) => {
        const { rows } = await sql<{ month: string; documents: number }>`
          select substr(published, 1, 7) as month, count(*) as documents from documents
          where case_id = ${caseId} and state = 'done' and published is not null group by 1 order by 1`.execute(
          db,
        )
        return rows.filter(({ month }) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
      }),

    find: (caseId, name) =>
      read(async (db) => {
        const all = of(db, caseId).orderBy('number').limit(1)
        const prefix = /^[0-9a-f]{8,64}$/.test(name)
        const row =
          (await all.where('id', '=', name).executeTakeFirst()) ??
          (await all
            .where(sql<boolean>`substr(file, 1, 300) = ${indexable(name)}`)
            .where('file', '=', storable(name))
            .executeTakeFirst()) ??
          (prefix
            ? await all.where('id', '>=', name).where('id', '<', `${name}g`).executeTakeFirst()
            : undefined)
        return row ? toRecord(row) : null
      }),

    list: (caseId, filter = {}, window) =>
      read(async (db) => {
        const { offset, limit } = bounded(window)
        const rows = await sorted(filtered(of(db, caseId), filter), filter)
          .limit(limit)
          .offset(offset)
          .execute()
        return paged(rows.map(toRecord), { offset, limit }, async () => {
          const all = db.selectFrom('documents').where('case_id', '=', caseId)
          const counting = all.select((e) => e.fn.countAll<number>().as('count'))
          return Number(
            (
              (await filtered(counting as never, filter).executeTakeFirstOrThrow()) as unknown as {
                count: number
              }
            ).count,
          )
        })
      }),

    counts: (caseId) =>
      read(async (db) => {
        const rows = await sql<{
          state: DocumentState
          count: number
          words: number
          pages: number
          claims: number
        }>`
          select state, count(*) as count, sum(words) as words, sum(coalesce(pages, 0)) as pages, sum(claims) as claims
          from documents where case_id = ${caseId} group by state`.execute(db)
        const sum = (field: 'words' | 'pages' | 'claims') => rows.rows.reduce((n, row) => n + row[field], 0)
        const count = (state: DocumentState) => rows.rows.find((row) => row.state === state)?.count ?? 0
        const states = Object.fromEntries(STATES.map((s) => [s, count(s)])) as Record<DocumentState, number>
        return { states, words: sum('words'), pages: sum('pages'), claims: sum('claims') }
      }),

    derived: (caseId, id) =>
      read(async (db): Promise<Derived | null> => {
        const row = await db
          .selectFrom('derived')
          .innerJoin('documents', (join) =>
            join
              .onRef('documents.case_id', '=', 'derived.case_id')
              .onRef('documents.number', '=', 'derived.document'),
          )
          .select('content')
          .where('documents.case_id', '=', caseId)
          .where('documents.id', '=', id)
          .executeTakeFirst()
        return row ? unpacked(new Uint8Array(row.content)) : null
      }),
  }
}

type Select = SelectQueryBuilder<Tables, 'documents', DocumentTable>
type Update = UpdateQueryBuilder<Tables, 'documents', 'documents', UpdateResult>

function filtered(select: Select, { states, parent, like }: DocumentFilter): Select {
  let some = select
  if (states) some = some.where('state', 'in', states.length > 0 ? states : [''])
  if (parent !== undefined) some = some.where('parent', '=', parent)
  if (like) some = some.where(sql<boolean>`folded like ${holding(like)} escape '\\'`)
  return some
}

function sorted(select: Select, { sort = 'added', descending = false }: DocumentFilter): Select {
  const way = descending ? 'desc' : 'asc'
  const by = {
    added: null,
    file: 'file',
    published: descending ? 'published_to' : 'published_from',
    claims: 'claims',
  } as const
  const column = by[sort]
  return (column === null ? select : select.orderBy(column, way)).orderBy('number', way)
}

export type { DocumentRecord }
