/** A document goes out of a case: what was derived from it is dropped, that it was there and who took it out is kept. */
import type { DocumentRecord } from '../schema/case.js'
import type { Home } from './home.js'
import type { Keeping } from './keep-documents.js'

const PAGE = 1000

/** Removes a document with all that came out of it. Its bytes stay among the originals: other cases may hold them. Gives how many went. */
export async function removeDocument(
  home: Home,
  record: DocumentRecord,
  { by, now }: Keeping,
): Promise<number> {
  const going = [record]
  for (let i = 0; i < going.length; i++) going.push(...(await childrenOf(home, going[i]!)))
  await home.custody.append(
    record.case,
    going.map(({ id, file, parent }) => ({
      at: now(),
      by,
      act: 'removed' as const,
      document: id,
      detail: { file, ...(parent === null ? {} : { parent }) },
    })),
  )
  let removed = 0
  // The innermost first, so that a container is never gone while its parts stay.
  for (const { id } of going.reverse()) if (await home.store.documents.remove(record.case, id)) removed++
  return removed
}

async function childrenOf(home: Home, { case: caseId, id }: DocumentRecord): Promise<DocumentRecord[]> {
  const found: DocumentRecord[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = await home.store.documents.list(caseId, { parent: id }, { offset, limit: PAGE })
    found.push(...rows)
    if (offset + PAGE >= total) return found.filter(({ state }) => state !== 'removed')
  }
}
