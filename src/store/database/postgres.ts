/** PostgreSQL 15 or later, for a team: any number of processes and machines. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '../tables.js'
import type { Engine } from './database.js'
import { isConflict } from './failures.js'

const CONNECTIONS = 8
const TRIES = 10
const INT8 = 20
const NUMERIC = 1700

/** Whole numbers of the store stay below 2^53, so they come back as numbers, as SQLite gives them. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC
      ? Number
      : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

/** The engine over the database at `url` (postgres://…). */
export function openPostgres(url: string, connections = CONNECTIONS): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: 'whence',
    connectionTimeoutMillis: 15_000,
  })
  // A connection that breaks while idle is replaced; without a listener it would end the process
  pool.on('error', () => {})
  const connection = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    place: 'the database server',
    connection,
    query: (work) => work(connection),
    async transaction(work, once) {
      for (let tries = 1; ; tries++)
        try {
          return await connection.transaction().execute(work)
        } catch (error) {
          if (once || !isConflict(error) || tries === TRIES) throw error
        }
    },
    close: () => connection.destroy(),
  }
}
