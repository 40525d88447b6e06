/** What an office file and its head tell of title, author and day, weighed, each with where it was found. */
import type { Block, FieldEvidence } from '../../schema/document.js'
import { isPerson, readByline } from '../byline.js'
import { findDate } from '../dates.js'
import { merge, NO_METADATA, type Metadata } from '../metadata.js'

/** The file's own metadata; `from` names the place of each ('docProps/core.xml dc:title'). */
export interface Told {
  readonly title?: string | undefined
  readonly creators?: readonly string[] | undefined
  readonly publisher?: string | undefined
  readonly created?: string | undefined
  readonly language?: string | undefined
  readonly from: Readonly<
    Partial<Record<'title' | 'creators' | 'publisher' | 'created' | 'language', string>>
  >
}

/** Titles that programs set, not people. */
const RUBBISH_TITLE =
  /^(?:untitled|title|document\d*|doc\d+|sans titre|ohne titel|microsoft word\b.*|(?:powerpoint )?pr(?:e|ä)sentation\d*|slide \d+|folie \d+|book\d*|sheet\d*|mappe\d*|workbook|.*\.(?:docx?|odt|rtf|pptx?|xlsx?|ods|indd|dot[xm]?|tmp)|\s*)$/i
/** The head's finding stands before the file's for the day: a file's is that of its first saving, or of its template's. */
export function fieldsOf(
  text: string,
  blocks: readonly Block[],
  told: Told,
  ...inText: readonly Metadata[]
): { metadata: Metadata; fields: FieldEvidence[] } {
  const head = merge(NO_METADATA, ...inText)
  const title = told.title?.replace(/\s+/g, ' ').trim()
  const own: Metadata = {
    title: title && title.length <= 500 && !RUBBISH_TITLE.test(title) ? title : null,
    byline: (told.creators ?? []).flatMap(peopleIn),
    publisher: told.publisher?.trim() || null,
    published: null,
  }
  const styled = blocks.find(({ kind }) => kind === 'title')
  const shown = styled ? text.slice(styled.start, styled.end).replace(/\s+/g, ' ') : null
  const created = findDate(told.created ?? '')?.edtf ?? null
  const metadata = merge(own, { ...head, title: head.title ?? shown }, { ...NO_METADATA, published: created })
  const spanOf = (kind: Block['kind']): FieldEvidence['at'] => {
    const block = blocks.find((other) => other.kind === kind)
    return block ? { start: block.start, end: block.end } : null
  }
  const fields: FieldEvidence[] = []
  const add = (
    field: FieldEvidence['field'],
    value: string,
    place: string | null,
    kind: Block['kind'],
  ): void => {
    fields.push(
      place === null
        ? { field, value, at: spanOf(kind), from: 'head of the text' }
        : { field, value, at: null, from: place },
    )
  }
  const { from } = told
  if (metadata.title !== null) add('title', metadata.title, own.title && (from.title ?? 'metadata'), 'title')
  if (metadata.byline.length > 0)
    add(
      'byline',
      metadata.byline.join(', '),
      own.byline.length > 0 ? (from.creators ?? 'metadata') : null,
      'byline',
    )
  if (metadata.publisher !== null)
    add('publisher', metadata.publisher, own.publisher && (from.publisher ?? 'metadata'), 'byline')
  if (metadata.published !== null)
    add(
      'published',
      metadata.published,
      head.published === null ? (from.created ?? 'metadata') : null,
      'dateline',
    )
  if (told.language) add('language', told.language, from.language ?? 'metadata', 'title')
  return { metadata, fields }
}

/** Names of machines and log-ins are nobody's. */
function peopleIn(creator: string): string[] {
  if (NOBODY.test(creator.trim())) return []
  const people = readByline(creator.slice(0, 300)).people.filter(isPerson)
  if (people.length > 0) return people
  // 'Brock, Ada' as libraries write it.
  const turned = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’ -]+)$/u.exec(creator.trim())
  return turned ? [`${turned[2]} ${turned[1]}`] : []
}
const NOBODY =
  /^(?:|admin(?:istrator)?|user\d*|owner|author|guest|root|microsoft(?: office)?(?: user)?|office user|windows user|dell|hp|lenovo|acer|asus|python-docx|openpyxl|apache poi|un-named|unknown|calibre.*)$/i
