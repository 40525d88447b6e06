import { sql, type RawBuilder } from 'kysely'
import type { CaseEntity } from '../schema/case.js'
import type { Connection, Dialect } from './database/database.js'
import { among } from './rows.js'
import type { Beside } from './store.js'

interface Ranked {
  readonly id: string
  readonly name: string
  readonly type: CaseEntity['type']
  readonly documents: number
}

/** See `EntityStore.beside`. */
export async function besideEachOther(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  { nodes, edges, around }: { readonly nodes: number; readonly edges: number; readonly around?: string },
): Promise<Beside> {
  const ends = around === undefined ? allEnds(caseId) : endsAround(caseId, around)
  // The one in the middle is drawn whatever it is
  const shown = sql`e.named = 1 and e.type in ('Person', 'Organization') ${around === undefined ? sql`` : sql`or e.id = ${around}`}`
  const ranked = sql`(select id, sum(claims) as claims from (${ends}) as ends group by id) as r
    join entities e on e.case_id = ${caseId} and e.id = r.id where ${shown}`
  const { rows: found } = await sql<Ranked & { total: number }>`
    select e.id, e.name, e.type, e.documents, count(*) over () as total from ${ranked}
    order by ${around === undefined ? sql`` : sql`e.id = ${around} desc,`} r.claims desc, e.id limit ${nodes}`.execute(
    db,
  )
  const ids = found.map(({ id }) => id)
  const between = sql`from entity_pairs where case_id = ${caseId}
    and ${among(dialect, 'left_id', ids)} and ${among(dialect, 'right_id', ids)}`
  const { rows: joined } = await sql<{ left: string; right: string; claims: number; total: number }>`
    select left_id as "left", right_id as "right", claims, count(*) over () as total ${between}
    order by claims desc, left_id, right_id limit ${edges}`.execute(db)
  return {
    nodes: found.map(({ id, name, type, documents }) => ({ id, name, type, documents })),
    edges: joined.map(({ left, right, claims }) => ({ left, right, claims })),
    total: found[0]?.total ?? 0,
    joined: joined[0]?.total ?? 0,
  }
}

const allEnds = (caseId: string): RawBuilder<unknown> =>
  sql`select left_id as id, claims from entity_pairs where case_id = ${caseId}
    union all select right_id as id, claims from entity_pairs where case_id = ${caseId}`

const endsAround = (caseId: string, entity: string): RawBuilder<unknown> =>
  sql`select right_id as id, claims from entity_pairs where case_id = ${caseId} and left_id = ${entity}
    union all select left_id as id, claims from entity_pairs where case_id = ${caseId} and right_id = ${entity}
    union all select ${entity} as id, 1 as claims`
