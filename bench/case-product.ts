/** The product as the affairs are scored through it: a file is opened and read, all are investigated, a draft is checked. */
import { checkDraft } from '../src/workflow/check-draft.js'
import { investigate, type Investigation, type Read } from '../src/workflow/investigate.js'
import { lazyOpener } from '../src/workflow/open-apart.js'
import type { Reader } from '../src/workflow/read-document.js'
import type { Checked } from '../src/schema/case.js'
import type { Reading } from '../src/schema/reading.js'
import { ingest, isText } from '../src/ingest/ingest.js'

export interface Product {
  read(bytes: Uint8Array, file: string): Promise<Read>
  investigate(documents: readonly Read[]): Promise<Investigation>
  check(draft: Reading, investigation: Investigation, documents: readonly Read[]): Promise<readonly Checked[]>
  close(): Promise<void>
}

export function productOf(reader: Reader): Product {
  const opener = lazyOpener(1)
  return {
    async read(bytes, file) {
      const plain = await isText(bytes, file)
      const document = plain ? ingest(bytes, file) : await opener.open(bytes, file)
      const reading = await reader.readDocument(document)
      return { reading, ...(document.turns ? { turns: document.turns } : {}) }
    },
    investigate: (documents) => investigate(documents),
    check: checkDraft,
    close: () => opener.close(),
  }
}
