import { WhenceError } from '../../schema/errors.js'

interface Failure {
  readonly code?: unknown
  readonly message?: unknown
}

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as Failure
  return typeof code === 'string' ? code : ''
}

/** Another process holds the lock; trying again helps. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error))

/** Two transactions of PostgreSQL got in each other's way; running one again helps. */
export const isConflict = (error: unknown): boolean => /^(?:40001|40P01)$/.test(codeOf(error))

const UNREACHABLE =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|ENOENT|EACCES|ETIMEDOUT|EPIPE|57P0[123]|08...|28...|3D000|53300)$/

/** What the database in `place` says as an error the user can act on; what nobody foresaw passes as it is. */
export function translate(error: unknown, place: string): unknown {
  if (error instanceof WhenceError) return error
  const code = codeOf(error)
  const why = error instanceof Error ? error.message : String(error)
  if (/^SQLITE_FULL/.test(code) || code === '53100' || code === 'ENOSPC')
    return new WhenceError('disk-full', place)
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code) || /^XX00[12]$/.test(code))
    return new WhenceError('store-damaged', why)
  if (isBusy(error)) return new WhenceError('store-busy')
  if (/^SQLITE_(?:CANTOPEN|READONLY|IOERR|PERM|AUTH)/.test(code))
    return new WhenceError('store-unwritable', why)
  if (UNREACHABLE.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(why))
    return new WhenceError('store-unreachable', why)
  return error
}

export async function translated<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translate(error, place)
  }
}
