/**
 * SQLite in one file, through one connection a process. Every commit reaches the disk (WAL with synchronous=FULL); other
 * processes may read and write at the same time.
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import Libsql from 'libsql'
import type { Tables } from '../tables.js'
import type { Engine } from './database.js'
import { isBusy } from './failures.js'

const FILE = 'whence.db'
/** How long a writer waits for the others, in milliseconds. */
const PATIENCE = 60_000

/** The engine over `folder`/whence.db, both made for the owner alone where they are not there yet. */
export function openSqlite(folder: string): Engine {
  const raw = openFile(folder)
  const connection = new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(raw) }) })
  return {
    dialect: 'sqlite',
    place: folder,
    connection,
    query: (work) => patiently(() => work(connection)),
    transaction: (work) =>
      connection.connection().execute(async (held) => {
        await patiently(async () => raw.exec('begin immediate'))
        try {
          const value = await work(held)
          raw.exec('commit')
          return value
        } catch (error) {
          // A full disk has rolled back already
          if (raw.inTransaction) raw.exec('rollback')
          throw error
        }
      }),
    async close() {
      // Statements that are not collected yet keep the driver from doing this itself; whence.db alone then lacks the latest
      try {
        raw.pragma('optimize')
        raw.pragma('wal_checkpoint(truncate)')
      } catch {
        // Busy or full: everything stays in whence.db-wal, where the next to open finds it
      }
      await connection.destroy()
    },
  }
}

function openFile(folder: string): Libsql.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  // SQLite gives its side files the rights of this one
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  else chmodSync(path, 0o600)
  const raw = new Libsql(path)
  // Short, because it blocks the whole process; `patiently` waits without blocking
  raw.pragma('busy_timeout = 50')
  const until = Date.now() + PATIENCE
  for (;;)
    try {
      // Switching to WAL is refused, not waited for, while another process does the same
      raw.pragma('journal_mode = wal')
      break
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) {
        raw.close()
        throw error
      }
    }
  raw.pragma('synchronous = full')
  raw.pragma('foreign_keys = on')
  raw.pragma('journal_size_limit = 67108864')
  raw.pragma('cache_size = -32768')
  raw.pragma('temp_store = memory')
  raw.pragma('analysis_limit = 400')
  return raw
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      await sleep(1 + Math.random() * 20)
    }
}

const REMEMBERED = 256

/** Prepared statements are kept, for preparing costs more than most of them take. */
function remembering(raw: Libsql.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  const forgetting = (sql: string, statement: Libsql.Statement): SqliteStatement => {
    const run = <T>(work: () => T): T => {
      try {
        return work()
      } catch (error) {
        statements.delete(sql)
        throw error
      }
    }
    return {
      reader: statement.reader,
      all: (parameters) => run(() => statement.all(parameters)),
      run: (parameters) => run(() => statement.run(parameters)),
      iterate: () => {
        throw new Error('lists come in pages')
      },
    }
  }
  return {
    close: () => raw.close(),
    prepare(sql) {
      const known = statements.get(sql)
      if (known) return known
      const made = forgetting(sql, raw.prepare(sql))
      if (sql.length > 20_000) return made
      if (statements.size >= REMEMBERED) statements.delete(statements.keys().next().value!)
      statements.set(sql, made)
      return made
    },
  }
}
