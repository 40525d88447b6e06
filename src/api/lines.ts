import type { Reading } from '../schema/reading.js'

/** Media type of newline-delimited JSON. */
export const LINES = 'application/x-ndjson'

/** One line of a reading under way: words done of words in all, and at last the Reading or what went wrong. */
export type Line =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly reading: Reading }
  | { readonly error: { readonly code: string; readonly message: string } }
