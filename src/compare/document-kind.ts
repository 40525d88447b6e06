/** What kind of document a text is, from its own words: a record is an origin itself, a newspaper only passes on. */
import data from './words/document-kinds.json' with { type: 'json' }
import publications from './words/publications.json' with { type: 'json' }
import { fold } from './words/content.js'

export type DocumentKind =
  | 'court'
  | 'contract'
  | 'account'
  | 'minutes'
  | 'record'
  | 'statement'
  | 'mail'
  | 'letter'
  | 'transcript'
  | 'chat'
  | 'press'

const KINDS = data.kinds.map(({ kind, head, media }) => ({
  kind: kind as DocumentKind,
  head: head.map((source) => new RegExp(source, source.startsWith('^(?:message') ? 'im' : 'i')),
  media: media ?? [],
}))
const PRIMARY = new Set(data.primary)
const PERSONAL = new Set(data.personal)
const HEAD = 600

/** The kind of a document by its first words, its media type and who published it; 'press' where nothing says otherwise. */
export function documentKind(text: string, mediaType: string, publisher: string | null = null): DocumentKind {
  const head = text.slice(0, HEAD)
  // What a newspaper prints of a court or a register is still a newspaper's.
  if (publisher !== null && isPublication(publisher) && !OFFICIAL.test(publisher))
    return /\btranscript\b/i.test(head) ? 'transcript' : 'press'
  return KINDS.find((k) => k.media.includes(mediaType) || k.head.some((p) => p.test(head)))?.kind ?? 'press'
}

const OFFICIAL =
  /\b(?:official|government|state|town|city|law|royal|federal) (?:gazette|journal|bulletin)\b|\b(?:gazette|journal|bulletin) of (?:the )?(?:town|city|state|government|republic|kingdom|ministry|laws?|patents)\b/i

/** An origin itself, not one who passes on. */
export const isPrimary = (kind: DocumentKind): boolean => PRIMARY.has(kind)
/** What a party itself says: its origin is the one who wrote it. */
export const isPersonal = (kind: DocumentKind): boolean => PERSONAL.has(kind)

const NAMES = new Set(publications.words)
/** True for a name or noun of a newspaper, agency, broadcaster or blog. */
export function isPublication(name: string): boolean {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words.some((word, i) => NAMES.has(word) && (i === words.length - 1 || i === 0 || words.length <= 3))
}
