/** Files → documents of a case that wait to be read. */
import { resolve } from 'node:path'
import { WhenceError } from '../schema/errors.js'
import { findFiles, unreadable, type FoundOrNot } from './find-files.js'
import type { Home } from './home.js'
import { addedEntry, type Incoming, keepOriginals, type Keeping } from './keep-documents.js'

export interface Added {
  readonly files: number
  /** Documents that the case did not have, by id. */
  readonly fresh: readonly string[]
  /** Files whose bytes the case had already, under whatever name. */
  readonly known: number
  readonly failed: readonly { readonly file: string; readonly why: string }[]
}

export interface Adding extends Keeping {
  /** Told after each batch. */
  readonly progress?: (files: number) => void
}

/** Files or bytes put together before the disk is waited for. */
const BATCH = { files: 256, bytes: 64 * 1024 * 1024 } as const
/** Errors that concern every file. */
const FATAL: ReadonlySet<string> = new Set(['disk-full', 'file-unwritable', 'custody-broken'])

/**
 * Adds every file under `paths`. What this counts as added is on the disk and logged, and is read sooner or later whatever
 * happens to this program. Doing it twice changes nothing.
 * @throws WhenceError 'disk-full', 'file-unwritable', 'custody-broken'; what was added before stays.
 */
export async function addDocuments(
  home: Home,
  caseId: string,
  paths: readonly string[],
  { by, now, progress }: Adding,
): Promise<Added> {
  const failed: { file: string; why: string }[] = []
  const fresh: string[] = []
  let files = 0
  let known = 0
  const names = namesOf(home, caseId)
  for await (const batch of batches(findFiles(paths))) {
    const incoming: Incoming[] = []
    for (const found of batch) {
      files++
      if ('failure' in found) failed.push({ file: found.file, why: found.failure.message })
      else
        incoming.push({
          file: found.file,
          source: found.file,
          from: resolve(found.file),
          parent: null,
          modified: found.modified,
        })
    }
    const done = await addBatch(home, caseId, incoming, { by, now }, names, (file, why) =>
      failed.push({ file, why }),
    )
    fresh.push(...done.fresh)
    known += done.known
    progress?.(files)
  }
  return { files, fresh, known, failed }
}

/** Adds what is in memory or in a file already: an upload, a page that was saved. The same promises. */
export async function addIncoming(
  home: Home,
  caseId: string,
  incoming: readonly Incoming[],
  keeping: Keeping,
): Promise<Added> {
  const failed: { file: string; why: string }[] = []
  const tell = (file: string, why: string): void => void failed.push({ file, why })
  const done = await addBatch(home, caseId, incoming, keeping, namesOf(home, caseId), tell)
  return { files: incoming.length, ...done, failed }
}

async function addBatch(
  home: Home,
  caseId: string,
  incoming: readonly Incoming[],
  keeping: Keeping,
  names: () => Promise<Set<string>>,
  failed: (file: string, why: string) => void,
): Promise<{ fresh: readonly string[]; known: number }> {
  const kept = await keepOriginals(home, incoming, keeping, ({ file }, error) => {
    if (error instanceof WhenceError && FATAL.has(String(error.code))) throw error
    failed(file, (error instanceof WhenceError ? error : unreadable(file, error)).message)
  })
  const records = await Promise.all(kept.map(({ document }) => home.store.documents.get(caseId, document.id)))
  const isNew = kept.filter((_, i) => records[i] === null || records[i]!.state === 'removed')
  const renamed: typeof kept = []
  for (const [i, one] of kept.entries()) {
    const record = records[i]
    if (!record || record.state === 'removed' || record.file === one.document.file) continue
    const name = nameOf(one.document.id, one.document.file)
    const said = await names()
    if (!said.has(name)) renamed.push(one)
    said.add(name)
  }
  await home.custody.append(caseId, [...isNew, ...renamed].map(addedEntry))
  const fresh = await home.store.documents.add(
    caseId,
    isNew.map(({ document }) => document),
  )
  return { fresh, known: kept.length - fresh.length }
}

const nameOf = (id: string, file: string): string => `${id} ${file}`

/** The names under which documents came in before, read from the log when they are first asked for. */
function namesOf(home: Home, caseId: string): () => Promise<Set<string>> {
  let known: Promise<Set<string>> | null = null
  const read = async (): Promise<Set<string>> => {
    const names = new Set<string>()
    for await (const { act, document, detail } of home.custody.entries(caseId))
      if (act === 'added' && document !== null) names.add(nameOf(document, String(detail['file'])))
    return names
  }
  return () => (known ??= read())
}

async function* batches(found: AsyncIterable<FoundOrNot>): AsyncGenerator<FoundOrNot[]> {
  let batch: FoundOrNot[] = []
  let bytes = 0
  for await (const one of found) {
    batch.push(one)
    bytes += 'size' in one ? one.size : 0
    if (batch.length < BATCH.files && bytes < BATCH.bytes) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
