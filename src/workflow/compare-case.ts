import type { Home } from './home.js'
import { investigateCase } from './investigate-case.js'
import { openNetworks } from './networks.js'

/** Brings what a case's documents say together up to date, with the package's networks. `anew`: all of it. */
export async function compareCase(home: Home, caseId: string, anew = false): Promise<void> {
  const networks = openNetworks()
  try {
    await investigateCase(home, caseId, networks, { anew })
  } finally {
    await networks.close()
  }
}
