/** The list of a model folder's files with their checksums: nothing is loaded that differs from it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { WhenceError } from '../schema/errors.js'

const FileName = z.string().regex(/^\w[\w.-]*$/)
const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  files: z.record(
    FileName,
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().nonnegative() }),
  ),
  /** For each head that classifies: the names of its classes, in the order of its output. */
  labels: z.record(z.string(), z.array(z.string())),
})
export type Manifest = z.infer<typeof Manifest>

/** Reads `manifest.json` of a folder. Throws 'model-missing' or 'model-damaged'. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json')
  const bytes = await readOrMissing(path)
  try {
    return Manifest.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new WhenceError('model-damaged', path)
  }
}

/** The bytes of one file of the manifest. Throws 'model-missing', or 'model-damaged' where size or SHA-256 differ. */
export async function readListed(folder: string, manifest: Manifest, file: string): Promise<Buffer> {
  const path = join(folder, file)
  const listed = manifest.files[file]
  if (!listed) throw new WhenceError('model-missing', path)
  const bytes = await readOrMissing(path)
  if (bytes.byteLength !== listed.bytes || createHash('sha256').update(bytes).digest('hex') !== listed.sha256)
    throw new WhenceError('model-damaged', path)
  return bytes
}

async function readOrMissing(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    throw new WhenceError('model-missing', path)
  }
}
