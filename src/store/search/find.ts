import { sql, type RawBuilder } from 'kysely'
import { daysOf } from '../days.js'
import type { Connection, Database, Dialect } from '../database/database.js'
import { storable } from '../fold.js'
import { documentOf } from '../place.js'
import { among, bounded, paged } from '../rows.js'
import type { Hit, Query, SearchStore } from '../store.js'
import { caseWord, wordTable } from './index-words.js'
import { fts5, tsquery, withSpellings, type Match } from './match.js'
import { spellingsOf } from './name-spellings.js'
import { parseQuery } from './query.js'
import { marksOf, snippetOf } from './snippet.js'

interface Found {
  readonly at: number
  readonly score: number
}

/** Full-text search within one case: best first (BM25 on SQLite, cover density on PostgreSQL). */
export function searchStore({ dialect, read }: Database): SearchStore {
  return {
    find: (caseId, query, window) =>
      read(async (db) => {
        const { offset, limit } = bounded(window)
        const { all, none } = parseQuery(query.words)
        if (all.length === 0 || !(await isCase(db, caseId))) return { rows: [], total: 0 }
        const spellings = new Map<string, readonly string[]>()
        for (const name of all.flatMap((wanted) => wanted.names))
          spellings.set(name, await spellingsOf(db, dialect, caseId, name))
        const match = { all: withSpellings(all, spellings), none }
        const found = matching(dialect, caseId, match, documentCondition(caseId, query))
        const { rows } = await sql<Found>`select ${found.columns} ${found.from}
          order by ${found.order} limit ${limit} offset ${offset}`.execute(db)
        const hits = await hitsOf(db, dialect, caseId, rows, match)
        return paged(hits, { offset, limit }, async () => {
          const count = await sql<{ count: number }>`select count(*) as count ${found.from}`.execute(db)
          return count.rows[0]!.count
        })
      }),
  }
}

const isCase = async (db: Connection, caseId: string): Promise<boolean> =>
  (await db.selectFrom('cases').select('id').where('id', '=', caseId).execute()).length > 0

interface Matching {
  readonly columns: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
}

function matching(
  dialect: Dialect,
  caseId: string,
  match: Match,
  documents: RawBuilder<unknown> | null,
): Matching {
  if (dialect === 'sqlite')
    return {
      columns: sql`rowid as at, -rank as score`,
      from: sql`from ${wordTable(caseId)} where words match ${fts5(match)}
        ${documents ? sql`and rowid / 4194304 in (${documents})` : sql``}`,
      order: sql`rank, rowid`,
    }
  const wanted = sql`${tsquery(match, caseWord(caseId))}::tsquery`
  return {
    // The case's own word has no position, so it would keep the others from counting
    columns: sql`at, ts_rank_cd(words, ${tsquery({ ...match, none: [] })}::tsquery, 1) as score`,
    from: sql`from passages where case_id = ${caseId} and words @@ ${wanted}
      ${documents ? sql`and at / 4194304 in (${documents})` : sql``}`,
    order: sql`score desc, at`,
  }
}

/** The numbers of the documents that a query's filters let through; null where it has none. */
function documentCondition(caseId: string, query: Query): RawBuilder<unknown> | null {
  const conditions: RawBuilder<unknown>[] = []
  if (query.document) conditions.push(sql`id = ${query.document}`)
  if (query.mediaType) conditions.push(sql`media_type = ${storable(query.mediaType)}`)
  if (query.language) conditions.push(sql`language = ${storable(query.language)}`)
  if (query.publisher) conditions.push(sql`publisher = ${storable(query.publisher)}`)
  if (query.from) conditions.push(sql`published_to >= ${daysOf(query.from).from}`)
  if (query.to) conditions.push(sql`published_from <= ${daysOf(query.to).to}`)
  if (conditions.length === 0) return null
  return sql`select number from documents where case_id = ${caseId} and ${sql.join(conditions, sql` and `)}`
}

/** What is shown of the passages found: characters of their documents, at their places there. */
async function hitsOf(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  found: readonly Found[],
  match: Match,
): Promise<Hit[]> {
  if (found.length === 0) return []
  const passages = await db
    .selectFrom('passages')
    .select(['at', 'start_at', 'end_at', 'text'])
    .where('case_id', '=', caseId)
    .where(
      among(
        dialect,
        'at',
        found.map((f) => f.at),
      ),
    )
    .execute()
  const numbers = [...new Set(found.map((f) => documentOf(f.at)))]
  const documents = await db
    .selectFrom('documents')
    .select(['number', 'id', 'file', 'title'])
    .where('case_id', '=', caseId)
    .where(among(dialect, 'number', numbers))
    .execute()
  const byPlace = new Map(passages.map((p) => [p.at, p]))
  const byNumber = new Map(documents.map((d) => [d.number, d]))
  const phrases = match.all.flat()
  return found.flatMap(({ at, score }) => {
    const passage = byPlace.get(at)
    const document = byNumber.get(documentOf(at))
    if (!passage || !document) return []
    const text = JSON.parse(passage.text) as string
    const marks = marksOf(text, phrases)
    const shown = snippetOf(text, marks)
    const moved = (span: { start: number; end: number }) => ({
      start: span.start + passage.start_at,
      end: span.end + passage.start_at,
    })
    return [
      {
        document: document.id,
        file: document.file,
        title: document.title,
        passage: { start: passage.start_at, end: passage.end_at },
        snippet: { ...moved(shown), text: text.slice(shown.start, shown.end) },
        marks: marks.map(moved),
        score,
      },
    ]
  })
}
