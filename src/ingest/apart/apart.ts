/** Files are opened apart: the door of this folder. */
import { randomUUID } from 'node:crypto'
import { copyFile, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Header } from '../../schema/document.js'
import { WhenceError } from '../../schema/errors.js'
import { magicType } from '../binary.js'
import { bare, type Ingested } from '../ingest.js'
import { NATIVE_TYPES } from '../parser-kinds.js'
import { checkedChildren, checkedResult } from './check.js'
import { FILES_EACH, IDLE_MEMORY, type Limits, LIMITS } from './limits.js'
import { type ProcessApart, startApart } from './process.js'
import { type Ask, CHILDREN, PICTURE, type PictureSize, RESULT } from './protocol.js'

export { held, type Held } from './sandbox.js'

/** A folder with all in it; a process that is being ended may still write there for a moment. */
const WHOLE = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const

/** A document that came out of another, its bytes in a file until `leave` is called. */
export interface ChildApart {
  readonly name: string
  readonly path: string
  readonly headers?: readonly Header[]
}

export interface OpenedApart extends Ingested {
  readonly children: readonly ChildApart[]
  /** Removes what was written for this file. */
  leave(): Promise<void>
}

export interface ApartOptions {
  /** SHA-256 of the file. */
  readonly id: string
  readonly progress?: (done: number, all: number | null) => void
  /** Less than the usual limits. */
  readonly output?: number
  readonly children?: number
}

export interface PagePicture {
  readonly png: Uint8Array<ArrayBuffer>
  /** The page's size in points. */
  readonly width: number
  readonly height: number
}

export interface Apart {
  /**
   * The document in a file, opened in a process without rights. What it cannot be opened for is a problem of the document.
   * @throws WhenceError 'parser-crashed', 'parser-timeout' or 'parser-memory' where the process ended (another try may succeed), and 'disk-full'.
   */
  parse(path: string, file: string, options: ApartOptions): Promise<OpenedApart>
  /** A page (from 1) of the PDF in a file, at `scale` pixels a point; null where it has no such page. @throws as `parse`. */
  picture(path: string, page: number, scale: number): Promise<PagePicture | null>
  close(): Promise<void>
}

/**
 * Opens up to `size` files at once, each in a process of its own that is kept for the next file. Everything the processes
 * read and write lies in a folder of their own under `scratch`.
 */
export async function openApart({
  scratch,
  size = 1,
  limits = LIMITS,
}: {
  scratch: string
  size?: number
  limits?: Limits
}): Promise<Apart> {
  await sweep(scratch)
  const own = join(scratch, `${hostname()}-${process.pid}-${randomUUID()}`)
  await mkdir(own, { recursive: true, mode: 0o700 })
  const idle: { process: ProcessApart; files: number }[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  let closed = false

  async function take(native: boolean): Promise<{ process: ProcessApart; files: number }> {
    const at = idle.findIndex(({ process }) => process.native === native && process.alive())
    if (at >= 0) return idle.splice(at, 1)[0]!
    // One of the other kind makes room.
    if (idle.length + busy > size) await idle.shift()?.process.close()
    return { process: await startApart(join(own, randomUUID()), native, limits), files: 0 }
  }

  async function giveBack(one: { process: ProcessApart; files: number }): Promise<void> {
    const tired = one.files >= FILES_EACH || ((await one.process.memory()) ?? 0) > IDLE_MEMORY
    if (closed || tired || !one.process.alive()) await one.process.close()
    else idle.push(one)
  }

  async function parseWith(
    native: boolean,
    path: string,
    file: string,
    options: ApartOptions,
  ): Promise<OpenedApart | null> {
    const one = await take(native)
    const { process } = one
    const name = String(one.files++)
    const out = join(process.output, name)
    const input = join(process.input, name)
    const leave = (): Promise<void> => rm(out, WHOLE)
    try {
      // A copy: the process never sees the original.
      await copyFile(path, input)
      await mkdir(out, { mode: 0o700 })
      const { output = limits.output, children = limits.children } = options
      const ask: Ask = { id: options.id, file, path: input, out, limits: { output, children } }
      const answered = await process.ask(ask, options.progress)
      if (answered === 'full') throw new WhenceError('disk-full', scratch)
      if (answered === 'rights') {
        await leave()
        await giveBack(one)
        return null
      }
      const opened = await readOut(out, options.id, file, limits)
      // The folder outlives a process that is ended for its age.
      const kept = await keep(out, join(own, randomUUID()))
      await giveBack(one)
      return {
        ...opened,
        children: opened.children.map((child) => ({ ...child, path: join(kept, child.path) })),
        leave: () => rm(kept, WHOLE),
      }
    } catch (error) {
      await process.close()
      if (error instanceof WhenceError && error.code === 'parser-lied')
        return {
          ...unread(options.id, file, error as WhenceError),
          children: [],
          leave: () => Promise.resolve(),
        }
      throw error
    } finally {
      await rm(input, { force: true })
    }
  }

  async function pictureOf(path: string, page: number, scale: number): Promise<PagePicture | null> {
    const one = await take(true)
    const { process } = one
    const name = String(one.files++)
    const [out, input] = [join(process.output, name), join(process.input, name)]
    try {
      await copyFile(path, input)
      await mkdir(out, { mode: 0o700 })
      const { output, children } = limits
      const ask: Ask = { id: '', file: 'page', path: input, out, limits: { output, children }, picture: { page, scale } } // prettier-ignore
      const answered = await process.ask(ask)
      if (answered === 'full') throw new WhenceError('disk-full', scratch)
      const size = JSON.parse(await readSome(join(out, RESULT), limits.result)) as PictureSize
      const png = size === null ? null : new Uint8Array(await readFile(join(out, PICTURE)))
      await giveBack(one)
      return size === null || png === null
        ? null
        : { png, width: Number(size.width), height: Number(size.height) }
    } catch (error) {
      await process.close()
      throw error
    } finally {
      for (const left of [out, input]) await rm(left, WHOLE)
    }
  }

  const inTurn = async <T>(run: () => Promise<T>): Promise<T> => {
    if (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve))
    busy++
    try {
      return await run()
    } finally {
      busy--
      waiting.shift()?.()
    }
  }

  return {
    picture: (path, page, scale) => inTurn(() => pictureOf(path, page, scale)),
    async parse(path, file, options) {
      return inTurn(async () => {
        const native = await looksNative(path)
        return (await parseWith(native, path, file, options)) ?? (await parseWith(true, path, file, options))!
      })
    },
    async close() {
      closed = true
      await Promise.all(idle.splice(0).map(({ process }) => process.close()))
      await rm(own, WHOLE)
    },
  }
}

function unread(id: string, file: string, { code, message }: WhenceError): Ingested {
  return { document: bare(id, file, 'application/octet-stream', [{ code, message }]), pages: null }
}

/** What the process wrote, checked. Children that it names and did not write, or that are no plain files, are a lie. */
async function readOut(
  out: string,
  id: string,
  file: string,
  limits: Limits,
): Promise<Ingested & { children: ChildApart[] }> {
  const result = checkedResult(await readSome(join(out, RESULT), limits.result), id, file)
  const lines = checkedChildren(await readSome(join(out, CHILDREN), limits.result))
  if (lines.length > limits.children) throw new WhenceError('parser-lied', 'children')
  const children: ChildApart[] = []
  for (const [i, line] of lines.entries()) {
    const found = await lstat(join(out, String(i))).catch(() => null)
    if (!found?.isFile()) throw new WhenceError('parser-lied', 'children')
    children.push({ ...line, path: String(i) })
  }
  return { ...result, children }
}

async function readSome(path: string, most: number): Promise<string> {
  const found = await lstat(path).catch(() => null)
  if (!found?.isFile() || found.size > most) throw new WhenceError('parser-lied', 'size')
  return readFile(path, 'utf8')
}

async function keep(from: string, to: string): Promise<string> {
  await rename(from, to)
  return to
}

/** Pages and pictures are drawn by native code; nothing else may have it. */
async function looksNative(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const head = Buffer.alloc(8192)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const type = magicType(head.subarray(0, bytesRead))
    return type !== null && NATIVE_TYPES.has(type)
  } finally {
    await handle.close()
  }
}

/** What a program that was killed left behind goes; what another machine or a living program has stays. */
async function sweep(scratch: string): Promise<void> {
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  for (const name of await readdir(scratch)) {
    const [, host, pid] = /^(.*)-(\d+)-[0-9a-f]{8}-[0-9a-f-]+$/.exec(name) ?? []
    if (host === hostname() && !isAlive(Number(pid))) await rm(join(scratch, name), WHOLE)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
