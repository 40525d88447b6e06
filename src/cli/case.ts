/** What the commands over a case have in common: where everything is kept, the case meant, who does it. */
import { userInfo } from 'node:os'
import type { Case, DocumentRecord } from '../schema/case.js'
import { WhenceError } from '../schema/errors.js'
import type { Home } from '../workflow/home.js'
import type { Keeping } from '../workflow/keep-documents.js'

/** Opens the home that the environment names, and closes it afterwards. */
export async function atHome<T>(run: (home: Home) => Promise<T>): Promise<T> {
  // Loaded here so that help and usage errors come at once.
  const { openHome, whereabouts } = await import('../workflow/home.js')
  const home = await openHome(whereabouts())
  try {
    return await run(home)
  } finally {
    await home.close()
  }
}

/** @throws WhenceError 'case-missing'. */
export async function caseNamed(home: Home, name: string): Promise<Case> {
  const found = await home.store.cases.find(name)
  if (!found) throw new WhenceError('case-missing', name)
  return found
}

/** @throws WhenceError 'document-missing'. */
export async function documentNamed(home: Home, { id }: Case, name: string): Promise<DocumentRecord> {
  const found = await home.store.documents.find(id, name)
  if (!found) throw new WhenceError('document-missing', name)
  return found
}

export const keeping = (): Keeping => ({ by: user(), now: () => new Date().toISOString() })

function user(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list.
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}
