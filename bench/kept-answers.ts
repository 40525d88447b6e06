/** WHENCE_ANSWERS names a folder that keeps what the networks answered from one run to the next, for work on what comes after them. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Related } from '../src/inference/relate.js'
import type { openNetworks } from '../src/workflow/networks.js'

type Networks = ReturnType<typeof openNetworks>

const KEPT = process.env['WHENCE_ANSWERS']

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 24)

/** The same networks, asked only what they have not answered before under `name`, which is to change where they do. */
export function keepingAnswers(name: string, networks: Networks): Networks {
  if (!KEPT) return networks
  const relations = kept<Related>(`${name}-pairs`)
  const vectors = kept<string>(`${name}-texts`)
  return {
    async embed(texts) {
      const keys = texts.map(hashOf)
      const fresh = [...new Map(keys.map((key, i) => [key, texts[i]!])).entries()].filter(
        ([key]) => !vectors.has(key),
      )
      const made = await networks.embed(fresh.map(([, text]) => text))
      fresh.forEach(([key], i) =>
        vectors.set(key, Buffer.from(Float32Array.from(made[i]!).buffer).toString('base64')),
      )
      return keys.map(
        (key) => new Float32Array(new Uint8Array(Buffer.from(vectors.get(key)!, 'base64')).buffer),
      )
    },
    async relate(pairs) {
      const keys = pairs.map(hashOf)
      const open = pairs.filter((_, i) => !relations.has(keys[i]!))
      const made = await networks.relate!(open)
      open.forEach((pair, i) => relations.set(hashOf(pair), made[i]!))
      return keys.map((key) => relations.get(key)!)
    },
    async close() {
      relations.save()
      vectors.save()
      await networks.close()
    },
  }
}

function kept<T>(name: string): Map<string, T> & { save(): void } {
  const path = join(KEPT!, `${name}.json`)
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as [string, T][]) : []
  const map = new Map<string, T>(known)
  const save = (): void => {
    if (map.size === known.length) return
    mkdirSync(KEPT!, { recursive: true })
    writeFileSync(path, JSON.stringify([...map]))
  }
  return Object.assign(map, { save })
}
