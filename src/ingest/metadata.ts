/** What a document says of itself. */
export interface Metadata {
  readonly title: string | null
  readonly byline: readonly string[]
  readonly publisher: string | null
  /** EDTF. */
  readonly published: string | null
}

export const NO_METADATA: Metadata = { title: null, byline: [], publisher: null, published: null }

/** The first source that knows, field by field. */
export function merge(...sources: readonly Metadata[]): Metadata {
  const known = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null
  return {
    title: known(sources.map((source) => source.title)),
    byline: sources.find((source) => source.byline.length > 0)?.byline ?? [],
    publisher: known(sources.map((source) => source.publisher)),
    published: known(sources.map((source) => source.published)),
  }
}
