import { openMeaning } from '../inference/meaning.js'
import type { Home } from './home.js'
import { investigateCase } from './investigate-case.js'
import { MEANING_FOLDER } from './investigate.js'

/** Brings what a case's documents say together up to date, with the package's sentence encoder. `anew`: all of it. */
export async function compareCase(home: Home, caseId: string, anew = false): Promise<void> {
  const meaning = openMeaning(MEANING_FOLDER)
  try {
    await investigateCase(home, caseId, (texts) => meaning.embed(texts), { anew })
  } finally {
    await meaning.close()
  }
}
