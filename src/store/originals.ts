/** The original bytes of documents: plain files named by their SHA-256, written once, checked whenever they are read. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WhenceError } from '../schema/errors.js'
import { makeFolder, writeDurably } from './durable.js'

export interface Kept {
  /** SHA-256 (hex). */
  readonly id: string
  readonly bytes: number
  /** False where they were kept already. */
  readonly fresh: boolean
}

export interface Originals {
  /** Keeps the bytes of a file (its path) or of memory; they are on the disk when this resolves. */
  put(source: string | Uint8Array): Promise<Kept>
  /** Where they lie; the file may be missing. */
  path(id: string): string
  /** @throws WhenceError 'original-missing' or 'original-damaged'. */
  read(id: string): Promise<Uint8Array>
  /** Hashes without holding: what `whence verify` asks of each. */
  check(id: string): Promise<'whole' | 'missing' | 'damaged'>
  ids(): AsyncIterable<string>
}

const NAME = /^[0-9a-f]{64}$/

export async function openOriginals(folder: string): Promise<Originals> {
  await makeFolder(folder)
  // Two letters of the hash a folder keep folders small with a million documents.
  const shelf = (id: string): string => join(folder, id.slice(0, 2))
  const path = (id: string): string => {
    if (!NAME.test(id)) throw new WhenceError('original-missing', id)
    return join(shelf(id), id)
  }
  return {
    path,
    async put(source) {
      const { id, bytes } = await digest(source)
      if (await holds(path(id), bytes)) return { id, bytes, fresh: false }
      await makeFolder(shelf(id))
      const copied = createHash('sha256')
      await writeDurably(path(id), passing(source, copied, id))
      return { id, bytes, fresh: true }
    },
    async read(id) {
      const bytes = await readFile(path(id)).catch(() => null)
      if (bytes === null) throw new WhenceError('original-missing', id)
      if (createHash('sha256').update(bytes).digest('hex') !== id)
        throw new WhenceError('original-damaged', id)
      return bytes
    },
    async check(id) {
      const found = await digest(path(id)).catch(() => null)
      return found === null ? 'missing' : found.id === id ? 'whole' : 'damaged'
    },
    async *ids() {
      for (const name of (await readdir(folder)).sort())
        if (/^[0-9a-f]{2}$/.test(name))
          for (const id of (await readdir(join(folder, name))).sort()) if (NAME.test(id)) yield id
    },
  }
}

async function digest(source: string | Uint8Array): Promise<{ id: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunksOf(source)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { id: hash.digest('hex'), bytes }
}

/** The bytes once more, on their way to the copy. A file that is written to meanwhile is refused: its copy would bear a wrong name. */
async function* passing(
  source: string | Uint8Array,
  hash: ReturnType<typeof createHash>,
  id: string,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(source)) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== id)
    throw new WhenceError('original-changing', typeof source === 'string' ? source : id)
}

function chunksOf(source: string | Uint8Array): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return typeof source === 'string' ? createReadStream(source, { highWaterMark: 1 << 20 }) : [source]
}

/** A damaged file of the same length is found by `check`, not by putting it again. */
async function holds(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && found.size === bytes
}
