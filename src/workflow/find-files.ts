/** The files that a folder, or a list of paths, holds. */
import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WhenceError } from '../schema/errors.js'

export interface Found {
  /** As given, and the way down. */
  readonly file: string
  readonly size: number
  /** When it was last written to, as its disk says. */
  readonly modified: string
}
export type FoundOrNot = Found | { readonly file: string; readonly failure: WhenceError }

/**
 * Every plain file under the paths, in the order given, those of a folder in the order of their names. Links inside a folder
 * are not followed (they may lead anywhere) and are given with the reason, as is everything that is no plain file.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundOrNot> {
  for (const path of paths) yield* at(path, true)
}

async function* at(path: string, named: boolean): AsyncGenerator<FoundOrNot> {
  let found
  try {
    found = await (named ? stat(path) : lstat(path))
  } catch (error) {
    yield { file: path, failure: unreadable(path, error) }
    return
  }
  if (found.isFile()) yield { file: path, size: found.size, modified: found.mtime.toISOString() }
  else if (found.isDirectory()) yield* within(path)
  else yield { file: path, failure: new WhenceError('file-special', path) }
}

async function* within(folder: string): AsyncGenerator<FoundOrNot> {
  let names
  try {
    names = await readdir(folder)
  } catch (error) {
    yield { file: folder, failure: unreadable(folder, error) }
    return
  }
  for (const name of names.sort()) yield* at(join(folder, name), false)
}

export function unreadable(file: string, error: unknown): WhenceError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new WhenceError('file-missing', file)
  return new WhenceError('file-unreadable', file, code ?? String(error))
}
