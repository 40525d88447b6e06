/** Bytes to Reading: the one place that knows that ingest comes before reading. */
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { readListed, readManifest, type Manifest } from '../inference/manifest.js'
import { createPool } from '../inference/pool.js'
import { readVocabulary, type Vocabulary } from '../inference/wordpiece.js'
import type { Encoder } from '../read/encode/encode.js'
import { labelsOf } from '../read/encode/labels.js'
import { checkOrder, run } from '../read/run.js'
import { stepsWith } from '../read/steps.js'
import type { Document } from '../schema/document.js'
import { WhenceError } from '../schema/errors.js'
import type { Reading } from '../schema/reading.js'
import { withChainsParted } from '../resolve/parted-chains.js'
import { joinReadings } from './join-readings.js'
import { madeBy } from './made-by.js'
import { lazyOpener } from './open-apart.js'
import { joinPassages, passagesOf } from './passages.js'
import { STRETCH, stretchesOf } from './stretches.js'

/** The folder of the reading model that the package ships. */
export const MODEL_FOLDER = fileURLToPath(new URL('../../model/', import.meta.url))

/** Told now and then how many words are read, and of how many. */
export type Progress = (words: number, all: number) => void

export interface Reader {
  /**
   * Reads one file of any kind. Never throws for what is in it: what could not be read stands in `problems`.
   * What is no text is opened in a process apart, from a file of its own.
   */
  read(bytes: Uint8Array, file: string, progress?: Progress | null): Promise<Reading>
  /** Reads a document that is opened already. */
  readDocument(document: Document, progress?: Progress | null): Promise<Reading>
  /** What made a reading: the version of every step and of the model. */
  readonly madeBy: string
  close(): Promise<void>
}

/**
 * Loads the model of a folder, the package's own unless another is named. `threads` copies of it read side by side.
 * A document of more than `stretch` characters is read in stretches.
 * Throws WhenceError 'model-missing' or 'model-damaged'.
 */
export async function openReader({
  threads = 1,
  folder = MODEL_FOLDER,
  stretch = STRETCH,
}: { threads?: number; folder?: string; stretch?: number } = {}): Promise<Reader> {
  const manifest = await readManifest(folder)
  const vocabulary = vocabularyOf(await readListed(folder, manifest, 'vocab.txt'), manifest, folder)
  const model = await createPool(folder, { size: threads })
  const encoder: Encoder = { model, vocabulary }
  // A language that is read, and one that is not
  for (const language of ['en', 'fr']) checkOrder(stepsWith(encoder, language))
  const opener = lazyOpener(threads)

  async function readWhole(document: Document, progress?: Progress | null): Promise<Reading> {
    const stretches = stretchesOf(document, stretch)
    const told = progress && progressOver(stretches, progress)
    const readings: Reading[] = []
    for (const [index, stretch] of stretches.entries()) {
      const here = told && { progress: told(index) }
      readings.push(await run(stretch, stepsWith({ ...encoder, ...here }, document.info.language)))
    }
    const [first, ...more] = readings as [Reading, ...Reading[]]
    return more.length === 0 ? first : joinReadings(document, readings)
  }

  async function readDocument(document: Document, progress?: Progress | null): Promise<Reading> {
    const passages = passagesOf(document)
    if (passages.length === 1) return withChainsParted(await readWhole(passages[0]!, progress))
    const readings: Reading[] = []
    for (const passage of passages) readings.push(await readWhole(passage, progress))
    return withChainsParted(joinPassages(document, readings))
  }

  return {
    readDocument,
    madeBy: madeBy(stepsWith(encoder), manifest),
    async read(bytes, file, progress) {
      // Loaded here: who reads documents that are opened already has no need of it.
      const { ingest, isText } = await import('../ingest/ingest.js')
      const document = (await isText(bytes, file)) ? ingest(bytes, file) : await opener.open(bytes, file)
      return readDocument(document, progress)
    },
    async close() {
      await opener.close()
      await model.close()
    },
  }
}

/** What would make a reading now, told without loading the model. */
export async function currentVersions(folder = MODEL_FOLDER): Promise<string> {
  const manifest = await readManifest(folder)
  const nothing = {
    manifest,
    inputs: [],
    outputs: [],
    run: () => Promise.reject(new Error()),
    close: () => Promise.resolve(),
  }
  const vocabulary = vocabularyOf(await readListed(folder, manifest, 'vocab.txt'), manifest, folder)
  return madeBy(stepsWith({ model: nothing, vocabulary }), manifest)
}

/** Progress through stretches one after another; until the last, the words of all are judged by how far the text is read. */
function progressOver(stretches: readonly Document[], progress: Progress): (index: number) => Progress {
  const ends = stretches.map(({ blocks }) => blocks.at(-1)?.end ?? 0)
  let before = 0
  return (index) => {
    const base = before
    const share = ends[index]! / ends.at(-1)!
    return (words, all) => {
      before = base + all
      progress(base + words, Math.round(before / share))
    }
  }
}

/** The vocabulary, once it is sure that it and the labels are whole. */
function vocabularyOf(lines: Buffer, manifest: Manifest, folder: string): Vocabulary {
  try {
    labelsOf(manifest)
    return readVocabulary(lines.toString('utf8'))
  } catch {
    throw new WhenceError('model-damaged', join(folder, 'manifest.json'))
  }
}
