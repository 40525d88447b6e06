/** One document of a case, opened: its text, and the documents within it, kept. */
import { statfs } from 'node:fs/promises'
import type { Apart, OpenedApart } from '../ingest/apart/apart.js'
import { DEEPEST, LIMITS, WHOLE } from '../ingest/apart/limits.js'
import type { DocumentRecord } from '../schema/case.js'
import type { Document } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import type { NewDocument } from '../store/store.js'
import type { Home } from './home.js'
import { addedEntry, keepOriginals, type Keeping } from './keep-documents.js'
import { toldByHeaders } from './told-by-headers.js'

export interface OpenedDocument {
  readonly document: Document
  readonly pages: number | null
  /** Those that the case does not have yet: kept and logged. */
  readonly children: readonly NewDocument[]
  /** How many lie within it in all. */
  readonly within: number
}

/** What may come out of a file, in bytes: at least this much, and no more than this many times its own size. */
const LEAST = 1024 * 1024 * 1024
const TIMES = 100
/** Of the room left on the disk, the share that one file may take. */
const SHARE = 0.4
/** Children kept and logged together. */
const BATCH = 256

/** @throws what `Apart.parse` throws, and 'original-missing' or 'original-damaged'. */
export async function openKept(
  home: Home,
  apart: Apart,
  record: DocumentRecord,
  keeping: Keeping,
  progress?: (done: number, all: number | null) => void,
): Promise<OpenedDocument> {
  const above = await ancestorsOf(home, record)
  const deep = above.length >= DEEPEST
  const room = await roomFor(home, record, above.at(-1))
  const opened = await apart.parse(home.originals.path(record.id), record.file, {
    id: record.id,
    output: room.output,
    children: deep ? 0 : room.children,
    ...(progress ? { progress } : {}),
  })
  try {
    const children = await keepChildren(home, record, opened, keeping)
    const problems = opened.document.problems.map((p) =>
      deep && p.code === 'children-many' ? problem('nesting-deep', null, String(DEEPEST)) : p,
    )
    return {
      document: toldByHeaders({ ...opened.document, problems }, record.headers),
      pages: opened.pages,
      children,
      within: opened.children.length,
    }
  } finally {
    await opened.leave()
  }
}

/** The containers it lies in, from the nearest to the outermost. */
async function ancestorsOf(home: Home, record: DocumentRecord): Promise<DocumentRecord[]> {
  const found: DocumentRecord[] = []
  let { parent } = record
  while (parent !== null && found.length <= DEEPEST) {
    const above = await home.store.documents.get(record.case, parent)
    if (!above) break
    found.push(above)
    parent = above.parent
  }
  return found
}

async function roomFor(
  home: Home,
  record: DocumentRecord,
  outermost: DocumentRecord | undefined,
): Promise<{ output: number; children: number }> {
  const disk = await statfs(home.folder)
  const own = Math.max(LEAST, record.bytes * TIMES)
  const had = outermost
    ? await home.store.documents.descendants(record.case, outermost.id)
    : { documents: 0, bytes: 0 }
  return {
    output: Math.floor(
      Math.max(0, Math.min(LIMITS.output, own, disk.bavail * disk.bsize * SHARE, WHOLE.bytes - had.bytes)),
    ),
    children: Math.max(0, Math.min(LIMITS.children, WHOLE.documents - had.documents)),
  }
}

async function keepChildren(
  home: Home,
  record: DocumentRecord,
  { children }: OpenedApart,
  keeping: Keeping,
): Promise<NewDocument[]> {
  const all: NewDocument[] = []
  for (let at = 0; at < children.length; at += BATCH) {
    const incoming = children.slice(at, at + BATCH).map(({ name, path, headers }) => ({
      file: `${record.file}/${name}`,
      source: path,
      from: record.file,
      parent: record.id,
      ...(headers ? { headers } : {}),
    }))
    const kept = await keepOriginals(home, incoming, keeping, (_, error) => {
      throw error
    })
    const records = await Promise.all(
      kept.map(({ document }) => home.store.documents.get(record.case, document.id)),
    )
    // Made anew, a container gives what it gave before; what a person removed meanwhile stays removed.
    const fresh = kept.filter((_, i) => records[i] === null)
    // What the case has from elsewhere is logged as lying here too, the first time.
    const known = kept.filter(
      ({ document }, i) => records[i] && records[i].file !== document.file && record.madeBy === null,
    )
    await home.custody.append(record.case, [...fresh, ...known].map(addedEntry))
    all.push(...fresh.map(({ document }) => document))
  }
  return all
}
