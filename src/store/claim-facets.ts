import { sql, type RawBuilder } from 'kysely'
import type { Connection, Dialect } from './database/database.js'
import { CERTAINTIES, NO_PROPERTY } from './claim-rows.js'
import { holding } from './fold.js'
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
  dialect: Dialect,
  caseId: string,
  condition: Condition | null,
  filter: ClaimFilter,
): Promise<Facets> {
  if (condition === null) return { property: [], certainty: [], polarity: [], who: [], status: [], place: [] }
  const { like, ...rest } = filter
  const own = ownCondition(caseId, rest)
  const { tallies, who, places } =
    own === null
      ? await amongHits(db, dialect, caseId, sql`claims where ${condition}`)
      : like
        ? await withWords(db, dialect, caseId, own, narrows(rest), like)
        : await alongIndexes(db, caseId, own, narrows(rest))
  const of = (facet: 'property' | 'certainty' | 'polarity' | 'status'): readonly Facet[] => {
    const counts = new Map<string, number>()
    for (const tally of tallies)
      counts.set(String(tally[facet]), (counts.get(String(tally[facet])) ?? 0) + tally.count)
    return most(
      [...counts]
        .filter(([value, count]) => count > 0 && (facet !== 'property' || value !== NO_PROPERTY))
        .map(([value, count]) => ({ value, count })),
    )
  }
  return {
    property: of('property'),
    certainty: of('certainty').map(({ value, count }) => ({ value: CERTAINTIES[Number(value)]!, count })),
    polarity: of('polarity'),
    who: most(who.filter(({ value }) => value !== '')),
    status: of('status'),
    place: await withDocuments(db, caseId, most(places)),
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
  own: Condition,
  narrowed: boolean,
): Promise<Counted> {
  const tallies = await sql<Tally>`select property, certainty, polarity, status, count(*) as count
    from claims where ${own} group by property, certainty, polarity, status`.execute(db)
  const who = await sql<Facet>`${grouped(sql`who`, sql`claim_sources where ${own}`)}`.execute(db)
  const within = narrowed ? sql`and exists (select 1 from claims where claims.at = t.at and ${own})` : sql``
  const places = await sql<Facet>`${grouped(PLACE, sql`${placesIn(caseId)} ${within}`)}`.execute(db)
  return { tallies: tallies.rows, who: who.rows, places: places.rows }
}

/** Claims that are looked at to know whether words are frequent. */
const SAMPLE = 2000
const FREQUENT = 0.6

/** Where words are asked for too: of frequent ones the claims without them are looked up, and taken away from all. */
async function withWords(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  own: Condition,
  narrowed: boolean,
  like: string,
): Promise<Counted> {
  const held = sql`folded like ${holding(like)} escape '\\'`
  const { rows } = await sql<{ all_of: number; found: number }>`select count(*) as all_of,
    coalesce(sum(case when ${held} then 1 else 0 end), 0) as found
    from (select folded from claim_words where ${own} limit ${sql.lit(SAMPLE)}) as sample`.execute(db)
  const { all_of, found } = rows[0]!
  if (found < FREQUENT * all_of)
    return amongHits(db, dialect, caseId, sql`claim_words where ${own} and ${held}`)
  const all = await alongIndexes(db, caseId, own, narrowed)
  return less(all, await amongHits(db, dialect, caseId, sql`claim_words where ${own} and not (${held})`))
}

/** Otherwise the claims are looked up once, in rows that hold what they are counted by. */
async function amongHits(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  from: Condition,
): Promise<Counted> {
  const who = sql`hit join claim_sources s on s.case_id = ${caseId} and s.at = hit.at`
  const place = sql`${placesIn(caseId)} and t.at in (select at from hit)`
  const hit = sql`with hit as materialized (select at, ${TALLY} as tally from ${from})`
  if (dialect === 'sqlite') {
    // It would sort them to group them, which takes it longer than all the rest
    const { rows } = await sql<Record<'tallies' | 'who' | 'places', string>>`${hit} select
      (select json_group_array(tally) from hit) as tallies,
      (select json_group_array(s.who) from ${who}) as who,
      (select json_group_array(${PLACE}) from ${place}) as places`.execute(db)
    const { tallies, who: names, places } = rows[0]!
    return { tallies: talliesOf(counted(tallies)), who: counted(names), places: counted(places) }
  }
  const { rows } = await sql<Facet & { facet: string }>`${hit}
    select 'tally' as facet, tally as value, count(*) as count from hit group by tally
    union all select 'who', s.who, count(*) from ${who} group by s.who
    union all select 'place', ${PLACE}, count(*) from ${place} group by ${PLACE}`.execute(db)
  const of = (facet: string) => rows.filter((row) => row.facet === facet)
  return { tallies: talliesOf(of('tally')), who: of('who'), places: of('place') }
}

function counted(json: string): readonly Facet[] {
  const counts = new Map<string, number>()
  for (const value of JSON.parse(json) as string[]) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

/** The property last: it alone may hold a space. */
const TALLY = sql`certainty || ' ' || polarity || ' ' || status || ' ' || property`

const talliesOf = (facets: readonly Facet[]): readonly Tally[] =>
  facets.map(({ value, count }) => {
    const [certainty = '', polarity = '', status = '', ...property] = value.split(' ')
    return { certainty: Number(certainty), polarity, status, property: property.join(' '), count }
  })

/** What is left of all counts without some of them. */
function less(all: Counted, some: Counted): Counted {
  const without = (of: readonly Facet[], taken: readonly Facet[]): Facet[] => {
    const counts = new Map(taken.map(({ value, count }) => [value, count]))
    return of
      .map(({ value, count }) => ({ value, count: count - (counts.get(value) ?? 0) }))
      .filter(({ count }) => count > 0)
  }
  return {
    tallies: [...all.tallies, ...some.tallies.map((tally) => ({ ...tally, count: -tally.count }))],
    who: without(all.who, some.who),
    places: without(all.places, some.places),
  }
}

const grouped = (value: Condition, from: Condition): Condition => sql`select cast(${value} as text) as value,
  count(*) as count from ${from} group by ${value}`

/** The most frequent first. */
const most = (facets: readonly Facet[]): readonly Facet[] =>
  [...facets].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST)

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

/** The filter as a condition on what `claims`, `claim_sources` and `claim_words` all hold; null where that is not all it asks for. */
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
