/** Copies of what is kept: of the database daily and in rotation, of everything when asked. */
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { WhenceError } from '../schema/errors.js'
import { backup } from '../store/backup.js'
import { openDatabase } from '../store/open.js'
import { openOriginals } from '../store/originals.js'
import { restore } from '../store/restore.js'
import type { Home, Whereabouts } from './home.js'

/** Automatic copies kept. */
const KEPT = 7
const DAY = 24 * 60 * 60 * 1000
const DATABASE = 'database.jsonl.gz'
const AUTOMATIC = /^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z\.jsonl\.gz$/

/** Writes the database to a file in the folder of backups, drops the oldest, and gives the file. */
export async function backupDatabase(at: Whereabouts, home: Home, now: Date): Promise<string> {
  await mkdir(home.backups, { recursive: true, mode: 0o700 })
  const path = join(home.backups, `${now.toISOString().replaceAll(':', '')}.jsonl.gz`)
  await writeCopy(at, path)
  for (const old of (await copies(home)).slice(0, -KEPT)) await rm(join(home.backups, old), { force: true })
  return path
}

/** Does so where the latest is older than a day. Gives the file, or null. */
export async function backupDaily(at: Whereabouts, home: Home, now: Date): Promise<string | null> {
  const latest = (await copies(home)).at(-1)
  if (latest !== undefined) {
    const made = (await stat(join(home.backups, latest))).mtimeMs
    // One from the future was made by a clock that was wrong.
    if (Math.abs(now.getTime() - made) < DAY) return null
  }
  return backupDatabase(at, home, now)
}

async function copies({ backups }: Home): Promise<string[]> {
  return (await readdir(backups).catch(() => [])).filter((name) => AUTOMATIC.test(name)).sort()
}

/** Writes everything to `folder`: the database, the logs of custody, and the originals that are not there yet. Gives how many originals it holds. */
export async function backupAll(at: Whereabouts, home: Home, folder: string): Promise<number> {
  await mkdir(join(folder, 'custody'), { recursive: true, mode: 0o700 })
  // The database first: what it names is on the disk already, and later documents do no harm.
  await writeCopy(at, join(folder, DATABASE))
  for (const { id } of await home.store.cases.list()) {
    const log = home.custody.path(id)
    if (await isFile(log)) await copyFile(log, join(folder, 'custody', `${id}.jsonl`))
  }
  const originals = await openOriginals(join(folder, 'originals'))
  let count = 0
  for await (const id of home.originals.ids()) {
    const kept = await originals.put(home.originals.path(id))
    if (kept.id !== id) throw new WhenceError('original-damaged', id)
    count++
  }
  return count
}

/**
 * Restores a copy of the database (a file) or of everything (a folder) into this home. Cases that are there already are
 * never overwritten. Gives the ids of the cases restored.
 * @throws WhenceError 'backup-damaged', 'backup-newer', 'case-exists', 'file-missing'.
 */
export async function restoreHome(at: Whereabouts, home: Home, source: string): Promise<readonly string[]> {
  const found = await stat(source).catch(() => null)
  if (!found) throw new WhenceError('file-missing', source)
  const whole = found.isDirectory()
  if (whole) {
    const from = await openOriginals(join(source, 'originals'))
    for await (const id of from.ids()) {
      const kept = await home.originals.put(from.path(id))
      if (kept.id !== id) throw new WhenceError('original-damaged', id)
    }
    for (const name of await readdir(join(source, 'custody')).catch(() => [])) {
      const log = home.custody.path(name.replace(/\.jsonl$/, ''))
      // A log that is here already goes on further than its copy, or belongs to a case that is not restored.
      if (!(await isFile(log))) await copyFile(join(source, 'custody', name), log)
    }
  }
  const database = await openDatabase(at)
  try {
    return await restore(database, linesOf(whole ? join(source, DATABASE) : source))
  } finally {
    await database.close()
  }
}

async function writeCopy(at: Whereabouts, path: string): Promise<void> {
  const part = `${path}.part`
  async function* lines(): AsyncGenerator<string> {
    for await (const line of backup(at, null)) yield `${line}\n`
  }
  try {
    await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600 }))
    const handle = await open(part, 'r')
    await handle.sync().finally(() => handle.close())
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new WhenceError('disk-full', path)
    throw error
  }
}

/** @throws WhenceError 'backup-damaged' where it is cut short or no such file. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const packed = createReadStream(path)
  const plain = createGunzip()
  let failure: Error | null = null
  const fail = (error: Error): void => {
    failure ??= error
    plain.destroy()
  }
  packed.on('error', fail)
  plain.on('error', fail)
  for await (const line of createInterface({ input: packed.pipe(plain), crlfDelay: Infinity })) yield line
  if (failure) throw new WhenceError('backup-damaged', (failure as Error).message)
}

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() ?? false
