import type { Workbench } from '../workbench.js'

/** The workbench that all screens share. */
export type On = () => Workbench
/** A busy machine may take its time. */
export const SLOW = { timeout: 30_000 }
/** For what waits until a document is read and compared. */
export const READING = { timeout: 90_000 }
