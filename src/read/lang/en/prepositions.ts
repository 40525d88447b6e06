import data from './prepositions.json' with { type: 'json' }

/** Prepositions of circumstances: what follows them never becomes the object of a claim. */
export const CIRCUMSTANCE: ReadonlySet<string> = new Set([...data.circumstance, ...data.source])
/** "According to X" names a source, no participant. */
export const SOURCE: ReadonlySet<string> = new Set(data.source)
