/** Bytes to Reading: the one place that knows that ingest comes before reading. */
import { fileURLToPath } from 'node:url'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPool } from '../inference/pool.js'
import { readVocabulary } from '../inference/wordpiece.js'
import { ingest } from '../ingest/ingest.js'
import { checkOrder, run } from '../read/run.js'
import { stepsWith } from '../read/steps.js'
import type { Reading } from '../schema/reading.js'

/** The folder of the reading model that the package ships. */
export const MODEL_FOLDER = fileURLToPath(new URL('../../model/', import.meta.url))

export interface Reader {
  /** Reads one document. Never throws for what is in it: what could not be read stands in `problems`. */
  read(bytes: Uint8Array, file: string, progress?: (words: number, all: number) => void): Promise<Reading>
  close(): Promise<void>
}

/** Loads the model. `threads` copies of it read side by side. Throws WhenceError 'model-missing' or 'model-damaged'. */
export async function openReader({ threads = 1 }: { threads?: number } = {}): Promise<Reader> {
  const model = await createPool(MODEL_FOLDER, { size: threads })
  const vocabulary = readVocabulary(await readFile(join(MODEL_FOLDER, 'vocab.txt'), 'utf8'))
  checkOrder(stepsWith({ model, vocabulary }))
  return {
    read: (bytes, file, progress) =>
      run(ingest(bytes, file), stepsWith({ model, vocabulary, ...(progress ? { progress } : {}) })),
    close: () => model.close(),
  }
}
