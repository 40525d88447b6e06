import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database/database.js'
import { CERTAINTIES, NO_PROPERTY } from './claim-rows.js'
import type { Facet } from './store.js'

/** Values given of each facet. */
const MOST = 20

type Facets = Readonly<Record<string, readonly Facet[]>>

/** How often each value comes under a condition on `claims` (null: none meets it), the most frequent first. */
export async function claimFacets(
  db: Connection,
  caseId: string,
  condition: RawBuilder<unknown> | null,
): Promise<Facets> {
  if (condition === null) return { property: [], certainty: [], polarity: [], who: [], status: [], place: [] }
  const by = async (column: RawBuilder<unknown>, also = sql``, join = sql``): Promise<Facet[]> => {
    const { rows } = await sql<Facet>`select ${column} as value, count(*) as count from claims ${join}
      where ${condition} ${also} group by 1 order by 2 desc, 1 limit ${MOST}`.execute(db)
    return rows
  }
  const certainty = await by(sql`certainty`)
  return {
    property: await by(sql`property`, sql`and property <> ${NO_PROPERTY}`),
    certainty: certainty.map(({ value, count }) => ({ value: CERTAINTIES[Number(value)]!, count })),
    polarity: await by(sql`polarity`),
    who: await by(sql`origin`, sql`and origin <> ''`),
    status: await by(sql`status`),
    place: await by(
      sql`coalesce(m.entity_id, d.id || '#' || t.entity)`,
      sql``,
      sql`join claim_terms t on t.case_id = claims.case_id and t.at = claims.at and t.role = 'p'
        and t.document = claims.at / 4194304
        join documents d on d.case_id = t.case_id and d.number = t.document
        left join entity_members m on m.case_id = t.case_id and m.document = t.document and m.entity = t.entity`,
    ),
  }
}
