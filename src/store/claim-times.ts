import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database/database.js'
import { PER_DOCUMENT } from './place.js'
import type { Facet } from './store.js'

/** Times of the dated claims under a condition on `claims` (`all`: it leaves none out), and of the documents they stand in, each with how many claims. */
export async function claimTimes(
  db: Connection,
  caseId: string,
  condition: RawBuilder<unknown>,
  all: boolean,
): Promise<{ happened: readonly Facet[]; printed: readonly Facet[] }> {
  const happened = await sql<Facet>`select edtf as value, count(*) as count from claims
    where ${condition} group by edtf order by edtf`.execute(db)
  const [from, end] = [
    sql`d.number * ${sql.lit(PER_DOCUMENT)}`,
    sql`(d.number + 1) * ${sql.lit(PER_DOCUMENT)}`,
  ]
  // Of all claims, document by document along an index; of some, from these to their documents
  const printed = await (
    all
      ? sql<Facet>`select published as value, sum(claims) as count from (
        select d.published, (
          select count(*) from claims c where c.case_id = d.case_id and c.at >= ${from} and c.at < ${end} and c.edtf is not null
        ) as claims from documents d where d.case_id = ${caseId} and d.published is not null
      ) as dated where claims > 0 group by published order by published`
      : sql<Facet>`select d.published as value, sum(c.claims) as count from (
        select claims.at / ${sql.lit(PER_DOCUMENT)} as number, count(*) as claims from claims where ${condition} group by 1
      ) as c cross join documents d where d.case_id = ${caseId} and d.number = c.number and d.published is not null
      group by d.published order by d.published`
  ).execute(db)
  return { happened: happened.rows, printed: printed.rows }
}
