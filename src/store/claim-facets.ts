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
  narrowed: boolean,
): Promise<Facets> {
  if (condition === null) return { property: [], certainty: [], polarity: [], who: [], status: [], place: [] }
  const by = (facet: string, column: RawBuilder<unknown>, from = sql`hit`) =>
    sql`select * from (select ${facet} as facet, cast(${column} as text) as value, count(*) as count from ${from}
      group by ${column} order by 3 desc, 2 limit ${MOST + 1}) as ${sql.ref(facet)}`
  const place = sql`coalesce(m.entity_id, d.id || '#' || t.entity)`
  // Without a filter each facet is counted along its own index; else the claims are looked up once and counted five ways
  const hits = sql`select at, property, certainty, polarity, origin, status from claims where ${condition}`
  const { rows } = await sql<Facet & { facet: string }>`
    with hit as ${narrowed ? sql`materialized` : sql`not materialized`} (${hits})
    ${by('property', sql`property`)} union all ${by('certainty', sql`certainty`)}
    union all ${by('polarity', sql`polarity`)} union all ${by('who', sql`origin`)}
    union all ${by('status', sql`status`)}
    union all ${by(
      'place',
      place,
      sql`claim_terms t join documents d on d.case_id = t.case_id and d.number = t.document
        left join entity_members m on m.case_id = t.case_id and m.document = t.document and m.entity = t.entity
        where t.case_id = ${caseId} and t.role = 'p' ${narrowed ? sql`and t.at in (select at from hit)` : sql``}`,
    )}`.execute(db)
  const of = (facet: string, none = ''): Facet[] =>
    rows
      .filter((row) => row.facet === facet && row.value !== none)
      .slice(0, MOST)
      .map(({ value, count }) => ({ value, count }))
  return {
    property: of('property', NO_PROPERTY),
    certainty: of('certainty').map(({ value, count }) => ({ value: CERTAINTIES[Number(value)]!, count })),
    polarity: of('polarity'),
    who: of('who'),
    status: of('status'),
    place: of('place'),
  }
}
