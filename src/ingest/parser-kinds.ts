/** What is known to be of these kinds may be of a closer one as well, whatever it is called. */
export const GENERAL: ReadonlySet<string> = new Set(['zip', 'gzip'])

/** Those that need threads or native code (drawing pages, recognising characters). */
export const NATIVE: ReadonlySet<string> = new Set(['pdf', 'image'])

/** The types of files that they read, as the first bytes tell them. */
export const NATIVE_TYPES: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/bmp',
  'image/webp',
  'image/tiff',
])
