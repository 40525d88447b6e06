import type { Connection } from './database/database.js'
import { splitKey } from './keys.js'
import { placesOf } from './place.js'

/** Verdicts that decide a claim; the latest one standing counts. */
const STATUS: Readonly<Record<string, string>> = { accept: 'accepted', reject: 'rejected' }
export const OPEN = 'open'

/** Status of the judged claims of one document, by the claim's id within it. */
export async function verdictsOn(
  db: Connection,
  caseId: string,
  documentId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await standing(db, caseId)
    .where('left_id', '>=', `${documentId}#`)
    .where('left_id', '<', `${documentId}$`)
    .execute()
  return new Map(rows.map((row) => [row.left_id.slice(documentId.length + 1), STATUS[row.verdict] ?? OPEN]))
}

/** Brings the row of one claim (`document#claim`) up to date with the judgements on it. */
export async function restate(db: Connection, caseId: string, claim: string): Promise<void> {
  const rows = await standing(db, caseId).where('left_id', '=', claim).execute()
  const [documentId, claimId] = splitKey(claim)
  const document = await db
    .selectFrom('documents')
    .select('number')
    .where('case_id', '=', caseId)
    .where('id', '=', documentId)
    .executeTakeFirst()
  if (!document) return
  const [from, end] = placesOf(document.number)
  const status = STATUS[rows.at(-1)?.verdict ?? ''] ?? OPEN
  const changed = await db
    .updateTable('claims')
    .set({ status })
    .where('case_id', '=', caseId)
    .where('claim_id', '=', claimId)
    .where('at', '>=', from)
    .where('at', '<', end)
    .returning('at')
    .executeTakeFirst()
  if (!changed) return
  for (const table of ['claim_sources', 'claim_words'] as const)
    await db
      .updateTable(table)
      .set({ status })
      .where('case_id', '=', caseId)
      .where('at', '=', changed.at)
      .execute()
}

const standing = (db: Connection, caseId: string) =>
  db
    .selectFrom('judgements')
    .select(['left_id', 'verdict'])
    .where('case_id', '=', caseId)
    .where('kind', '=', 'claim')
    .where('verdict', 'in', Object.keys(STATUS))
    .where('withdrawn_at', 'is', null)
    .orderBy('number')
