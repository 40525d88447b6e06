/** How text is stored in columns that are looked into or sorted, so that both databases agree without knowing Unicode. */

const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** PostgreSQL takes no NUL and UTF-8 no half of a character pair; names with them keep their other characters. */
export const storable = (text: string): string => text.replace(UNSTORABLE, '\ufffd')

const LONGEST_KEY = 300

/** What PostgreSQL's indexes take of a key: its first 300 code points, as substr() cuts. Longer ones are told apart by these. */
export const indexable = (key: string): string =>
  [...storable(key.slice(0, 2 * LONGEST_KEY))].slice(0, LONGEST_KEY).join('')

/** Lower case, without accents. */
export const folded = (text: string): string =>
  storable(text.normalize('NFKD').toLowerCase()).replace(/\p{M}+/gu, '')

/** A LIKE pattern (escape character \) for folded text that holds `part` anywhere. */
export const holding = (part: string): string => `%${folded(part.slice(0, 1000)).replace(/[\\%_]/g, '\\$&')}%`
