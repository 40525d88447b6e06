/** The product as the affairs are scored through it: a file is opened and read, all are investigated, a draft is checked. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ingestFile } from '../src/ingest/ingest.js'
import type { Document } from '../src/schema/document.js'
import type { Checked } from '../src/schema/case.js'
import type { Reading } from '../src/schema/reading.js'
import { checkDraft } from '../src/workflow/check-draft.js'
import { openNetworks } from '../src/workflow/networks.js'
import { investigate, type Investigation, type Read } from '../src/workflow/investigate.js'
import type { Reader } from '../src/workflow/read-document.js'
import type { File } from './case-truth.js'

export interface Product {
  read(file: File): Promise<Read>
  investigate(documents: readonly Read[]): Promise<Investigation>
  check(draft: Reading, investigation: Investigation, documents: readonly Read[]): Promise<readonly Checked[]>
  close(): Promise<void>
}

export const productOf = (reader: Reader, networks = openNetworks()): Product => ({
  read: (file) =>
    kept(file, async () => {
      const document = await opened(file)
      const reading = await reader.readDocument(document)
      return { reading, ...(document.turns ? { turns: document.turns } : {}) }
    }),
  // They are opened once for a case, and stay open for its draft.
  investigate: (documents) => investigate(documents, [], { ...networks, close: () => Promise.resolve() }),
  check: (draft, investigation, documents) => checkDraft(draft, investigation, documents, networks),
  close: networks.close,
})

/** The document in a file of ours, which needs no process apart. */
export async function opened({ file, path }: File): Promise<Document> {
  const bytes = readFileSync(path)
  const source = { file, path, size: bytes.length, head: bytes.subarray(0, 65_536), bytes: () => Promise.resolve(bytes) } // prettier-ignore
  const id = createHash('sha256').update(bytes).digest('hex')
  const { document } = await ingestFile(source, id, { child: () => Promise.resolve(), progress: () => undefined }) // prettier-ignore
  return document
}

/** WHENCE_READINGS names a folder that keeps readings from one run to the next, for work on what comes after reading. */
const KEPT = process.env['WHENCE_READINGS']
const ROOT = join(import.meta.dirname, '..')

async function kept(file: File, read: () => Promise<Read>): Promise<Read> {
  if (!KEPT) return read()
  const hash = createHash('sha256').update(state()).update(file.file).update(readFileSync(file.path))
  const path = join(KEPT, `${hash.digest('hex')}.json`)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Read
  const reading = await read()
  mkdirSync(KEPT, { recursive: true })
  writeFileSync(path, JSON.stringify(reading))
  return reading
}

/** Changes with everything that decides how a file is read. */
let known: string | null = null
function state(): string {
  const of = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name))
        return `${entry.name} ${size} ${mtimeMs}`
      })
  return (known ??= `${['src/ingest', 'src/read', 'src/text'].flatMap(of).join('\n')} ${readFileSync(join(ROOT, 'model/manifest.json'), 'utf8')}`)
}
