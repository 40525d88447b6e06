import { sql, type RawBuilder } from 'kysely'
import type { Connection, Dialect } from './database/database.js'
import type { Tables } from './tables.js'
import type { Page, Window } from './store.js'

const PARAMETERS = 2000

/** Inserts many rows, a few hundred a statement; `existing` says what becomes of those whose key is there already. */
export async function insertAll<T extends keyof Tables>(
  db: Connection,
  table: T,
  rows: readonly Tables[T][],
  existing: 'fail' | 'keep' = 'fail',
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length
  const size = Math.max(1, Math.floor(PARAMETERS / Math.max(1, columns)))
  for (let i = 0; i < rows.length; i += size) {
    const insert = db.insertInto(table).values(rows.slice(i, i + size) as never)
    await (existing === 'keep' ? insert.onConflict((c) => c.doNothing()) : insert).execute()
  }
}

/** `column in (values)` with one parameter, however many values there are. A column's name, or an expression over columns. */
export const among = (
  dialect: Dialect,
  column: string | RawBuilder<unknown>,
  values: readonly (string | number)[],
): RawBuilder<boolean> => {
  const what = typeof column === 'string' ? sql.ref(column) : column
  if (values.length === 0) return sql<boolean>`1 = 0`
  if (dialect === 'sqlite')
    return sql<boolean>`${what} in (select value from json_each(${JSON.stringify(values)}))`
  const list = values as string[]
  return typeof values[0] === 'number'
    ? sql<boolean>`${what} = any(${list}::bigint[])`
    : sql<boolean>`${what} = any(${list}::text[])`
}

const LARGEST = 1000

/** The window with its defaults and limits. */
export const bounded = ({ offset = 0, limit = 100 }: Window = {}): {
  readonly offset: number
  readonly limit: number
} => ({
  offset: Math.max(0, Math.floor(offset)),
  limit: Math.max(0, Math.min(LARGEST, Math.floor(limit))),
})

/** How many there are: told by the page itself where it holds the end, else counted. */
export async function paged<T>(
  rows: readonly T[],
  window: { readonly offset: number; readonly limit: number },
  count: () => Promise<number>,
): Promise<Page<T>> {
  const ends = rows.length < window.limit && (rows.length > 0 || window.offset === 0)
  return { rows, total: ends ? window.offset + rows.length : await count() }
}
