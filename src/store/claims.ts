import { sql, type RawBuilder } from 'kysely'
import type { CaseClaim } from '../schema/case.js'
import { claimsAt } from './case-claims.js'
import { claimFacets } from './claim-facets.js'
import { claimCondition, claimOrder } from './claim-filter.js'
import type { Connection, Database } from './database/database.js'
import { indexable } from './fold.js'
import { splitKey } from './keys.js'
import { documentOf, placesOf } from './place.js'
import { among, bounded, insertAll, paged } from './rows.js'
import type { ClaimStore } from './store.js'

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
        const condition = await claimCondition(db, caseId, filter)
        if (condition === null) return NONE
        const found = await sql<{ at: number }>`select at from claims where ${condition}
          order by ${claimOrder(filter)} limit ${limit} offset ${offset}`.execute(db)
        const places = found.rows.map((row) => row.at)
        const rows = await claimsAt(db, dialect, caseId, places)
        return paged(rows, { offset, limit }, async () => {
          if (!narrows(filter)) return allClaims(db, caseId)
          const count = await sql<{
            count: number
          }>`select count(*) as count from claims where ${condition}`.execute(db)
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

    facets: (caseId, filter = {}) =>
      read(async (db) => {
        const condition = await claimCondition(db, caseId, filter)
        return claimFacets(db, caseId, condition, narrows(filter))
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

const narrows = ({
  sort: _sort,
  descending: _descending,
  ...rest
}: object & { sort?: unknown; descending?: unknown }) =>
  Object.values(rest).some((value) => value !== undefined && value !== '')

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
  const documents = await db
    .selectFrom('documents')
    .select(['id', 'number'])
    .where('case_id', '=', caseId)
    .where(among(dialect, 'id', [...new Set(keys.map(([document]) => document))]))
    .execute()
  const claims = await db
    .selectFrom('claims')
    .select(['claim_id', 'at'])
    .where('case_id', '=', caseId)
    .where(among(dialect, 'claim_id', [...new Set(keys.map(([, claim]) => claim))]))
    .execute()
  const byNumber = new Map(documents.map((d) => [d.number, d.id]))
  const wanted = new Set(ids)
  const places = new Map<string, number>()
  for (const { claim_id, at } of claims) {
    const document = byNumber.get(documentOf(at))
    const id = `${document}#${claim_id}`
    if (document !== undefined && wanted.has(id)) places.set(id, at)
  }
  return places
}
