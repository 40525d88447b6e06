import { FORMATS } from '../ingest/formats.js'
import { PARSERS } from '../ingest/parsers.js'

/** What the names of files that are read end in, without the dot. */
export const EXTENSIONS: ReadonlySet<string> = new Set(
  [...FORMATS, ...PARSERS].flatMap(({ extensions }) => extensions),
)
