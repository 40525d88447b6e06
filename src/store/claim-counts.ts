/** How often each value of each facet comes among claims, counted in the way that is quickest for which claims they are. */
import { sql, type RawBuilder } from 'kysely'
import { CERTAINTIES, NO_PROPERTY } from './claim-rows.js'
import { OPEN } from './claim-status.js'
import type { Connection, Dialect } from './database/database.js'
import type { Facet } from './store.js'

type Condition = RawBuilder<unknown>

/** Values in no order; of the certainty its number, of a property also that there is none. */
export interface Counted {
  readonly property: readonly Facet[]
  readonly certainty: readonly Facet[]
  readonly polarity: readonly Facet[]
  readonly status: readonly Facet[]
  readonly who: readonly Facet[]
  /** Entities of the case, or `number#entity` of a document's that are none yet. */
  readonly place: readonly Facet[]
}

const PLACE = sql`coalesce(m.entity_id, t.document || '#' || t.entity)`
const placesIn = (caseId: string): Condition => sql`claim_terms t
  left join entity_members m on m.case_id = t.case_id and m.document = t.document and m.entity = t.entity
  where t.case_id = ${caseId} and t.role = 'p'`

/** Where the filter is about what indexes hold: each facet along one that is in its order. */
export async function alongIndexes(
  db: Connection,
  caseId: string,
  own: Condition,
  narrowed: boolean,
): Promise<Counted> {
  const facts = await sql<Facts>`select property, certainty, polarity, status, count(*) as count
    from claims where ${own} group by property, certainty, polarity, status`.execute(db)
  const who = await sql<Facet>`${grouped(sql`who`, sql`claim_sources where ${own}`)}`.execute(db)
  const within = narrowed ? sql`and exists (select 1 from claims where claims.at = t.at and ${own})` : sql``
  const places = await sql<Facet>`${grouped(PLACE, sql`${placesIn(caseId)} ${within}`)}`.execute(db)
  return { ...each(facts.rows), who: who.rows, place: places.rows }
}

/**
 * The claims that `from` finds are looked up once, in rows that hold what they are counted by. `many`: they are so many that
 * `from`, which is then `claim_words where …`, is read through as it is, and of each place it is asked whether its claim is one.
 */
export async function amongHits(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  { from, many }: { from: Condition; many: boolean },
): Promise<Counted> {
  const hit = sql`hit as materialized (select at from ${from})`
  const words = sql`hit join claim_words on claim_words.case_id = ${caseId} and claim_words.at = hit.at`
  const place = sql`${placesIn(caseId)} and t.at in (select at from hit)`
  if (dialect === 'sqlite') {
    const within = sql`${placesIn(caseId)} and exists (select 1 from ${from} and claim_words.at = t.at)`
    // It would sort them to group them, which takes it longer than all the rest
    const { rows } = await sql<
      Record<'facts' | 'properties' | 'places', string> & { sources: string | null }
    >`
      ${many ? sql`` : sql`with ${hit}`} select json_group_array(${FACTS}) as facts,
      json_group_array(property) filter (where property <> ${NO_PROPERTY}) as properties,
      group_concat(sources, char(10)) as sources,
      (select json_group_array(${PLACE}) from ${many ? within : place}) as places
      from ${many ? from : words}`.execute(db)
    const { facts, properties, sources, places } = rows[0]!
    return {
      ...each(tally(listed(facts)).map(({ value, count }) => ({ ...factsOf(Number(value)), count }))),
      property: tally(listed(properties)),
      who: names(tally(sources?.split('\n') ?? [])),
      place: tally(listed(places)),
    }
  }
  const { rows } = await sql<Facet & { facet: string }>`
    with ${hit}, rows as materialized (select ${LINE} as facts, sources from ${words})
    select 'facts' as facet, facts as value, count(*) as count from rows group by facts
    union all select 'sources', sources, count(*) from rows group by sources
    union all select 'place', ${PLACE}, count(*) from ${place} group by ${PLACE}`.execute(db)
  const of = (facet: string): readonly Facet[] =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))
  const facts = of('facts').map(({ value, count }) => ({ ...factsIn(value), count }))
  return { ...each(facts), who: names(of('sources')), place: of('place') }
}

/** What is left of all counts without some of them. */
export function less(all: Counted, some: Counted): Counted {
  const without = (facet: keyof Counted): Facet[] => {
    const counts = new Map(some[facet].map(({ value, count }) => [value, count]))
    return all[facet]
      .map(({ value, count }) => ({ value, count: count - (counts.get(value) ?? 0) }))
      .filter(({ count }) => count > 0)
  }
  return {
    property: without('property'),
    certainty: without('certainty'),
    polarity: without('polarity'),
    status: without('status'),
    who: without('who'),
    place: without('place'),
  }
}

/** What claims have that are counted as one. */
interface Facts {
  readonly property: string
  readonly certainty: number
  readonly polarity: string
  readonly status: string
  readonly count: number
}

function each(facts: readonly Facts[]): Pick<Counted, 'property' | 'certainty' | 'polarity' | 'status'> {
  const of = (facet: 'property' | 'certainty' | 'polarity' | 'status'): readonly Facet[] => {
    const counts = new Map<string, number>()
    for (const some of facts)
      counts.set(String(some[facet]), (counts.get(String(some[facet])) ?? 0) + some.count)
    return [...counts].map(([value, count]) => ({ value, count }))
  }
  return {
    property: of('property'),
    certainty: of('certainty'),
    polarity: of('polarity'),
    status: of('status'),
  }
}

const POLARITIES = ['positive', 'negative'] as const
const STATUSES = [OPEN, 'accepted', 'rejected'] as const

/** All but the property in one number, of which many are soon told. */
const FACTS = sql.raw(
  `certainty + ${CERTAINTIES.length} * ((polarity = 'negative')
    + ${POLARITIES.length} * ((status = 'accepted') + 2 * (status = 'rejected')))`,
)

function factsOf(number: number): Omit<Facts, 'count'> {
  const rest = Math.floor(number / CERTAINTIES.length)
  return {
    property: NO_PROPERTY,
    certainty: number % CERTAINTIES.length,
    polarity: POLARITIES[rest % POLARITIES.length]!,
    status: STATUSES[Math.floor(rest / POLARITIES.length)]!,
  }
}

/** The same in a line; the property last, which alone may hold a space. */
const LINE = sql`certainty || ' ' || polarity || ' ' || status || ' ' || property`

function factsIn(line: string): Omit<Facts, 'count'> {
  const [certainty = '', polarity = '', status = '', ...property] = line.split(' ')
  return { certainty: Number(certainty), polarity, status, property: property.join(' ') }
}

const listed = (json: string): readonly (string | number)[] => JSON.parse(json) as (string | number)[]

function tally(values: readonly (string | number)[]): readonly Facet[] {
  const counts = new Map<string | number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value: String(value), count }))
}

/** Each name of lists in JSON, as often as there are lists that hold it. */
function names(lists: readonly Facet[]): readonly Facet[] {
  const counts = new Map<string, number>()
  for (const { value, count } of lists)
    for (const name of JSON.parse(value) as string[]) counts.set(name, (counts.get(name) ?? 0) + count)
  return [...counts].map(([value, count]) => ({ value, count }))
}

const grouped = (value: Condition, from: Condition): Condition => sql`select cast(${value} as text) as value,
  count(*) as count from ${from} group by ${value}`
