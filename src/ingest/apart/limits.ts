/** How far one file may go while it is opened. */
export interface Limits {
  /** Milliseconds without any progress. */
  readonly stall: number
  /** Milliseconds in all. */
  readonly time: number
  /** Megabytes of memory of the process that opens it. */
  readonly memory: number
  /** Bytes of all children together. */
  readonly output: number
  /** How many children. */
  readonly children: number
  /** Bytes of the text and its structure, as JSON. */
  readonly result: number
}

const MEGABYTE = 1024 * 1024

/** A scanned page takes seconds, a large spreadsheet half a minute; what comes no further for a minute hangs. */
export const LIMITS: Limits = {
  stall: 60_000,
  time: 4 * 60 * 60_000,
  memory: 900,
  output: 20_000 * MEGABYTE,
  children: 200_000,
  result: 400 * MEGABYTE,
}

/** Containers in containers: a mail in a mailbox in a ZIP in a web archive is 3 deep. */
export const DEEPEST = 8
/** What may come out of one container and all within it, in documents and bytes. */
export const WHOLE = { documents: 1_000_000, bytes: 200_000 * MEGABYTE } as const

/** Files after which a process is ended, so that nothing an earlier file did to it lasts. */
export const FILES_EACH = 200
/** Megabytes after which it is, when it is idle. */
export const IDLE_MEMORY = 450
