import type { Reading } from '../schema/reading.js'
import type { Desk } from './case/desk.js'

/** Told now and then how far a reading has come, in words of the text. */
export type Progress = (done: number, total: number) => void

/** What the server needs from the rest of the program. */
export interface Context {
  /** Reads one document; nothing is stored. */
  read(bytes: Uint8Array, file: string, progress?: Progress): Promise<Reading>
  /** The sample as it was read, null where the program was started without one. */
  sample(): Promise<Reading> | null
  /** What serves cases; null where only single documents are read. */
  readonly desk: Desk | null
  /** The folder of the built page. */
  readonly pageFolder: string
}
