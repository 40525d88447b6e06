/** Entries of several workers go to the log of custody together: one wait for the disk is enough for all that wait meanwhile. */
import type { Custody, NewEntry } from '../store/custody.js'

export type Log = (caseId: string, entry: NewEntry) => Promise<void>

/** On the disk when it resolves; throws what the log throws. */
export function logOf(custody: Custody): Log {
  const waiting = new Map<string, NewEntry[]>()
  const running = new Map<string, Promise<void>>()
  const next = new Map<string, Promise<void>>()
  const flush = async (caseId: string): Promise<void> => {
    await running.get(caseId)?.catch(() => undefined)
    next.delete(caseId)
    const entries = waiting.get(caseId) ?? []
    waiting.delete(caseId)
    const run = custody.append(caseId, entries)
    running.set(caseId, run)
    await run
  }
  return (caseId, entry) => {
    const entries = waiting.get(caseId)
    if (entries) entries.push(entry)
    else waiting.set(caseId, [entry])
    let flushed = next.get(caseId)
    if (!flushed) next.set(caseId, (flushed = flush(caseId)))
    return flushed
  }
}
