import type { DocumentRecord, DocumentState } from '../schema/case.js'
import type { Header } from '../schema/document.js'
import type { Problem } from '../schema/reading.js'
import { folded, storable } from './fold.js'
import { NO_DAY } from './days.js'
import type { DocumentTable } from './tables.js'
import type { NewDocument } from './store.js'

export function toRecord(row: DocumentTable): DocumentRecord {
  return {
    case: row.case_id,
    id: row.id,
    file: row.file,
    parent: row.parent,
    state: row.state as DocumentState,
    reason: row.reason === null ? null : (JSON.parse(row.reason) as Problem),
    mediaType: row.media_type,
    language: row.language,
    title: row.title,
    publisher: row.publisher,
    byline: JSON.parse(row.byline) as string[],
    published: row.published,
    bytes: row.bytes,
    pages: row.pages,
    words: row.words,
    claims: row.claims,
    problems: row.problems,
    added: row.added,
    addedBy: row.added_by,
    attempts: row.attempts,
    nextTry: row.next_try,
    madeBy: row.made_by,
    ...(row.headers === null ? {} : { headers: JSON.parse(row.headers) as Header[] }),
  }
}

/** Nothing known of it yet but where it came from. */
export const waitingRow = (caseId: string, number: number, document: NewDocument): DocumentTable => ({
  case_id: caseId,
  number,
  id: document.id,
  file: storable(document.file),
  parent: document.parent,
  bytes: document.bytes,
  added: document.added,
  added_by: storable(document.addedBy),
  folded: folded(document.file),
  state: 'waiting',
  ...FORGOTTEN,
  ...FREE,
  attempts: 0,
  next_try: null,
  reason: null,
  headers: document.headers ? JSON.stringify(document.headers) : null,
})

/** What a record loses with what was derived from its document. */
export const FORGOTTEN = {
  media_type: null,
  language: null,
  title: null,
  publisher: null,
  byline: '[]',
  published: null,
  published_from: NO_DAY,
  published_to: -NO_DAY,
  pages: null,
  words: 0,
  claims: 0,
  problems: 0,
  made_by: null,
} as const

/** Nobody's work. */
export const FREE = { worker: null, lease_from: null, lease_until: null } as const
