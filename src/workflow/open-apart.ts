/** Files for a reading of which nothing is stored: opened apart in the system's folder for temporary files. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApart, type Apart } from '../ingest/apart/apart.js'
import { bare } from '../ingest/ingest.js'
import type { Document } from '../schema/document.js'
import { problem, WhenceError } from '../schema/errors.js'

export interface Opener {
  /** Never throws for what is in the file. Documents within it are told of, and left. */
  open(bytes: Uint8Array, file: string): Promise<Document>
  close(): Promise<void>
}

/** Opens up to `size` files at once; starts nothing before the first. */
export function lazyOpener(size: number): Opener {
  let begun: Promise<{ folder: string; apart: Apart }> | null = null
  const begin = async (): Promise<{ folder: string; apart: Apart }> => {
    const folder = await mkdtemp(join(tmpdir(), 'whence-read-'))
    return { folder, apart: await openApart({ scratch: join(folder, 'scratch'), size }) }
  }
  return {
    async open(bytes, file) {
      const { folder, apart } = await (begun ??= begin())
      const path = join(folder, randomUUID())
      const id = createHash('sha256').update(bytes).digest('hex')
      await writeFile(path, bytes, { mode: 0o600 })
      try {
        const { document, children, leave } = await apart.parse(path, file, { id })
        await leave()
        if (children.length === 0) return document
        const inside = problem('children-left', null, String(children.length))
        return { ...document, problems: [...document.problems, inside] }
      } catch (error) {
        if (!(error instanceof WhenceError)) throw error
        const { code, message } = error as WhenceError
        return bare(id, file, 'application/octet-stream', [{ code, message }])
      } finally {
        await rm(path, { force: true })
      }
    },
    async close() {
      if (!begun) return
      const { folder, apart } = await begun
      await apart.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
