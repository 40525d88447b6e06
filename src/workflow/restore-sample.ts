import type { Home, Whereabouts } from './home.js'
import { restoreHome } from './backup-home.js'
import { WhenceError } from '../schema/errors.js'

/** Brings the sample case along from a backup of it; where it is here already, nothing happens. */
export async function restoreSample(at: Whereabouts, home: Home, backup: string): Promise<void> {
  try {
    await restoreHome(at, home, backup)
  } catch (error) {
    if (!(error instanceof WhenceError) || error.code !== 'case-exists') throw error
  }
}
