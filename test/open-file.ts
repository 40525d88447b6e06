/** A parser over bytes, as the process that runs parsers calls it, with what it hands over on the way. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Content, Parser } from '../src/ingest/format.js'

export interface Opened {
  readonly content: Content | null
  readonly children: readonly { readonly name: string; readonly text: string }[]
}

export async function openFile(parser: Parser, bytes: Uint8Array, file: string): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'whence-open-'))
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const children: { name: string; text: string }[] = []
  try {
    const source = {
      file,
      path,
      size: bytes.length,
      head: bytes.subarray(0, 65_536),
      bytes: async () => bytes,
    }
    const content = await parser.parse(source, {
      child: async ({ name, bytes: own }) => {
        const chunks: Uint8Array[] = []
        if (own instanceof Uint8Array) chunks.push(own)
        else for await (const chunk of own) chunks.push(chunk)
        children.push({ name, text: Buffer.concat(chunks).toString('latin1') })
      },
      progress: () => {},
    })
    return { content, children }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
