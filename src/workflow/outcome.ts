/** What becomes of a document that could not be read: another try, or the list of those that failed, with the reason. */
import type { Document } from '../schema/document.js'
import { problem, WhenceError } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'

/** The process that opened it ended, or a part of the reading did: that may have been the machine's fault. */
const PASSING: ReadonlySet<string> = new Set([
  'parser-crashed',
  'parser-timeout',
  'parser-memory',
  'step-failed',
])
/** Concern everything, not this document. */
const EVERYBODY: ReadonlySet<string> = new Set([
  'disk-full',
  'file-unwritable',
  'custody-broken',
  'sandbox-failed',
  'model-missing',
  'model-damaged',
  'store-unreachable',
  'store-damaged',
  'store-unwritable',
])
/** Doubts about a file that was read all the same. */
const DOUBTS: ReadonlySet<string> = new Set([
  'kind-other',
  'polyglot',
  'name-controls',
  'text-empty',
  'machine-data',
  'encoding-guessed',
  'encoding-damaged',
  'pdf-scripts',
])

/** Seconds before the second and the third try; there is no fourth. */
const PAUSES = [2, 20] as const
/** A document at which the program itself ended this often is left. */
export const MOST_BEGUN = 25

export const concernsEverybody = (error: unknown): boolean =>
  error instanceof WhenceError && EVERYBODY.has(String(error.code))

/** The reason in an error that concerns one document. */
export function reasonIn(error: unknown, file: string): Problem {
  if (error instanceof WhenceError) {
    const { code, message } = error as WhenceError
    return { code, message }
  }
  return problem('reading-failed', null, file, error instanceof Error ? error.message : String(error))
}

/** When to try again; null where the reason will not go away. `attempts` counts this one. */
export function nextTry(reason: Problem, attempts: number, now: string): string | null {
  const pause = PASSING.has(reason.code) ? PAUSES[attempts - 1] : undefined
  return pause === undefined ? null : new Date(Date.parse(now) + pause * 1000).toISOString()
}

/** Why nothing at all of a document was read; null where something was, or where there is nothing in it. */
export function unreadReason(document: Document, children: number): Problem | null {
  if (document.blocks.length > 0 || children > 0) return null
  return document.problems.find(({ code }) => !DOUBTS.has(code)) ?? null
}
