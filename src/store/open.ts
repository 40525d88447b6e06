import { caseStore } from './cases.js'
import { changeCounts } from './changes.js'
import { claimStore } from './claims.js'
import { comparisonStore } from './comparison.js'
import { custodyHeads } from './custody-heads.js'
import { createDatabase, type Database } from './database/database.js'
import { translated } from './database/failures.js'
import { openPostgres } from './database/postgres.js'
import { openSqlite } from './database/sqlite.js'
import { documentStore } from './documents.js'
import { entityStore } from './entities.js'
import { judgementStore } from './judgements.js'
import { migrate } from './migrate.js'
import { searchStore } from './search/find.js'
import type { Store } from './store.js'
import { workingStore } from './workings.js'

export interface Location {
  /** postgres://…: where it is given, the folder is not used. */
  readonly url?: string | undefined
  /** Where whence.db is or is to be. */
  readonly folder?: string | undefined
}

/**
 * Opens the database, making or bringing it up to date first.
 * @throws WhenceError 'store-newer', 'store-damaged', 'store-unwritable', 'store-unreachable', 'disk-full'.
 */
export async function openStore(location: Location): Promise<Store> {
  return storeOver(await openDatabase(location))
}

/** The database alone, up to date: for backups, which go below the nouns. */
export async function openDatabase({ url, folder }: Location): Promise<Database> {
  const database = await translated(folder ?? '', async () => {
    if (url) return createDatabase(openPostgres(url))
    if (!folder) throw new TypeError('a database needs a url or a folder')
    return createDatabase(openSqlite(folder))
  })
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

export const storeOver = (database: Database): Store => ({
  dialect: database.dialect,
  cases: caseStore(database),
  documents: documentStore(database),
  claims: claimStore(database),
  entities: entityStore(database),
  comparison: comparisonStore(database),
  judgements: judgementStore(database),
  search: searchStore(database),
  custody: custodyHeads(database),
  changes: changeCounts(database),
  workings: workingStore(database),
  close: () => database.close(),
})
