import { sql, type RawBuilder } from 'kysely'
import type { CaseClaim } from '../schema/case.js'
import { claimsAt } from './case-claims.js'
import { claimFacets, narrows } from './claim-facets.js'
import { claimCondition, claimOrder } from './claim-filter.js'
import { claimTimes } from './claim-times.js'
import type { Connection, Database } from './database/database.js'
import { holding, indexable } from './fold.js'
import { keyOf, splitKey } from './keys.js'
import { PER_DOCUMENT, placesOf } from './place.js'
import { among, bounded, insertAll, paged } from './rows.js'
import type { ClaimFilter, ClaimStore, Facet } from './store.js'

/** Claims held at a time when all are walked through. */
const AT_ONCE = 500
const NONE = { rows: [], total: 0 }

export function claimStore(database: Database): ClaimStore {
  const { dialect, read, write } = database

  /** Walks the claims that `from(after)` finds beyond a place, in order of place. */
  async function* walk(
    caseId: string,
    from: (after: number) => RawBuilder<{ at: number }>,
    start = -1,
  ): AsyncGenerator<CaseClaim> {
    for (let after = start; ;) {
      const some = await read(async (db) => {
        const places = (await from(after).execute(db)).rows.map((row) => row.at)
        return { places, claims: await claimsAt(db, dialect, caseId, places) }
      })
      yield* some.claims
      if (some.places.length < AT_ONCE) return
      after = some.places.at(-1)!
    }
  }

  async function* ofDocuments(caseId: string, documents: readonly string[]): AsyncGenerator<CaseClaim> {
    const numbers = await read((db) =>
      db
        .selectFrom('documents')
        .select('number')
        .where('case_id', '=', caseId)
        .where(among(dialect, 'id', documents))
        .orderBy('number')
        .execute(),
    )
    for (const { number } of numbers) {
      const [first, end] = placesOf(number)
      yield* walk(
        caseId,
        (after) => sql`select at from claims where case_id = ${caseId} and at > ${after} and at < ${end}
          order by at limit ${AT_ONCE}`,
        first - 1,
      )
    }
  }

  return {
    list: (caseId, filter = {}, window) =>
      read(async (db) => {
        const { offset, limit } = bounded(window)
        const condition = await claimCondition(db, dialect, caseId, filter)
        if (condition === null) return NONE
        const words = onlyWords(filter)
        // Words alone are looked for in order, so that frequent ones are soon found
        const from = words === null ? sql`claims where ${condition}` : wordsWith(caseId, words)
        const found = await sql<{ at: number }>`select at from ${from}
          order by ${claimOrder(filter)} limit ${limit} offset ${offset}`.execute(db)
        const places = found.rows.map((row) => row.at)
        const rows = await claimsAt(db, dialect, caseId, places)
        return paged(rows, { offset, limit }, async () => {
          if (!narrows(filter)) return allClaims(db, caseId)
          const count = await sql<{
            count: number
          }>`select count(*) as count from ${from}`.execute(db)
          return count.rows[0]!.count
        })
      }),

    all: (caseId, documents) =>
      documents
        ? ofDocuments(caseId, documents)
        : walk(
            caseId,
            (after) => sql`select at from claims where case_id = ${caseId} and at > ${after}
              order by at limit ${AT_ONCE}`,
          ),

    get: (caseId, id) =>
      read(async (db) => {
        const at = (await placesOfClaims(database, db, caseId, [id])).get(id)
        return at === undefined ? null : ((await claimsAt(db, dialect, caseId, [at]))[0] ?? null)
      }),

    some: (caseId, ids) =>
      read(async (db) => {
        const places = await placesOfClaims(database, db, caseId, ids)
        return claimsAt(
          db,
          dialect,
          caseId,
          ids.flatMap((id) => places.get(id) ?? []),
        )
      }),

    times: (caseId, filter = {}) =>
      read(async (db) => {
        const condition = await claimCondition(db, dialect, caseId, filter)
        return condition === null
          ? { happened: [], said: [], printed: [], claims: 0 }
          : claimTimes(db, caseId, condition, !narrows(filter))
      }),

    at: (caseId, places) =>
      read(async (db) => {
        const { rows } = await sql<Facet>`select m.entity_id as value, count(distinct t.at) as count
          from entity_members m cross join claim_terms t
          where t.case_id = m.case_id and t.document = m.document and t.entity = m.entity and t.role = 'p'
          and m.case_id = ${caseId} and ${among(dialect, 'm.entity_id', places)} group by m.entity_id`.execute(
          db,
        )
        return new Map(rows.map(({ value, count }) => [value, count]))
      }),

    facets: (caseId, filter = {}) =>
      read(async (db) => {
        const condition = await claimCondition(db, dialect, caseId, filter)
        return claimFacets({ db, dialect, caseId, filter }, condition)
      }),

    inBlocks: (caseId, keys) =>
      walk(
        caseId,
        (after) => sql`select distinct at from claim_blocks where case_id = ${caseId} and at > ${after}
          and ${among(dialect, 'block', keys.map(indexable))} order by at limit ${AT_ONCE}`,
      ),

    saveBlocks: (caseId, rows) =>
      write(async (db) => {
        const ids = [...new Set(rows.map((row) => row.claim))]
        const places = await placesOfClaims(database, db, caseId, ids)
        await db
          .deleteFrom('claim_blocks')
          .where('case_id', '=', caseId)
          .where(among(dialect, 'at', [...places.values()]))
          .execute()
        const blocks = rows.flatMap(({ claim, key }) => {
          const at = places.get(claim)
          return at === undefined ? [] : [{ case_id: caseId, block: indexable(key), at }]
        })
        await insertAll(db, 'claim_blocks', blocks, 'keep')
      }),
  }
}

/** The words of a filter that asks for nothing else, in the order of documents. */
function onlyWords({ like, sort = 'document', descending: _, ...rest }: ClaimFilter): string | null {
  return like && sort === 'document' && !narrows(rest) ? like : null
}

const wordsWith = (caseId: string, like: string): RawBuilder<unknown> =>
  sql`claim_words where case_id = ${caseId} and folded like ${holding(like)} escape '\\'`

async function allClaims(db: Connection, caseId: string): Promise<number> {
  const sum = await sql<{ sum: number }>`
    select coalesce(sum(claims), 0) as sum from documents where case_id = ${caseId}`.execute(db)
  return sum.rows[0]!.sum
}

/** Where the claims with these ids (`document#claim`) stand; those that are gone are missing. */
async function placesOfClaims(
  { dialect }: Database,
  db: Connection,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const keys = ids.map(splitKey)
  // By documents, for each of them has a claim of almost any id
  const { rows } = await sql<{ id: string; claim_id: string; at: number }>`
    select d.id as id, c.claim_id as claim_id, c.at as at from documents d cross join claims c
    where d.case_id = ${caseId} and ${among(dialect, 'd.id', [...new Set(keys.map(([document]) => document))])}
    and c.case_id = d.case_id and c.at >= d.number * ${sql.lit(PER_DOCUMENT)}
    and c.at < (d.number + 1) * ${sql.lit(PER_DOCUMENT)}
    and ${among(dialect, sql`c.claim_id || ''`, [...new Set(keys.map(([, claim]) => claim))])}`.execute(db)
  const wanted = new Set(ids)
  const places = new Map<string, number>()
  for (const { id, claim_id, at } of rows) {
    const key = keyOf(id, claim_id)
    if (wanted.has(key)) places.set(key, at)
  }
  return places
}
