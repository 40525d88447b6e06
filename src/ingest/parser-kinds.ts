/** What is known to be of these kinds may be of a closer one as well, whatever it is called. */
export const GENERAL: ReadonlySet<string> = new Set(['zip', 'gzip'])

/** Those that need threads or native code (drawing pages, recognising characters). */
export const NATIVE: ReadonlySet<string> = new Set(['pdf', 'image'])
