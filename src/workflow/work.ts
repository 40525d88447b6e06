/** The work of a case: every document that waits is taken, opened, read and stored, by as many as there are cores. */
import { createHash } from 'node:crypto'
import { openApart, type Apart } from '../ingest/apart/apart.js'
import type { Derived, DocumentRecord } from '../schema/case.js'
import type { Document } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import { linkAlike } from './alike.js'
import type { Home } from './home.js'
import type { Keeping } from './keep-documents.js'
import { forget } from './case-workings.js'
import { logOf, type Log } from './log.js'
import { openKept } from './open-kept.js'
import { concernsEverybody, MOST_BEGUN, nextTry, reasonIn, unreadReason } from './outcome.js'
import type { Reader } from './read-document.js'
import { STRETCH } from './stretches.js'
import { releaseDead, workerName } from './worker-name.js'

export interface Work extends Keeping {
  /** The case to work on; null: all. */
  readonly caseId: string | null
  /** Opened when there is first something to read. */
  readonly reader: () => Promise<Reader>
  readonly threads: number
  /** Ends when nothing waits any more, also for another try; else goes on waiting until `signal`. */
  readonly untilDone: boolean
  readonly signal?: AbortSignal
  /** Told of each document that is done or failed. */
  readonly finished?: (record: DocumentRecord) => void
  /** Called when nothing of a case waits any more after something was read: the place for what compares documents. */
  readonly settled?: (caseId: string) => Promise<void>
}

/** Milliseconds that a document is held without a sign of life, and between two signs. */
const LEASE = 120_000
const SIGN = 20_000
/** Milliseconds between two looks whether something waits. */
const LOOK = 500

/**
 * Works until `untilDone` or `signal` says to stop. What it holds then is given back and waits; nothing is lost and nothing
 * is read twice, however it ends. @throws WhenceError for what concerns every document ('disk-full', 'model-missing' …).
 */
export async function work(home: Home, options: Work): Promise<void> {
  await releaseDead(home)
  const apart = await openApart({ scratch: home.scratch, size: Math.max(1, options.threads) })
  const log = logOf(home.custody)
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const touched = new Set<string>()
  const oneAtATime = mutex()
  // One more than there are cores: while one document is opened or stored, the others are read.
  const slots = Array.from({ length: options.threads + 1 }, () => ({
    name: workerName(),
    holds: null as DocumentRecord | null,
  }))
  const atWork = (): boolean => slots.some(({ holds }) => holds !== null)
  let failure: unknown = null

  async function serve(slot: (typeof slots)[number]): Promise<void> {
    while (!signal.aborted) {
      const now = Date.parse(options.now())
      const until = new Date(now + LEASE).toISOString()
      const record = await home.store.documents.take(options.caseId, slot.name, options.now(), until)
      if (!record) {
        // A document in another slot may still bring children.
        if (atWork()) await sleep(LOOK / 10, signal)
        else if (await settle()) continue
        else if (options.untilDone && !(await waits())) return
        else await sleep(LOOK, signal)
        continue
      }
      slot.holds = record
      touched.add(record.case)
      try {
        await handle({ home, options, apart, log, oneAtATime, slot: slot.name, signal }, record)
      } finally {
        slot.holds = null
      }
    }
  }

  /** True where something was done. */
  async function settle(): Promise<boolean> {
    const [caseId] = touched
    if (caseId === undefined || !options.settled) return false
    touched.delete(caseId)
    await options.settled(caseId)
    return true
  }

  /** Whether anything waits for its next try, or is with a process that is alive. */
  async function waits(): Promise<boolean> {
    const cases =
      options.caseId === null ? await home.store.cases.list() : [{ id: options.caseId, paused: false }]
    for (const { id, paused } of cases) {
      if (paused || (await isPaused(id))) continue
      const { states } = await home.store.documents.counts(id)
      if (states.waiting + states.reading > 0) {
        await releaseDead(home)
        return true
      }
    }
    return false
  }
  const isPaused = async (id: string): Promise<boolean> => (await home.store.cases.find(id))?.paused ?? false

  try {
    await Promise.all(
      slots.map((slot) =>
        serve(slot).catch((error: unknown) => {
          failure ??= error
          stop.abort()
        }),
      ),
    )
  } finally {
    await Promise.all(slots.map(({ name }) => home.store.documents.release(name).catch(() => 0)))
    await apart.close()
  }
  if (failure) throw failure as Error
}

interface Hands {
  readonly home: Home
  readonly options: Work
  readonly apart: Apart
  readonly log: Log
  readonly oneAtATime: <T>(run: () => Promise<T>) => Promise<T>
  readonly slot: string
  readonly signal: AbortSignal
}

async function handle(hands: Hands, record: DocumentRecord): Promise<void> {
  const { home, options, slot, signal } = hands
  const held = keepLease(home, record, slot, options.now)
  const stopped = stopOf(signal)
  try {
    if (record.attempts > MOST_BEGUN) {
      const reason = problem('work-repeated', null, String(MOST_BEGUN))
      await giveUp(hands, record, reason)
      return
    }
    const done = readAndStore(hands, record)
    done.catch(() => undefined)
    if ((await Promise.race([done, stopped.promise])) === 'stopped') return
  } catch (error) {
    if (concernsEverybody(error)) throw error
    await fail(hands, record, reasonIn(error, record.file))
  } finally {
    held.leave()
    stopped.leave()
  }
}

async function readAndStore(hands: Hands, record: DocumentRecord): Promise<void> {
  const { home, options, apart, log, slot } = hands
  const { document, pages, children, within } = await openKept(home, apart, record, options)
  const unread = unreadReason(document, within)
  if (unread) return fail(hands, record, unread)
  const reader = await options.reader()
  const read = (): Promise<Derived> => derive(reader, document, record, pages)
  // Two large ones at once would be more than memory is promised to hold.
  const derived = document.info.text.length > STRETCH ? await hands.oneAtATime(read) : await read()
  const broken = derived.reading.problems.find(({ code }) => code === 'step-failed')
  const again = broken && nextTry(broken, record.attempts, options.now())
  if (broken && again) return fail(hands, record, broken)
  await log(record.case, {
    at: options.now(),
    by: slot,
    act: 'derived',
    document: record.id,
    detail: { madeBy: derived.madeBy, text: sha256(document.info.text), children: within },
  })
  // Before it is done, so that a document that is done is linked whatever happens.
  await linkAlike(home, record, document.info)
  if (!(await home.store.documents.finish(record.case, record.id, slot, derived, children))) return
  await forget(home, record.case, [record.id])
  await tell(hands, record)
}

async function derive(
  reader: Reader,
  document: Document,
  record: DocumentRecord,
  pages: number | null,
): Promise<Derived> {
  const reading = await reader.readDocument(document)
  return {
    reading,
    parts: document.parts ?? [],
    turns: document.turns ?? [],
    fields: document.fields ?? [],
    headers: [...(record.headers ?? []), ...(document.headers ?? [])],
    languages: document.languages ?? [],
    pages,
    madeBy: reader.madeBy,
  }
}

async function fail(
  hands: Hands,
  record: DocumentRecord,
  reason: Parameters<typeof nextTry>[0],
): Promise<void> {
  const { home, options, slot } = hands
  const again = nextTry(reason, record.attempts, options.now())
  if (again === null) return giveUp(hands, record, reason)
  await home.store.documents.fail(record.case, record.id, slot, reason, again)
}

async function giveUp(
  hands: Hands,
  record: DocumentRecord,
  reason: Parameters<typeof nextTry>[0],
): Promise<void> {
  const { home, options, slot, log } = hands
  const { code, message } = reason
  await log(record.case, {
    at: options.now(),
    by: slot,
    act: 'failed',
    document: record.id,
    detail: { code, message },
  })
  await home.store.documents.fail(record.case, record.id, slot, reason, null)
  await tell(hands, record)
}

async function tell({ home, options }: Hands, { case: caseId, id }: DocumentRecord): Promise<void> {
  if (!options.finished) return
  const record = await home.store.documents.get(caseId, id)
  if (record) options.finished(record)
}

function keepLease(home: Home, record: DocumentRecord, slot: string, now: () => string): { leave(): void } {
  const timer = setInterval(() => {
    const until = new Date(Date.parse(now()) + LEASE).toISOString()
    // A lease that is lost shows when the work is stored: it is dropped then.
    home.store.documents.extend(record.case, record.id, slot, until).catch(() => undefined)
  }, SIGN)
  return { leave: () => clearInterval(timer) }
}

function stopOf(signal: AbortSignal): { readonly promise: Promise<'stopped'>; leave(): void } {
  let end = (): void => {}
  const promise = new Promise<'stopped'>((resolve) => {
    end = () => resolve('stopped')
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
  return { promise, leave: () => signal.removeEventListener('abort', end) }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
}

function mutex(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (run) => {
    const next = last.then(run, run)
    last = next.catch(() => undefined)
    return next
  }
}
