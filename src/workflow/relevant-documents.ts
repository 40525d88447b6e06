/** Which documents of a case a text can have to do with: those that name whom or what it names. */
import { blockKeys } from '../resolve/blocks.js'
import { localEntities } from '../resolve/local-entity.js'
import type { Reading } from '../schema/reading.js'
import type { Home } from './home.js'

/** So many are compared in seconds. */
const MOST = 600

/** Ids, the most promising first, at most `MOST`: in a case that small, all. */
export async function relevantDocuments(
  home: Home,
  caseId: string,
  documents: readonly string[],
  text: Reading,
): Promise<readonly string[]> {
  if (documents.length <= MOST) return documents
  const keys = [...new Set(localEntities(text).flatMap(blockKeys))]
  const counts = new Map<string, number>()
  for (const { members, documents: many } of await home.store.entities.inBlocks(caseId, keys))
    for (const member of members) {
      const id = member.slice(0, member.indexOf('#'))
      // A name that stands everywhere says little.
      counts.set(id, (counts.get(id) ?? 0) + 1 / Math.sqrt(Math.max(1, many)))
    }
  const present = new Set(documents)
  return [...counts]
    .filter(([id]) => present.has(id))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([id]) => id)
}
