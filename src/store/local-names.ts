import { sql } from 'kysely'
import type { Connection } from './database/database.js'
import { unpacked } from './derived.js'
import type { Spelling } from './store.js'

interface Member {
  readonly number: number
  readonly document: string
  readonly file: string
  readonly entity: string
  readonly name: string | null
}

/** Readings opened for the names that were not kept when they were saved, at most. */
const OPENED = 50

/** What documents call an entity, in the first of its members. */
export async function spellingsOf(
  db: Connection,
  caseId: string,
  entity: string,
  limit: number,
): Promise<readonly Spelling[]> {
  const { rows } = await sql<Member>`
    select d.number as number, d.id as document, d.file as file, m.entity as entity, n.name as name from (
      select case_id, document, entity from entity_members
      where case_id = ${caseId} and entity_id = ${entity} order by document, entity limit ${limit}
    ) m join documents d on d.case_id = m.case_id and d.number = m.document
    left join local_names n on n.case_id = m.case_id and n.document = m.document and n.entity = m.entity
    order by m.document, m.entity, n.name`.execute(db)
  const known = rows.flatMap(({ document, file, name }) => (name === null ? [] : [{ name, document, file }]))
  // What the case's names were found by stands in no reading.
  const older = rows
    .filter(({ name, entity }) => name === null && !entity.startsWith('found-'))
    .slice(0, OPENED)
  return [...known, ...(await Promise.all(older.map((member) => opened(db, caseId, member)))).flat()]
}

/** The same out of a reading that was saved before names were kept. */
async function opened(db: Connection, caseId: string, member: Member): Promise<Spelling[]> {
  const { number, document, file, entity } = member
  const row = await db
    .selectFrom('derived')
    .select('content')
    .where('case_id', '=', caseId)
    .where('document', '=', number)
    .executeTakeFirst()
  if (!row) return []
  const { reading } = await unpacked(new Uint8Array(row.content))
  const own = reading.entities.find(({ id }) => id === entity)
  return own ? [own.name, ...own.aliases].map((name) => ({ name, document, file })) : []
}
