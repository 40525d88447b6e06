import type { Connection, Dialect } from '../database/database.js'
import * as first from './001-case.js'
import * as second from './002-workings.js'
import * as third from './003-screens.js'
import * as fourth from './004-said.js'
import * as fifth from './005-sources.js'

/** One step from the version before to `version`, in statements that both databases take. Never changed once released. */
export interface Migration {
  readonly version: number
  /** Those that depend on what the database has; they come first. */
  readonly depending?: (db: Connection, dialect: Dialect) => Promise<readonly string[]>
  readonly statements: readonly string[]
  /** After these, what one database needs alone. */
  readonly postgres?: readonly string[]
  readonly sqlite?: readonly string[]
}

/** In order; a new one is a new file and a new line. */
export const MIGRATIONS: readonly Migration[] = [first, second, third, fourth, fifth]
