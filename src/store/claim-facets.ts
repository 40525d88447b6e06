import { sql, type RawBuilder } from 'kysely'
import { alongIndexes, amongHits, type Counted, less } from './claim-counts.js'
import type { Connection, Dialect } from './database/database.js'
import { CERTAINTIES, NO_PROPERTY } from './claim-rows.js'
import { holding } from './fold.js'
import { keyOf, splitKey } from './keys.js'
import type { ClaimFilter, Facet } from './store.js'

/** Values given of each facet. */
const MOST = 20

type Facets = Readonly<Record<string, readonly Facet[]>>
type Condition = RawBuilder<unknown>

/** What is counted, and where. */
interface Asked {
  readonly db: Connection
  readonly dialect: Dialect
  readonly caseId: string
  readonly filter: ClaimFilter
}

/** How often each value comes under a filter, which is this condition on `claims` (null: none meets it), the most frequent first. */
export async function claimFacets(asked: Asked, condition: Condition | null): Promise<Facets> {
  if (condition === null) return { property: [], certainty: [], polarity: [], who: [], status: [], place: [] }
  const { db, dialect, caseId, filter } = asked
  const { like, ...rest } = filter
  const own = ownCondition(caseId, rest)
  const counts =
    own === null
      ? await amongHits(db, dialect, caseId, { from: sql`claims where ${condition}`, many: false })
      : like
        ? await withWords({ ...asked, filter: rest }, own, like)
        : await alongIndexes(db, caseId, own, narrows(rest))
  return {
    property: most(counts.property.filter(({ value }) => value !== NO_PROPERTY)),
    certainty: most(counts.certainty).map(({ value, count }) => ({
      value: CERTAINTIES[Number(value)]!,
      count,
    })),
    polarity: most(counts.polarity),
    who: most(counts.who.filter(({ value }) => value !== '')),
    status: most(counts.status),
    place: await withDocuments(db, caseId, most(counts.place)),
  }
}

/** Whether a filter leaves claims out. */
export const narrows = ({ sort: _sort, descending: _descending, ...rest }: ClaimFilter): boolean =>
  Object.values(rest).some((value) => value !== undefined && value !== '')

/** Claims that are looked at to know how frequent words are. */
const SAMPLE = 2000
/** Parts of the claims: from the first on, those without the words are sooner counted; from the second on, see amongHits. */
const FREQUENT = 0.8
const MANY = 0.1

/** Where words are asked for too: of frequent ones the claims without them are looked up, and taken away from all. */
async function withWords(asked: Asked, own: Condition, like: string): Promise<Counted> {
  const { db, dialect, caseId, filter } = asked
  const held = sql`folded like ${holding(like)} escape '\\'`
  const { rows } = await sql<{ all_of: number; found: number }>`select count(*) as all_of,
    coalesce(sum(case when ${held} then 1 else 0 end), 0) as found
    from (select folded from claim_words where ${own} limit ${sql.lit(SAMPLE)}) as sample`.execute(db)
  const { all_of, found } = rows[0]!
  const words = (condition: Condition, part: number): Promise<Counted> =>
    amongHits(db, dialect, caseId, {
      from: sql`claim_words where ${own} and ${condition}`,
      many: part >= MANY,
    })
  const part = all_of === 0 ? 0 : found / all_of
  if (part < FREQUENT) return words(held, part)
  const all = await alongIndexes(db, caseId, own, narrows(filter))
  return less(all, await words(sql`not (${held})`, 1 - part))
}

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
