/** Files that are on the disk when the promise resolves, whatever is cut or killed afterwards. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { WhenceError } from '../schema/errors.js'

/** Only for the owner: a case names sources. */
export const FOLDER_MODE = 0o700
/** Written once. */
export const FILE_MODE = 0o400

export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE })
  } catch (error) {
    throw diskError(folder, error)
  }
}

/** Makes the names in a folder durable (after a rename or a new file). */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes `chunks` to a new name beside `path`, syncs, renames, syncs the folder: `path` is whole or not there.
 * @throws WhenceError 'disk-full' or 'file-unwritable'; nothing is left behind.
 */
export async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.${randomUUID()}.part`)
  try {
    const handle = await open(temporary, 'wx', FILE_MODE)
    try {
      for await (const chunk of chunks) await handle.writeFile(chunk)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
    await syncFolder(folder)
  } catch (error) {
    await rm(temporary, { force: true })
    throw diskError(path, error)
  }
}

/** What the system says of a write, as an error that reaches the user. */
export function diskError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return new WhenceError('disk-full', dirname(path))
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return new WhenceError('file-unwritable', path, code)
  return error
}
