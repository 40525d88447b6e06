/**
 * The process that opens files: it may read the program and the file it is given, and write to one folder. What goes
 * wrong with a file ends with an answer or with the process; either way the program that asked goes on.
 */
import { createWriteStream, writeSync } from 'node:fs'
import { open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { problem, WhenceError } from '../../schema/errors.js'
import type { Child, Out, Source } from '../format.js'
import { bare, HEAD, ingestFile, type Ingested } from '../ingest.js'
import { NATIVE } from '../parser-kinds.js'
import { PARSERS } from '../parsers.js'
import { parserOf } from '../sniff.js'
import {
  ANSWERS,
  type Answer,
  type Ask,
  CHILDREN,
  PICTURE,
  type PictureSize,
  type Result,
  RESULT,
} from './protocol.js'

/** More than this is not held in memory at once. */
const HELD = 256 * 1024 * 1024
const MEGABYTE = 1024 * 1024
const TOLD_EVERY = 200

const mayAll = process.argv.includes('--native')

const answer = (message: Answer): void => void writeSync(ANSWERS, `${JSON.stringify(message)}\n`)

async function sourceOf({ file, path }: Ask): Promise<Source> {
  const { size } = await stat(path)
  const handle = await open(path, 'r')
  const head = Buffer.alloc(Math.min(HEAD, size))
  try {
    await handle.read(head, 0, head.length, 0)
  } finally {
    await handle.close()
  }
  return {
    file,
    path,
    size,
    head,
    bytes: async () => {
      if (size > HELD) throw new WhenceError('file-large', file, String(HELD / MEGABYTE))
      return readFile(path)
    },
  }
}

interface Collected extends Out {
  readonly lines: string[]
}

function collector({ out, limits }: Ask): Collected {
  const lines: string[] = []
  let bytes = 0
  let told = 0
  async function* counted(chunks: Child['bytes']): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks instanceof Uint8Array ? [chunks] : chunks) {
      bytes += chunk.length
      if (bytes > limits.output)
        throw new WhenceError('output-large', String(Math.round(limits.output / MEGABYTE)))
      yield chunk
    }
  }
  return {
    lines,
    async child({ name, bytes: chunks, headers }) {
      if (lines.length >= limits.children) throw new WhenceError('children-many', String(limits.children))
      // The bytes first: a line says that they are whole.
      await pipeline(counted(chunks), createWriteStream(join(out, String(lines.length))))
      lines.push(JSON.stringify({ name, ...(headers ? { headers } : {}) }))
    },
    progress(done, all) {
      if (Date.now() - told < TOLD_EVERY) return
      told = Date.now()
      answer({ kind: 'progress', done, all })
    },
  }
}

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException | null)?.code))

/** Draws a page. What goes wrong with it is no page. */
async function draw({ path, out, picture }: Ask): Promise<void> {
  const { renderPage } = await import('../pdf/render-page.js')
  let size: PictureSize = null
  try {
    const { png, width, height } = await renderPage(path, picture!.page, picture!.scale)
    await writeFile(join(out, PICTURE), png)
    size = { width, height }
  } catch (error) {
    if (isFull(error)) return answer({ kind: 'full' })
  }
  await writeFile(join(out, RESULT), JSON.stringify(size))
  answer({ kind: 'done' })
}

async function work(ask: Ask): Promise<void> {
  if (ask.picture) return mayAll ? draw(ask) : answer({ kind: 'rights' })
  const source = await sourceOf(ask)
  const parser = parserOf(PARSERS, source.head, source.file)
  if (parser && NATIVE.has(parser.name) && !mayAll) return answer({ kind: 'rights' })
  const out = collector(ask)
  let found: Ingested
  try {
    found = await ingestFile(source, ask.id, out)
  } catch (error) {
    if (isFull(error)) return answer({ kind: 'full' })
    const why = problem('parser-crashed', null, error instanceof Error ? error.message : String(error))
    found = { document: bare(ask.id, ask.file, parser?.mediaType ?? 'text/plain', [why]), pages: null }
  }
  const result: Result = found
  try {
    await writeFile(join(ask.out, CHILDREN), out.lines.map((line) => `${line}\n`).join(''))
    await writeFile(join(ask.out, RESULT), JSON.stringify(result))
  } catch (error) {
    if (!isFull(error)) throw error
    return answer({ kind: 'full' })
  }
  answer({ kind: 'done' })
}

// What a library leaves behind unhandled belongs to the file being read: the process ends, and the file is told so.
process.on('unhandledRejection', (error) => {
  throw error
})
const asks = createInterface({ input: process.stdin })
answer({ kind: 'ready' })
for await (const line of asks) await work(JSON.parse(line) as Ask)
process.exit(0)
