/**
 * A logical copy: one JSON value a line, the same from either database and for either. A line that says what it is, the
 * rows table by table, and a last line with how many there were and their SHA-256. What follows from the kept readings
 * (claims, passages, who stands beside whom) is not in it; it is made again on restoring.
 */
import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Case } from '../schema/case.js'
import { createDatabase, type Connection } from './database/database.js'
import { openPostgres } from './database/postgres.js'
import { openSqlite } from './database/sqlite.js'
import { migrate } from './migrate.js'
import { MIGRATIONS } from './migrations/migrations.js'
import { among } from './rows.js'
import type { Location } from './open.js'
import type { Tables } from './tables.js'

/** Counts the versions of this form and of the tables in it. */
export const BACKUP_VERSION = MIGRATIONS.at(-1)!.version

type Copied = Exclude<
  keyof Tables,
  | 'whence_schema'
  | 'claims'
  | 'claim_texts'
  | 'claim_words'
  | 'claim_sources'
  | 'claim_terms'
  | 'passages'
  | 'name_words'
  | 'name_pieces'
  | 'workings'
  | 'entity_pairs'
  | 'local_names'
>

/** In the order of restoring, each with what sorts its rows within a case. */
export const COPIED: Readonly<Record<Copied, readonly string[]>> = {
  cases: ['id'],
  documents: ['number'],
  judgements: ['number'],
  derived: ['document'],
  document_sketches: ['document'],
  sketch_bands: ['band', 'document'],
  document_links: ['left_id', 'right_id', 'kind'],
  claim_blocks: ['block', 'at'],
  entities: ['id'],
  entity_members: ['document', 'entity'],
  entity_blocks: ['block', 'entity_id'],
  doubtful_pairs: ['left_id', 'right_id'],
  propositions: ['id'],
  proposition_claims: ['document_id', 'claim_id', 'proposition'],
  findings: ['id'],
  finding_claims: ['document_id', 'claim_id', 'file', 'finding'],
  custody_heads: ['case_id'],
}

const AT_ONCE = 200

/**
 * The lines of a copy of the cases named by id (null: of all), each without its line end, as they stand at one moment,
 * whoever writes meanwhile. Opens a connection of its own.
 */
export async function* backup(location: Location, caseIds: readonly string[] | null): AsyncGenerator<string> {
  const engine = location.url ? openPostgres(location.url, 1) : openSqlite(location.folder!)
  try {
    await migrate(createDatabase(engine))
    const db = engine.connection
    await sql
      .raw(engine.dialect === 'sqlite' ? 'begin' : 'begin isolation level repeatable read read only')
      .execute(db)
    const hash = createHash('sha256')
    let lines = 0
    const counted = (value: unknown): string => {
      const line = JSON.stringify(value)
      hash.update(`${line}\n`)
      lines++
      return line
    }
    yield counted({ whence: 'backup', version: BACKUP_VERSION, made: new Date().toISOString() })
    let cases = db.selectFrom('cases').selectAll().orderBy('id')
    if (caseIds) cases = cases.where(among(engine.dialect, 'id', caseIds))
    const rows = await cases.execute()
    for (const row of rows) yield counted({ table: 'cases', row })
    for (const { id } of rows)
      for (const [table, keys] of Object.entries(COPIED) as [Copied, readonly string[]][])
        if (table !== 'cases')
          for await (const row of rowsOf(db, table, id, keys)) yield counted({ table, row })
    yield JSON.stringify({ end: true, lines, sha256: hash.digest('hex') })
    await sql`commit`.execute(db)
  } finally {
    await engine.close()
  }
}

/** All rows of one case in a table, in the order of `keys`, a few at a time. */
async function* rowsOf(
  db: Connection,
  table: Copied,
  caseId: Case['id'],
  keys: readonly string[],
): AsyncGenerator<Record<string, unknown>> {
  const columns = sql.join(keys.map((key) => sql.ref(key)))
  // A row is as large as its document where it holds a reading
  const limit = table === 'derived' ? 8 : AT_ONCE
  for (let last: Record<string, unknown> | null = null; ;) {
    const values: Record<string, unknown> | null = last
    const beyond: RawBuilder<unknown> = values
      ? sql`and (${columns}) > (${sql.join(keys.map((key) => values[key]))})`
      : sql``
    const { rows }: { rows: Record<string, unknown>[] } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)}
      where case_id = ${caseId} ${beyond} order by ${columns} limit ${limit}`.execute(db)
    for (const row of rows) yield table === 'derived' ? { ...row, content: base64(row['content']) } : row
    if (rows.length < limit) return
    last = rows.at(-1)!
  }
}

const base64 = (content: unknown): string => Buffer.from(content as Uint8Array).toString('base64')
