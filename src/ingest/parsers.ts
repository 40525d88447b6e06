/** Every kind of file that is read from its bytes, in the order in which they are asked whether they know one. */
import type { Parser } from './format.js'

export const PARSERS: readonly Parser[] = []

/** Those that need threads or native code (drawing pages, recognising characters). */
export const NATIVE: ReadonlySet<string> = new Set(['pdf', 'image'])
