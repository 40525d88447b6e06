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

/** More are not counted: nobody turns so many pages. */
const COUNTED = 5000

interface Found {
  readonly at: number
  readonly score: number
}

/** Full-text search within one case: best first (BM25 on SQLite, cover density on PostgreSQL). */
export function searchStore({ dialect, read }: Database): SearchStore {
  return {
    find: (caseId, query, window) =>
      read(
        throughIndex(dialect, async (db) => {
          const { offset, limit } = bounded(window)
          const { all, none } = parseQuery(query.words)
          if (all.length === 0 || !(await isCase(db, caseId))) return { rows: [], total: 0 }
          const spellings = new Map<string, readonly string[]>()
          for (const name of all.flatMap((wanted) => wanted.names))
            spellings.set(name, await spellingsOf(db, dialect, caseId, name))
          const match = { all: withSpellings(all, spellings), none }
          const { ranked, found, each } = matching(dialect, caseId, match, documentCondition(caseId, query))
          const { rows } = await sql<Found>`${ranked} limit ${limit} offset ${offset}`.execute(db)
          const hits = await hitsOf(db, dialect, caseId, rows, match)
          return paged(hits, { offset, limit }, async () => {
            const count = await sql<{ count: number }>`select count(*) as count
            from (${each} ${found} limit ${COUNTED}) as counted`.execute(db)
            return count.rows[0]!.count
          })
        }),
      ),
  }
}

/**
 * Runs the queries of a search with the index of words, which PostgreSQL passes over where a word is in many passages:
 * it takes reading a passage for cheaper than it is.
 */
const throughIndex =
  <T>(dialect: Dialect, work: (db: Connection) => Promise<T>) =>
  (db: Connection): Promise<T> =>
    dialect === 'sqlite' || db.isTransaction
      ? work(db)
      : db.transaction().execute(async (own) => {
          await sql`set local enable_seqscan = off`.execute(own)
          return work(own)
        })

const isCase = async (db: Connection, caseId: string): Promise<boolean> =>
  (await db.selectFrom('cases').select('id').where('id', '=', caseId).execute()).length > 0

/**
 * PostgreSQL keeps no weights in its index, so it reads each passage that it ranks. Of words that stand in more passages
 * than these, only so many (the first added) are ranked; the total counts all.
 */
const RANKED = 2000

interface Matching {
  readonly ranked: RawBuilder<unknown>
  readonly found: RawBuilder<unknown>
  /** Selects of each no more than that it is there. */
  readonly each: RawBuilder<unknown>
}

/** `found`: the passages; `ranked`: their places and scores, best first. */
function matching(
  dialect: Dialect,
  caseId: string,
  match: Match,
  documents: RawBuilder<unknown> | null,
): Matching {
  if (dialect === 'sqlite') {
    const found = sql`from ${wordTable(caseId)} where words match ${fts5(match)}
      ${documents ? sql`and rowid / 4194304 in (${documents})` : sql``}`
    return {
      found,
      each: sql`select 1`,
      ranked: sql`select rowid as at, -rank as score ${found} order by rank, rowid`,
    }
  }
  // The case's own word keeps to the case, within the index
  const found = sql`from passages where words @@ ${tsquery(match, caseWord(caseId))}::tsquery
    ${documents ? sql`and at / 4194304 in (${documents})` : sql``}`
  // That word has no position, so ranked by it the others would not count
  const wanted = sql`${tsquery({ ...match, none: [] })}::tsquery`
  return {
    found,
    // Without a column PostgreSQL need not look at the rows themselves
    each: sql`select`,
    ranked: sql`select at, ts_rank_cd(words, ${wanted}, 1) as score
      from (select at, words ${found} limit ${RANKED}) as candidates order by score desc, at`,
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
