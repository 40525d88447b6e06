/** A file to parse, and an `Out` that remembers what it is given. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Content, Out, Parser, Source } from '../../src/ingest/format.js'
import type { Header } from '../../src/schema/document.js'

export interface Parsed {
  readonly content: Content | null
  readonly children: readonly {
    readonly name: string
    readonly bytes: Buffer
    readonly headers?: readonly Header[]
  }[]
}

/** Writes `bytes` to a file of their own, parses it and takes the file away. */
export async function parsed(parser: Parser, bytes: Uint8Array, file: string): Promise<Parsed> {
  const folder = mkdtempSync(join(tmpdir(), 'whence-parse-'))
  const path = join(folder, 'bytes')
  writeFileSync(path, bytes)
  const source: Source = {
    file,
    path,
    size: bytes.length,
    head: bytes.subarray(0, 65_536),
    bytes: async () => bytes,
  }
  const children: { name: string; bytes: Buffer; headers?: readonly Header[] }[] = []
  const out: Out = {
    async child({ name, bytes: from, headers }) {
      const chunks: Uint8Array[] = []
      if (from instanceof Uint8Array) chunks.push(from)
      else for await (const chunk of from) chunks.push(chunk)
      children.push({ name, bytes: Buffer.concat(chunks), ...(headers ? { headers } : {}) })
    },
    progress: () => undefined,
  }
  try {
    return { content: await parser.parse(source, out), children }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The parts of a content as '[mark by at place] words', in order. */
export function shown({ text, parts = [] }: Content): string[] {
  return parts.map(({ start, end, place, mark, by, at }) => {
    const where =
      place.kind === 'paragraph'
        ? `p${place.paragraph}`
        : place.kind === 'cell'
          ? `${place.sheet}!${place.cell}`
          : place.kind === 'slide'
            ? `slide ${place.slide}`
            : place.kind === 'chapter'
              ? `chapter ${place.chapter} ${place.file}`
              : place.kind === 'field'
                ? place.path
                : place.kind
    return `[${[where, mark, by, at].filter((word) => word !== undefined).join(' ')}] ${text.slice(start, end)}`
  })
}
