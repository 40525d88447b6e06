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

const KINDS = data.kinds.map(({ kind, head, media, line }) => ({
  kind: kind as DocumentKind,
  head: head.map((source) => new RegExp(source, source.startsWith('^(?:message') ? 'im' : 'i')),
  line: (line ?? []).map((source) => new RegExp(source, 'iu')),
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
  const ofMedia = KINDS.find((k) => k.media.includes(mediaType))
  if (ofMedia) return ofMedia.kind
  const lines = headingOf(text)
  if (/^(?:text\/csv|text\/tab-separated-values|application\/.*(?:sheet|excel).*)$/.test(mediaType))
    return SUMS.test(head.split('\n')[0]!) || KINDS.some((k) => k.kind === 'account' && fits(k, head, lines))
      ? 'account'
      : 'record'
  if (isConversation(text)) return 'transcript'
  if (DATELINE.test(head) || lines.some((line) => BYLINE.test(line))) return 'press'
  const kind = KINDS.find((k) => fits(k, head, lines))?.kind
  // A page of the web that tells of a talk with somebody is no record of it.
  if (kind && !(kind === 'transcript' && WEB.test(mediaType))) return kind
  return WEB.test(mediaType) ? 'press' : ofItsOwn(lines)
}

const WEB = /^(?:text\/(?:html|markdown)|application\/.*json)$/
const ADDRESSED = new RegExp(data.letters, 'iu')
const BROADCAST = new RegExp(data.broadcasts, 'iu')
/** 'Basel, 16 May 2017', '22 September 2023'. */
const DATED =
  /^(?:[^\d]{2,50}[,:] )?(?:\d{1,2}\.? \p{L}{3,9},? \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)\b/u
/** A text under a head of its own, addressed or dated, without a sign of the press, is what its head names says of itself. */
function ofItsOwn(lines: readonly string[]): DocumentKind {
  if (lines.some((line) => BROADCAST.test(line))) return 'press'
  if (lines.some((line) => ADDRESSED.test(line))) return 'letter'
  const dated = lines.some((line) => DATED.test(line) || / \d{1,2} \p{L}{3,9} \d{4}$/u.test(line))
  return lines.length >= 2 && (dated || lines.some((line) => OWN.test(line))) ? 'statement' : 'press'
}
const OWN = new RegExp(data.ownBooks, 'iu')

const fits = (k: (typeof KINDS)[number], head: string, lines: readonly string[]): boolean =>
  k.head.some((p) => p.test(head)) || lines.some((line) => k.line.some((p) => p.test(line)))

/** A table of money by its first row. */
const SUMS = /\b(?:amount|debit|credit|balance|paid|price|sum|fee|invoice)\b/i
/** 'ODAL, Norway, Feb 21, 2017 (Coast Wire) - ', 'LONDON – '. */
const DATELINE =
  /(?:^|\n)\p{Lu}{2}[\p{Lu}' .’-]{1,40}(?:, [\p{L} .]{2,30}){0,2}(?:, \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: \([^()\n]{2,40}\))? [–—-]+ \S[^\n]{60}/u
const BYLINE = /^By (?:\p{Lu}[\p{L}.'’-]*(?: |$)){2,6}$/u

const MOST_LINES = 10
const LONGEST_LINE = 110
/** The lines before the first one of prose. */
function headingOf(text: string): string[] {
  const lines = text
    .slice(0, 1500)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST_LINES)
  const end = lines.findIndex((line) => line.length > LONGEST_LINE)
  return end < 0 ? lines : lines.slice(0, end)
}

const TURN = /^(\p{Lu}[^\n:.?!]{0,50}|Q|A)(?::|\.(?= )) ?\S/u
const LEAST_TURNS = 4
/** Who speaks stands before what they say, and speaks again. */
function isConversation(text: string): boolean {
  const labels = new Map<string, number>()
  let [turns, lines] = [0, 0]
  for (const line of text.slice(0, 20_000).split('\n').slice(0, 200)) {
    if (line.trim() === '') continue
    lines++
    const label = TURN.exec(line)?.[1]
    if (label === undefined || (label.length > 1 && line[label.length] === '.')) continue
    turns++
    labels.set(label, (labels.get(label) ?? 0) + 1)
  }
  const again = [...labels.values()].filter((n) => n > 1).reduce((n, m) => n + m, 0)
  return again >= LEAST_TURNS && turns >= lines * 0.5
}

const OFFICIAL =
  /^(?:the )?(?:press|media|news) (?:office|department|service|centre|center|release|statement|unit|desk)$|\b(?:official|government|state|town|city|law|royal|federal) (?:gazette|journal|bulletin)\b|\b(?:gazette|journal|bulletin) of (?:the )?(?:town|city|state|government|republic|kingdom|ministry|laws?|patents)\b/i

/** An origin itself, not one who passes on. */
export const isPrimary = (kind: DocumentKind): boolean => PRIMARY.has(kind)
/** What a party itself says: its origin is the one who wrote it. */
export const isPersonal = (kind: DocumentKind): boolean => PERSONAL.has(kind)

const NAMES = new Set(publications.words)
/** True for a name or noun of a newspaper, agency, broadcaster or blog. */
export function isPublication(name: string): boolean {
  // 'An accountant who asked to stay out of the paper' is none.
  const words = fold(name.split(/,| (?:who|whom|whose|which|that|of which) /)[0]!)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words.some((word, i) => NAMES.has(word) && (i === words.length - 1 || i === 0 || words.length <= 3))
}
