import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.js'
import { translated } from './failures.js'

export type Dialect = 'sqlite' | 'postgres'
export type Connection = Kysely<Tables>

/** What a database must be able to do. */
export interface Engine {
  readonly dialect: Dialect
  readonly connection: Connection
  /** Where it keeps its data, for messages. */
  readonly place: string
  /** Runs `work` as one transaction that no other writer can come into. `once`: `work` is never run again after a conflict. */
  transaction<T>(work: (connection: Connection) => Promise<T>, once: boolean): Promise<T>
  /** Runs one reading query, again where the database was busy. */
  query<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface Database {
  readonly dialect: Dialect
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** One transaction, on disk when it resolves. Inside another one it becomes part of that. */
  write<T>(work: (connection: Connection) => Promise<T>, options?: { readonly once?: boolean }): Promise<T>
  close(): Promise<void>
}

interface Running {
  readonly connection: Connection
  open: boolean
}

/**
 * A database for the nouns of the store. A call made while a transaction of the same flow runs takes part in it rather
 * than waiting for the connection that this transaction holds, which would never come free.
 */
export function createDatabase(engine: Engine): Database {
  const flow = new AsyncLocalStorage<Running>()
  const running = (): Connection | null => {
    const current = flow.getStore()
    return current?.open ? current.connection : null
  }
  return {
    dialect: engine.dialect,
    async read(work) {
      const connection = running()
      await breath()
      return connection ? work(connection) : translated(engine.place, () => engine.query(work))
    },
    async write(work, { once = false } = {}) {
      const connection = running()
      if (connection) return work(connection)
      await breath()
      const inside = (connection: Connection) => {
        const current = { connection, open: true }
        return flow.run(current, async () => {
          try {
            return await work(connection)
          } finally {
            current.open = false
          }
        })
      }
      return translated(engine.place, () => engine.transaction(inside, once))
    },
    close: () => engine.close(),
  }
}

let lastBreath = performance.now()

/** SQLite answers within the call, so a loop over it would never let timers and requests have their turn. */
async function breath(): Promise<void> {
  if (performance.now() - lastBreath < 10) return
  await new Promise((resolve) => setImmediate(resolve))
  lastBreath = performance.now()
}
