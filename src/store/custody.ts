/**
 * The custody log of a case: one line of JSON an entry, each bearing the hash of the one before (a hash chain as in
 * RFC 6962's spirit, without the tree). Only appended to. Order is by `seq`, never by the clock.
 *
 * An entry's hash is the SHA-256 of its line up to `,"hash":`, closed with `}`: a verifier in any language needs no more.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat, truncate, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { WhenceError } from '../schema/errors.js'
import { diskError, makeFolder, syncFolder } from './durable.js'
import { linesBackwards, linesWith } from './log-lines.js'
import type { CustodyHeads, Head } from './store.js'

export type Act =
  'added' | 'derived' | 'failed' | 'cancelled' | 'removed' | 'judged' | 'withdrawn' | 'exported' | 'restored'

export interface Entry {
  /** From 1, without gaps. */
  readonly seq: number
  /** UTC by this machine's clock: what it said, no proof. */
  readonly at: string
  readonly by: string
  readonly act: Act
  /** SHA-256 of the document it is about, or null. */
  readonly document: string | null
  /** added: file, from, name, modified, bytes, parent, headers · derived: madeBy, text (SHA-256 of the canonical text) · judged: the judgement … */
  readonly detail: Readonly<Record<string, unknown>>
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}
export type NewEntry = Pick<Entry, 'at' | 'by' | 'act' | 'document' | 'detail'>

export interface Custody {
  /** Appends in order; on the disk when it resolves. @throws WhenceError 'custody-broken' where the log no longer ends as the database remembers. */
  append(caseId: string, entries: readonly NewEntry[]): Promise<void>
  entries(caseId: string): AsyncIterable<Entry>
  /** From the last to the first. */
  latest(caseId: string): AsyncIterable<Entry>
  /** Those about one document, in order. */
  about(caseId: string, document: string): AsyncIterable<Entry>
  /** Proves the chain from its first entry to the end the database remembers. */
  verify(caseId: string): Promise<ChainProof>
  /** The log file of a case. */
  path(caseId: string): string
}

export interface ChainProof {
  readonly entries: number
  /** The first entry that does not hold, and why; null where all do. */
  readonly broken: { readonly seq: number; readonly why: string } | null
}

const NONE: Head = { seq: 0, hash: '0'.repeat(64) }
const LOG_MODE = 0o600

export async function openCustody(folder: string, heads: CustodyHeads): Promise<Custody> {
  await makeFolder(folder)
  const path = (caseId: string): string => {
    if (!/^[\w-]{1,100}$/.test(caseId)) throw new WhenceError('custody-broken', caseId, 'no such case')
    return join(folder, `${caseId}.jsonl`)
  }
  return {
    path,
    async append(caseId, entries) {
      if (entries.length === 0) return
      await heads.advance(caseId, async (head) => {
        const end = await endOf(path(caseId), head ?? NONE, caseId)
        const { lines, head: next } = chain(entries, end)
        await appendDurably(path(caseId), lines)
        return { head: next, value: undefined }
      })
    },
    async *entries(caseId) {
      for await (const line of linesOf(path(caseId))) yield JSON.parse(line) as Entry
    },
    async *latest(caseId) {
      for await (const line of linesBackwards(path(caseId))) yield JSON.parse(line) as Entry
    },
    async *about(caseId, document) {
      for await (const line of linesWith(path(caseId), document)) {
        const entry = JSON.parse(line) as Entry
        if (entry.document === document) yield entry
      }
    },
    async verify(caseId) {
      const remembered = (await heads.get(caseId)) ?? NONE
      let last = NONE
      let reached = remembered.seq === 0
      for await (const line of linesOf(path(caseId))) {
        const seq = last.seq + 1
        const entry = check(line)
        const why =
          entry === null
            ? 'its hash does not fit its words'
            : entry.seq !== seq
              ? `it says it is entry ${entry.seq}`
              : entry.previous !== last.hash
                ? 'it does not follow the entry before it'
                : entry.seq === remembered.seq && entry.hash !== remembered.hash
                  ? 'it is not the entry that the database remembers here'
                  : null
        if (why !== null) return { entries: last.seq, broken: { seq, why } }
        last = { seq, hash: entry!.hash }
        if (seq === remembered.seq) reached = true
      }
      return reached
        ? { entries: last.seq, broken: null }
        : { entries: last.seq, broken: { seq: last.seq + 1, why: 'the log ends before it' } }
    },
  }
}

/** The line's entry, or null where its hash does not fit. */
function check(line: string): Entry | null {
  const at = line.lastIndexOf(',"hash":"')
  if (at < 0) return null
  const body = `${line.slice(0, at)}}`
  try {
    const entry = JSON.parse(line) as Entry
    return entry.hash === sha256(body) ? entry : null
  } catch {
    return null
  }
}

function chain(entries: readonly NewEntry[], from: Head): { lines: string; head: Head } {
  let head = from
  const lines = entries.map(({ at, by, act, document, detail }) => {
    const body = JSON.stringify({ seq: head.seq + 1, at, by, act, document, detail, previous: head.hash })
    head = { seq: head.seq + 1, hash: sha256(body) }
    return `${body.slice(0, -1)},"hash":"${head.hash}"}\n`
  })
  return { lines: lines.join(''), head }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Where to go on. The log may be ahead of the database, where a process died between the two; half a line at its end was
 * never acknowledged and goes. A log that is behind was cut.
 */
async function endOf(path: string, head: Head, caseId: string): Promise<Head> {
  const tail = await tailOf(path)
  if (tail.torn > 0) await truncate(path, tail.size - tail.torn)
  if (tail.line === null) {
    if (head.seq === 0) return NONE
    throw new WhenceError('custody-broken', caseId, `entry ${head.seq} is missing`)
  }
  const last = check(tail.line)
  if (last === null) throw new WhenceError('custody-broken', caseId, 'its last entry was changed')
  if (last.seq < head.seq || (last.seq === head.seq && last.hash !== head.hash))
    throw new WhenceError('custody-broken', caseId, `entry ${head.seq} is missing or was changed`)
  return { seq: last.seq, hash: last.hash }
}

const STEP = 1 << 16

/** The last whole line of a file (null: none), and how many bytes stand after it. */
async function tailOf(path: string): Promise<{ line: string | null; torn: number; size: number }> {
  const size = (await stat(path).catch(() => null))?.size ?? 0
  if (size === 0) return { line: null, torn: 0, size }
  const handle = await open(path, 'r')
  try {
    for (let length = STEP; ; length *= 2) {
      const tail = await read(handle, Math.max(0, size - length), size)
      const end = tail.lastIndexOf(10)
      const start = end < 1 ? -1 : tail.lastIndexOf(10, end - 1)
      if (length < size && (end < 0 || start < 0)) continue
      if (end < 0) return { line: null, torn: size, size }
      return { line: tail.toString('utf8', start + 1, end), torn: tail.length - end - 1, size }
    }
  } finally {
    await handle.close()
  }
}

async function read(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(to - from)
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, from)
  return buffer.subarray(0, bytesRead)
}

async function appendDurably(path: string, lines: string): Promise<void> {
  const before = (await stat(path).catch(() => null))?.size
  try {
    const handle = await open(path, 'a', LOG_MODE)
    try {
      await handle.writeFile(lines)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (before === undefined) await syncFolder(join(path, '..'))
  } catch (error) {
    // What was written of it was not acknowledged; where even this fails, the next append sees to half a line.
    await truncate(path, before ?? 0).catch(() => undefined)
    throw diskError(path, error)
  }
}

/** Whole lines. Not by `readline`, which also breaks a line at U+2028, and JSON may hold one. */
async function* linesOf(path: string): AsyncGenerator<string> {
  if ((await stat(path).catch(() => null)) === null) return
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: STEP })) {
    rest = Buffer.concat([rest, chunk as Buffer])
    let start = 0
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
      yield rest.toString('utf8', start, end)
      start = end + 1
    }
    rest = rest.subarray(start)
  }
}
