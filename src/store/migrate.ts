import { sql } from 'kysely'
import { WhenceError } from '../schema/errors.js'
import type { Database, Dialect } from './database/database.js'
import { MIGRATIONS, type Migration } from './migrations/migrations.js'

/** Any fixed number: who holds it on PostgreSQL migrates. */
const LOCK = 5_917_203

/** A statement in the words of one database. Text compares by bytes on both, so that both sort alike. */
export const inDialect = (statement: string, dialect: Dialect): string =>
  dialect === 'sqlite'
    ? statement.replaceAll('{clustered}', 'without rowid')
    : statement
        .replaceAll('{clustered}', '')
        .replace(/\bblob\b/g, 'bytea')
        .replace(/(?<=\w )text\b/g, 'text collate "C"')

/**
 * Brings the database to the newest version, in one transaction: all or nothing, and one process at a time.
 * @throws WhenceError 'store-newer' where a newer Whence made it.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const newest = migrations.at(-1)?.version ?? 0
  const before = await versionOf(database)
  if (before > newest) throw new WhenceError('store-newer', String(before), String(newest))
  if (before === newest) return
  await database.write(async (db) => {
    if (database.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
    await sql`create table if not exists whence_schema (version bigint not null)`.execute(db)
    const current = (await db.selectFrom('whence_schema').select('version').executeTakeFirst())?.version ?? 0
    if (current > newest) throw new WhenceError('store-newer', String(current), String(newest))
    for (const migration of migrations) {
      if (migration.version <= current) continue
      const depending = (await migration.depending?.(db, database.dialect)) ?? []
      const own = migration[database.dialect] ?? []
      for (const statement of [...depending, ...migration.statements, ...own])
        await sql.raw(inDialect(statement, database.dialect)).execute(db)
    }
    await db.deleteFrom('whence_schema').execute()
    await db.insertInto('whence_schema').values({ version: newest }).execute()
  })
}

/** 0 where nothing has been made yet. */
async function versionOf(database: Database): Promise<number> {
  return database.read(async (db) => {
    const tables =
      database.dialect === 'sqlite' ? sql`sqlite_master where name` : sql`pg_tables where tablename`
    const own = database.dialect === 'sqlite' ? sql`` : sql`and schemaname = current_schema()`
    const found = await sql`select 1 from ${tables} = 'whence_schema' ${own}`.execute(db)
    if (found.rows.length === 0) return 0
    return (await db.selectFrom('whence_schema').select('version').executeTakeFirst())?.version ?? 0
  })
}
