/** Which record of parsed JSON is an article, and what it says of itself. */
import { isRecord, textIn, type Json } from './json.js'
import { AUTHOR, BODY, PUBLISHED, PUBLISHER, TITLE } from './field-names.js'

/** A field that was found: its name in the record and its texts. */
export interface Found {
  readonly key: string
  readonly values: readonly string[]
}

const MOST_THINGS = 1000

/** The article in a parsed file and the path to it: the value itself, or one in a JSON-LD graph. */
export function articleIn(root: unknown): { article: Json; path: string } | null {
  const alone = Array.isArray(root) && root.length === 1 ? (root[0] as unknown) : root
  if (!isRecord(alone)) return null
  const base = alone === root ? '' : '[0].'
  if (isArticle(alone)) return { article: alone, path: base }
  for (const key of ['@graph', 'mainEntity', 'article']) {
    const inner = alone[key]
    const things = (Array.isArray(inner) ? inner : [inner]).slice(0, MOST_THINGS) as unknown[]
    const at = things.findIndex((thing) => isArticle(thing))
    if (at !== -1)
      return { article: things[at] as Json, path: `${base}${key}${Array.isArray(inner) ? `[${at}]` : ''}.` }
  }
  return null
}

/** True for a record with a text and something that only articles have beside it. */
export const isArticle = (value: unknown): value is Json =>
  isRecord(value) &&
  field(value, BODY) !== null &&
  (typed(value) ||
    field(value, TITLE) !== null ||
    (field(value, AUTHOR) !== null && field(value, PUBLISHED) !== null))

const typed = (value: Json): boolean =>
  [value['@type']]
    .flat()
    .some((type) => typeof type === 'string' && /Article$|BlogPosting|^Report/.test(type))

/** The first field of these names that holds a text, or records with a `name`. */
export function field(value: Json, names: readonly string[]): Found | null {
  for (const key of names) {
    const values = [value[key]]
      .flat()
      .flatMap((item) => textIn(isRecord(item) ? (item['name'] ?? item['title']) : item) ?? [])
    if (values.length > 0) return { key, values }
  }
  return null
}

export const publisherOf = (article: Json): Found | null => {
  const found = field(article, PUBLISHER)
  return found && !/^https?:/.test(found.values[0]!) ? found : null
}
