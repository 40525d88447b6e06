import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database/database.js'
import { CERTAINTIES, NO_PROPERTY } from './claim-rows.js'
import { keyOf, splitKey } from './keys.js'
import type { ClaimFilter, Facet } from './store.js'

/** Values given of each facet. */
const MOST = 20

type Facets = Readonly<Record<string, readonly Facet[]>>
type Condition = RawBuilder<unknown>

interface Tally {
  readonly property: string
  readonly certainty: number
  readonly polarity: string
  readonly status: string
  readonly count: number
}

/** How often each value comes under a condition on `claims` (null: none meets it), the most frequent first. */
export async function claimFacets(
  db: Connection,
  caseId: string,
  condition: Condition | null,
  filter: ClaimFilter,
): Promise<Facets> {
  if (condition === null) return { property: [], certainty: [], polarity: [], who: [], status: [], place: [] }
  const own = ownCondition(caseId, filter)
  const { tallies, who, places } = own
    ? await alongIndexes(db, caseId, condition, own, narrows(filter))
    : await amongHits(db, caseId, condition)
  const of = (facet: 'property' | 'certainty' | 'polarity' | 'status'): Facet[] => {
    const counts = new Map<string, number>()
    for (const tally of tallies)
      counts.set(String(tally[facet]), (counts.get(String(tally[facet])) ?? 0) + tally.count)
    return [...counts]
      .filter(([value]) => facet !== 'property' || value !== NO_PROPERTY)
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST)
  }
  return {
    property: of('property'),
    certainty: of('certainty').map(({ value, count }) => ({ value: CERTAINTIES[Number(value)]!, count })),
    polarity: of('polarity'),
    who: who.filter(({ value }) => value !== '').slice(0, MOST),
    status: of('status'),
    place: await withDocuments(db, caseId, places.slice(0, MOST)),
  }
}

/** Whether a filter leaves claims out. */
export const narrows = ({ sort: _sort, descending: _descending, ...rest }: ClaimFilter): boolean =>
  Object.values(rest).some((value) => value !== undefined && value !== '')

interface Counted {
  readonly tallies: readonly Tally[]
  readonly who: readonly Facet[]
  /** Entities of the case, or `number#entity` of a document's that are none yet. */
  readonly places: readonly Facet[]
}

const PLACE = sql`coalesce(m.entity_id, t.document || '#' || t.entity)`
const placesIn = (caseId: string): Condition => sql`claim_terms t
  left join entity_members m on m.case_id = t.case_id and m.document = t.document and m.entity = t.entity
  where t.case_id = ${caseId} and t.role = 'p'`

/** Where the filter is about what indexes hold: each facet along one that is in its order. */
async function alongIndexes(
  db: Connection,
  caseId: string,
  condition: Condition,
  own: Condition,
  narrowed: boolean,
): Promise<Counted> {
  const tallies = await sql<Tally>`select property, certainty, polarity, status, count(*) as count
    from claims where ${own} group by property, certainty, polarity, status`.execute(db)
  const who = await sql<Facet>`${mostOf(sql`who`, sql`claim_sources where ${own}`)}`.execute(db)
  const within = narrowed
    ? sql`and exists (select 1 from claims where claims.at = t.at and ${condition})`
    : sql``
  const places = await sql<Facet>`${mostOf(PLACE, sql`${placesIn(caseId)} ${within}`)}`.execute(db)
  return { tallies: tallies.rows, who: who.rows, places: places.rows }
}

/** Otherwise the claims are looked up once. */
async function amongHits(db: Connection, caseId: string, condition: Condition): Promise<Counted> {
  const { rows } = await sql<Tally & Facet & { facet: string }>`
    with hit as materialized (select at, property, certainty, polarity, status from claims where ${condition})
    select 'tally' as facet, '' as value, property, certainty, polarity, status, count(*) as count from hit
      group by property, certainty, polarity, status
    union all select 'who', value, '', 0, '', '', count from (${mostOf(
      sql`s.who`,
      sql`hit join claim_sources s on s.case_id = ${caseId} and s.at = hit.at`,
    )}) as who
    union all select 'place', value, '', 0, '', '', count from (${mostOf(
      PLACE,
      sql`${placesIn(caseId)} and t.at in (select at from hit)`,
    )}) as place`.execute(db)
  const of = (facet: string) => rows.filter((row) => row.facet === facet)
  return { tallies: of('tally'), who: of('who'), places: of('place') }
}

/** The most frequent values, one more than is given: one may be none. */
const mostOf = (value: Condition, from: Condition): Condition => sql`select cast(${value} as text) as value,
  count(*) as count from ${from} group by ${value} order by 2 desc, 1 limit ${MOST + 1}`

/** Places that are no entity of the case yet by their document's id. */
async function withDocuments(
  db: Connection,
  caseId: string,
  places: readonly Facet[],
): Promise<readonly Facet[]> {
  const numbers = places.flatMap(({ value }) => (value.includes('#') ? [Number(splitKey(value)[0])] : []))
  if (numbers.length === 0) return places
  const documents = await db
    .selectFrom('documents')
    .select(['number', 'id'])
    .where('case_id', '=', caseId)
    .where('number', 'in', numbers)
    .execute()
  const ids = new Map(documents.map(({ number, id }) => [String(number), id]))
  return places.map((place) => {
    const [number, entity] = splitKey(place.value)
    const id = ids.get(number)
    return id === undefined ? place : { ...place, value: keyOf(id, entity) }
  })
}

/** The filter as a condition on what `claims` and `claim_sources` both hold; null where that is not all it asks for. */
function ownCondition(caseId: string, filter: ClaimFilter): Condition | null {
  const { property, certainty, polarity, status, ...others } = filter
  if (narrows(others)) return null
  const all: Condition[] = [sql`case_id = ${caseId}`]
  if (property !== undefined) all.push(sql`property = ${property}`)
  // Not the bare columns: SQLite would go by their own indexes, and sort what it finds
  if (certainty) all.push(sql`coalesce(certainty, 0) = ${CERTAINTIES.indexOf(certainty)}`)
  if (polarity) all.push(sql`coalesce(polarity, '') = ${polarity}`)
  if (status) all.push(sql`coalesce(status, '') = ${status}`)
  return sql.join(all, sql` and `)
}
