import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database/database.js'
import { PER_DOCUMENT } from './place.js'
import type { ClaimTimes, Facet } from './store.js'

/** Times of the claims under a condition on `claims` (`all`: it leaves none out), and of the documents they stand in. */
export async function claimTimes(
  db: Connection,
  caseId: string,
  condition: RawBuilder<unknown>,
  all: boolean,
): Promise<ClaimTimes> {
  const by = async (column: RawBuilder<unknown>): Promise<readonly Facet[]> => {
    const { rows } = await sql<Facet>`select ${column} as value, count(*) as count from claims
      where ${condition} and ${column} is not null group by ${column} order by ${column}`.execute(db)
    return rows
  }
  // Of all claims as their documents count them; of some, from these to their documents
  const perDocument = all
    ? sql`select number, claims, published from documents where case_id = ${caseId} and claims > 0`
    : sql`select c.number as number, c.claims as claims, d.published as published from (
        select claims.at / ${sql.lit(PER_DOCUMENT)} as number, count(*) as claims from claims where ${condition} group by 1
      ) as c cross join documents d where d.case_id = ${caseId} and d.number = c.number`
  const { rows } = await sql<{
    value: string | null
    count: number
  }>`select published as value, sum(claims) as count
    from (${perDocument}) as held group by published order by published`.execute(db)
  return {
    happened: await by(sql`edtf`),
    said: await by(sql`said`),
    printed: rows.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }])),
    claims: rows.reduce((sum, { count }) => sum + count, 0),
  }
}
