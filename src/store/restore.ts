/** Reads a backup into a database that does not hold its cases yet. All or nothing, and only as data: nothing in it is run. */
import { createHash } from 'node:crypto'
import { WhenceError } from '../schema/errors.js'
import { BACKUP_VERSION, COPIED } from './backup.js'
import type { Connection, Database } from './database/database.js'
import { saveDerived, unpacked } from './derived.js'
import { pairAll } from './entity-pairs.js'
import { insertAll } from './rows.js'
import { prepareSearch } from './search/index-words.js'
import type { Tables } from './tables.js'

type Row = Readonly<Record<string, string | number | null>>
interface Line {
  readonly table: keyof typeof COPIED
  readonly row: Row
}

const AT_ONCE = 200

/**
 * Gives the ids of the cases restored.
 * @throws WhenceError 'backup-damaged', 'backup-newer', 'case-exists'; the database is then as it was before.
 */
export async function restore(
  database: Database,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<readonly string[]> {
  return database.write(
    async (db) => {
      const cases = new Set<string>()
      let table: Line['table'] | null = null
      let rows: Row[] = []
      const flush = async () => {
        const [into, these] = [table, rows]
        rows = []
        if (into && these.length > 0) await sound(() => insertRows(database, db, into, these))
      }
      for await (const { table: next, row } of checked(lines)) {
        if (next !== table || rows.length === AT_ONCE) await flush()
        table = next
        if (next === 'cases') await restoreCase(database, db, row, cases)
        else if (!cases.has(String(row['case_id']))) throw damaged('a row belongs to none of its cases')
        else rows.push(row)
      }
      await flush()
      for (const caseId of cases) await pairAll(db, caseId)
      return [...cases]
    },
    { once: true },
  )
}

const damaged = (why: string) => new WhenceError('backup-damaged', why)

/** The rows of a backup, once its first line is known; after the last row, whether all of them were there and unharmed. */
async function* checked(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  let count = 0
  let ended = false
  for await (const line of lines) {
    if (line === '') continue
    if (ended) throw damaged('something follows its end')
    const value = parsed(line)
    if (value['end'] === true) {
      if (value['lines'] !== count || value['sha256'] !== hash.digest('hex'))
        throw damaged('its checksum differs')
      ended = true
      continue
    }
    hash.update(`${line}\n`)
    if (count++ === 0) checkHead(value)
    else yield checkLine(value)
  }
  if (!ended) throw damaged('its end is missing')
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Told below, as for any other value
  }
  throw damaged('a line is no JSON object')
}

function checkHead({ whence, version }: Record<string, unknown>): void {
  if (whence !== 'backup' || typeof version !== 'number') throw damaged('it does not begin as one')
  if (version > BACKUP_VERSION) throw new WhenceError('backup-newer', String(version), String(BACKUP_VERSION))
}

function checkLine({ table, row }: Record<string, unknown>): Line {
  const known = typeof table === 'string' && Object.hasOwn(COPIED, table)
  const plain =
    typeof row === 'object' &&
    row !== null &&
    Object.entries(row).every(
      ([column, value]) =>
        /^[a-z_]{1,40}$/.test(column) &&
        (value === null || typeof value === 'string' || typeof value === 'number'),
    )
  if (!known || !plain) throw damaged('it holds something that is no row of a case')
  return { table, row } as Line
}

async function restoreCase(database: Database, db: Connection, row: Row, cases: Set<string>): Promise<void> {
  const [id, name] = [String(row['id']), String(row['name'])]
  if (!/^[0-9a-f]{16}$/.test(id)) throw damaged('a case has no proper id')
  const there = await db
    .selectFrom('cases')
    .select('id')
    .where((e) => e.or([e('id', '=', id), e('name', '=', name)]))
    .executeTakeFirst()
  if (there) throw new WhenceError('case-exists', name)
  await sound(() => insertAll(db, 'cases', [row as unknown as Tables['cases']]))
  await prepareSearch(db, database.dialect, id)
  cases.add(id)
}

async function insertRows(
  { dialect }: Database,
  db: Connection,
  table: Line['table'],
  rows: readonly Row[],
): Promise<void> {
  if (table !== 'derived') return insertAll(db, table, rows as unknown as Tables[typeof table][])
  for (const row of rows) {
    const owner = await db
      .selectFrom('documents')
      .select(['case_id', 'number', 'id', 'file'])
      .where('case_id', '=', String(row['case_id']))
      .where('number', '=', Number(row['document']))
      .executeTakeFirstOrThrow()
    const content = Buffer.from(String(row['content']), 'base64')
    await saveDerived(db, dialect, owner, await unpacked(content), content)
  }
}

/** What the database will not take was not written by a backup, unless the disk is full or the like. */
async function sound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (/^(?:SQLITE_(?:FULL|BUSY|IOERR|CORRUPT)|53|57|40|E[A-Z])/.test(code)) throw error
    throw damaged(error instanceof Error ? error.message.slice(0, 200) : String(error))
  }
}
