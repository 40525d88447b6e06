/** Every test of the store runs on both databases: SQLite in a fresh folder, PostgreSQL in a fresh database of a server. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe } from 'vitest'
import type { Location } from '../src/store/open.js'

export interface TestDatabase {
  readonly name: 'sqlite' | 'postgres'
  /** Makes an empty database; `drop` takes it away again, once nobody uses it. */
  make(): Promise<{ readonly location: Location; drop(): Promise<void> }>
}

const server = process.env['WHENCE_TEST_DATABASE_URL']

const sqlite: TestDatabase = {
  name: 'sqlite',
  make: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whence-store-'))
    return { location: { folder }, drop: async () => rmSync(folder, { recursive: true, force: true }) }
  },
}

const postgres: TestDatabase = {
  name: 'postgres',
  make: async () => {
    const name = `whence_test_${randomBytes(6).toString('hex')}`
    await onServer(`create database ${name} template template0 encoding 'UTF8'`)
    const url = new URL(server!)
    url.pathname = `/${name}`
    return {
      location: { url: url.href },
      drop: () => onServer(`drop database if exists ${name} with (force)`),
    }
  },
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Those that can be had here. */
export const databases: readonly TestDatabase[] = server ? [sqlite, postgres] : [sqlite]

/** Runs the tests once a database; those on PostgreSQL are skipped, and count as such, where no server is named. */
export function onBoth(name: string, tests: (database: TestDatabase) => void): void {
  describe.each([sqlite, postgres])(`${name} ($name)`, (database) => {
    describe.skipIf(database.name === 'postgres' && !server)('', () => tests(database))
  })
}
