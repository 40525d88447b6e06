import { sql, type RawBuilder } from 'kysely'
import { CERTAINTIES } from './claim-rows.js'
import { daysOf } from './days.js'
import type { Connection, Dialect } from './database/database.js'
import { holding, indexable } from './fold.js'
import { splitKey } from './keys.js'
import { PER_DOCUMENT, placesOf } from './place.js'
import { among } from './rows.js'
import type { ClaimFilter } from './store.js'

type Condition = RawBuilder<unknown>

/** The filter as a condition on `claims`; null where nothing can meet it. */
export async function claimCondition(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  filter: ClaimFilter,
): Promise<Condition | null> {
  const all: Condition[] = [sql`claims.case_id = ${caseId}`]
  if (filter.document !== undefined) {
    const number = await numberOf(db, caseId, filter.document)
    if (number === null) return null
    const [from, end] = placesOf(number)
    all.push(sql`claims.at >= ${from} and claims.at < ${end}`)
  }
  const roles = filter.beside === undefined ? ['s', 'o'] : ['s', 'o', 'r']
  for (const entity of [filter.entity, filter.beside])
    if (entity !== undefined) all.push(await byEntity(db, caseId, entity, roles))
  if (filter.place !== undefined) all.push(await byEntity(db, caseId, filter.place, ['p']))
  if (filter.who !== undefined)
    all.push(
      sql`claims.at in (select at from claim_sources where case_id = ${caseId} and who = ${indexable(filter.who)})`,
    )
  if (filter.property !== undefined) all.push(sql`property = ${filter.property}`)
  if (filter.certainty) all.push(sql`certainty = ${CERTAINTIES.indexOf(filter.certainty)}`)
  if (filter.polarity) all.push(sql`polarity = ${filter.polarity}`)
  if (filter.status) all.push(sql`status = ${filter.status}`)
  // Without a day of its own a claim is neither before nor after anything
  if (filter.from) all.push(sql`time_to >= ${daysOf(filter.from).from}`)
  if (filter.to) all.push(sql`time_from <= ${daysOf(filter.to).to}`)
  if (filter.times) all.push(among(dialect, 'edtf', filter.times))
  if (filter.said) all.push(among(dialect, 'said', filter.said))
  if (filter.dated !== undefined) all.push(filter.dated ? sql`edtf is not null` : sql`edtf is null`)
  if (filter.printed)
    all.push(sql`claims.at / ${sql.lit(PER_DOCUMENT)} in (select number from documents where case_id = ${caseId}
      and ${among(dialect, 'published', filter.printed)})`)
  if (filter.like)
    all.push(sql`claims.at in (select at from claim_words where case_id = ${caseId}
      and folded like ${holding(filter.like)} escape '\\')`)
  return sql.join(all, sql` and `)
}

async function numberOf(db: Connection, caseId: string, documentId: string): Promise<number | null> {
  const row = await db
    .selectFrom('documents')
    .select('number')
    .where('case_id', '=', caseId)
    .where('id', '=', documentId)
    .executeTakeFirst()
  return row?.number ?? null
}

/** By a case's entity, or by `document#entity` of one document. */
async function byEntity(
  db: Connection,
  caseId: string,
  entity: string,
  roles: readonly string[],
): Promise<Condition> {
  const [documentId, local] = splitKey(entity)
  const number = documentId === '' ? null : await numberOf(db, caseId, documentId)
  const own =
    number === null
      ? sql``
      : sql`union select at from claim_terms where case_id = ${caseId} and document = ${number}
          and entity = ${local} and role in (${sql.join(roles)})`
  return sql`claims.at in (
    select t.at from entity_members m cross join claim_terms t
    where t.case_id = m.case_id and t.document = m.document and t.entity = m.entity and m.case_id = ${caseId} and m.entity_id = ${entity} and t.role in (${sql.join(roles)}) ${own})`
}

/** Columns to sort by; the place in the case decides between equals. */
export function claimOrder({ sort = 'document', descending = false }: ClaimFilter): Condition {
  const way = descending ? sql`desc` : sql`asc`
  const column = {
    document: null,
    time: descending ? 'time_to' : 'time_from',
    certainty: 'certainty',
    property: 'property',
    who: 'origin',
  }[sort]
  return column === null ? sql`at ${way}` : sql`${sql.ref(column)} ${way}, at ${way}`
}
