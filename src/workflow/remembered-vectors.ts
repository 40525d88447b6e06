/** Vectors of a case's sentences, kept with the case: after a decision or a new document only new sentences are embedded. */
import { createHash } from 'node:crypto'
import type { Surroundings } from '../compare/context.js'
import type { Home } from './home.js'

/** Changes with the sentence encoder: vectors of an earlier one are computed again. */
const KIND = 'vectors 1'
/** Vectors kept for a case: those used last. About 600 bytes each. */
const MOST = 20_000

type Embed = NonNullable<Surroundings['embed']>
type Kept = Readonly<Record<string, string>>

export interface RememberedVectors {
  readonly embed: Embed
  /**
   * Keeps what is new. `whole`: all of the case was asked for, so that what was not is of sentences that are no longer in it, and
   * goes.
   */
  keep(whole: boolean): Promise<void>
}

/** The same encoder with a memory. Kept numbers have eight bits, and so have those of new texts, so that both give the same. */
export async function rememberVectors(home: Home, caseId: string, embed: Embed): Promise<RememberedVectors> {
  const known = new Map<string, string>()
  for await (const { value } of home.store.workings.get<Kept>(caseId, KIND, ['']))
    for (const [key, vector] of Object.entries(value)) known.set(key, vector)
  const used = new Set<string>()
  let fresh = 0
  return {
    async embed(texts) {
      const keys = texts.map(keyOf)
      const missing = new Map<string, string>()
      for (const [i, key] of keys.entries()) if (!known.has(key)) missing.set(key, texts[i]!)
      const made = missing.size > 0 ? await embed([...missing.values()]) : []
      for (const [i, key] of [...missing.keys()].entries()) known.set(key, written(made[i]!))
      fresh += missing.size
      for (const key of keys) used.add(key)
      return keys.map((key) => read(known.get(key)!))
    },
    async keep(whole) {
      if (fresh === 0 && !(whole && used.size < known.size)) return
      const keys = whole ? [...used] : [...new Set([...known.keys(), ...used])]
      const value: Kept = Object.fromEntries(keys.slice(-MOST).map((key) => [key, known.get(key)!]))
      await home.store.workings.save(caseId, KIND, [{ document: '', value }])
    },
  }
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** Each number as a signed byte, the largest as 127; what length it had does not matter, since all have length 1. */
function written(vector: Float32Array): string {
  const scale = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1
  const bytes = Int8Array.from(vector, (x) => Math.round((127 * x) / scale))
  return Buffer.from(bytes.buffer).toString('base64')
}

/** A vector of length 1 again. */
function read(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64')
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const length = Math.sqrt(numbers.reduce((sum, x) => sum + x * x, 0)) || 1
  return Float32Array.from(numbers, (x) => x / length)
}
