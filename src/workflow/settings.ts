/** What the user set, in a small file beside the database. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface StoredSettings {
  /** Whom decisions are by. */
  readonly by?: string
}

const FILE = 'settings.json'

/** Empty where nothing was set, or the file is damaged: settings are easily made again. */
export async function readSettings(folder: string): Promise<StoredSettings> {
  try {
    const { by } = JSON.parse(await readFile(join(folder, FILE), 'utf8')) as StoredSettings
    return typeof by === 'string' && by.trim() !== '' ? { by } : {}
  } catch {
    return {}
  }
}

export async function writeSettings(folder: string, settings: StoredSettings): Promise<void> {
  const path = join(folder, FILE)
  await writeFile(`${path}.part`, JSON.stringify(settings), { mode: 0o600 })
  await rename(`${path}.part`, path)
}
