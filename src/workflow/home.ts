/** The place where everything is kept: the database, the originals, the logs of custody, and room to work in. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { openCustody, type Custody } from '../store/custody.js'
import { openStore } from '../store/open.js'
import { openOriginals, type Originals } from '../store/originals.js'
import type { Store } from '../store/store.js'

export interface Home {
  readonly folder: string
  readonly store: Store
  readonly originals: Originals
  readonly custody: Custody
  /** Where files are opened; emptied at will. */
  readonly scratch: string
  readonly backups: string
  close(): Promise<void>
}

export interface Whereabouts {
  readonly folder: string
  /** PostgreSQL, in place of the database in the folder. */
  readonly url?: string
}

/** WHENCE_HOME, or the user's data folder; WHENCE_DATABASE_URL, where a team has one. */
export function whereabouts(env: NodeJS.ProcessEnv = process.env): Whereabouts {
  const folder = env['WHENCE_HOME'] || join(dataFolder(env), 'whence')
  const url = env['WHENCE_DATABASE_URL']
  return { folder, ...(url ? { url } : {}) }
}

/** As the XDG base directory specification, Apple and Microsoft have it. */
function dataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share')
}

/** Opens it, and makes it where it is not there yet. @throws what the store throws. */
export async function openHome({ folder, url }: Whereabouts): Promise<Home> {
  const originals = await openOriginals(join(folder, 'originals'))
  const store = await openStore({ folder, url })
  const custody = await openCustody(join(folder, 'custody'), store.custody)
  return {
    folder,
    store,
    originals,
    custody,
    scratch: join(folder, 'scratch'),
    backups: join(folder, 'backups'),
    close: () => store.close(),
  }
}
