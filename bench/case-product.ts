/** The product as the affairs are scored through it: a file is opened and read, all are investigated, a draft is checked. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ingestFile } from '../src/ingest/ingest.js'
import type { Document } from '../src/schema/document.js'
import type { Checked } from '../src/schema/case.js'
import type { Reading } from '../src/schema/reading.js'
import { checkDraft } from '../src/workflow/check-draft.js'
import { investigate, type Investigation, type Read } from '../src/workflow/investigate.js'
import type { Reader } from '../src/workflow/read-document.js'
import type { File } from './case-truth.js'

export interface Product {
  read(file: File): Promise<Read>
  investigate(documents: readonly Read[]): Promise<Investigation>
  check(draft: Reading, investigation: Investigation, documents: readonly Read[]): Promise<readonly Checked[]>
}

export const productOf = (reader: Reader): Product => ({
  async read(file) {
    const document = await opened(file)
    const reading = await reader.readDocument(document)
    return { reading, ...(document.turns ? { turns: document.turns } : {}) }
  },
  investigate: (documents) => investigate(documents),
  check: checkDraft,
})

/** The document in a file of ours, which needs no process apart. */
export async function opened({ file, path }: File): Promise<Document> {
  const bytes = readFileSync(path)
  const source = { file, path, size: bytes.length, head: bytes.subarray(0, 65_536), bytes: () => Promise.resolve(bytes) } // prettier-ignore
  const id = createHash('sha256').update(bytes).digest('hex')
  const { document } = await ingestFile(source, id, { child: () => Promise.resolve(), progress: () => undefined }) // prettier-ignore
  return document
}
