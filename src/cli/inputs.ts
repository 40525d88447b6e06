/** What a command was asked to read: files as named, folders walked, stdin for `-`. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { WhenceError } from '../schema/errors.js'

export interface Input {
  /** As given; for a file of a folder, the folder as given and the way down. */
  readonly file: string
  /** @throws WhenceError 'file-missing' or 'file-unreadable'. */
  bytes(): Promise<Uint8Array>
}

/**
 * The inputs in the order given, those of a folder in the order of their names. Of a folder, files with one of the
 * extensions in `taken`, or none, are taken, and `leftOut` is told of the others; a file named by itself is always taken.
 */
export async function* inputsOf(
  paths: readonly string[],
  stdin: Readable,
  taken: () => Promise<ReadonlySet<string>>,
  leftOut: (file: string) => void,
): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield { file: path, bytes: () => drain(stdin) }
    else if (await isFolder(path)) yield* walk(path, taken, leftOut)
    else yield fileInput(path)
  }
}

const fileInput = (file: string): Input => ({ file, bytes: () => open(file) })

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

async function* walk(
  folder: string,
  taken: () => Promise<ReadonlySet<string>>,
  leftOut: (file: string) => void,
): AsyncGenerator<Input> {
  let entries
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { file: folder, bytes: () => Promise.reject(unreadable(folder, error)) }
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    // A link to a folder may lead back up; only what lies here is walked.
    if (entry.isDirectory()) yield* walk(path, taken, leftOut)
    else if (!isTaken(await taken(), entry.name)) leftOut(path)
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))) yield fileInput(path)
  }
}

function isTaken(taken: ReadonlySet<string>, name: string): boolean {
  const extension = extname(name).slice(1).toLowerCase()
  return extension === '' || taken.has(extension)
}

async function open(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

function unreadable(file: string, error: unknown): WhenceError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new WhenceError('file-missing', file)
  return new WhenceError('file-unreadable', file, code ?? String(error))
}

async function drain(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
