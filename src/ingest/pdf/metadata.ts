/** What a PDF says of itself, set against what stands at the head of its first page. */
import type { Block, FieldEvidence } from '../../schema/document.js'
import { setOffDateline } from '../assemble.js'
import { isOutlet, isPerson, readByline } from '../byline.js'
import { findDate } from '../dates.js'
import { headOf } from '../head.js'
import type { Metadata } from '../metadata.js'
import { linesOf } from '../paragraphs.js'
import { timeOf } from './comments.js'

/** The information dictionary (ISO 32000-1, 14.3.3). */
export interface Told {
  readonly title: string | null
  readonly author: string | null
  readonly created: string | null
}

export interface Headed {
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  readonly fields: readonly FieldEvidence[]
}

/** What programs write where nobody gave a title. */
const NO_TITLE =
  /^(?:untitled|no title|title|document ?\d*|slide ?\d+|layout ?\d+|powerpoint presentation|presentation\d*|scan(?:ned)?\b.*|image ?\d*|print|microsoft (?:word|excel|powerpoint)\b.*|.*\.(?:docx?|xlsx?|pptx?|pdf|indd|qxd|tex|dvi|rtf|odt|html?|txt|jpe?g|tiff?|png|fm|p65|pmd|wpd|cdr|ai|eps)|[\d\s_.-]+|\(.*\)|https?:.*)$/i
const MOST_HEAD = 14
const LONGEST_HEAD = 4000

/** `told` is believed for the title; the page's own byline and date come before the file's, which tell of the typist and the day of making. */
export function headed(text: string, found: readonly Block[], told: Told): Headed {
  const blocks = withTitle(text, found)
  const first = blocks.filter(({ kind }) => kind !== 'cell').slice(0, MOST_HEAD)
  const end = Math.min(first.at(-1)?.end ?? 0, LONGEST_HEAD)
  const head = headOf(text.slice(0, end), linesOf(text.slice(0, end)))
  const kinds = new Map(head.blocks.map((block) => [block.start, block]))
  const named = blocks.map((block): Block => {
    const same = kinds.get(block.start)
    if (!same || same.end !== block.end || block.kind === 'title' || block.kind === 'cell') return block
    return {
      ...block,
      kind: same.kind === 'title' && blocks.some(({ kind }) => kind === 'title') ? 'heading' : same.kind,
    }
  })
  const dateline = setOffDateline(text, named)
  const title = dateline.blocks.find(({ kind }) => kind === 'title') ?? null
  const byline = dateline.blocks.find(({ kind }) => kind === 'byline') ?? null
  const datelined = dateline.blocks.find(({ kind }) => kind === 'dateline') ?? null

  const fields: FieldEvidence[] = []
  const take = (
    field: FieldEvidence['field'],
    ...from: readonly (Omit<FieldEvidence, 'field'> | null)[]
  ): string | null => {
    const known = from.filter((one) => one !== null)
    if (known[0]) fields.push({ field, ...known[0] })
    return known[0]?.value ?? null
  }
  const page = (value: string | null, at: Block | null): Omit<FieldEvidence, 'field'> | null =>
    value === null ? null : { value, at: at && { start: at.start, end: at.end }, from: 'first page' }
  const file = (value: string | null, name: string): Omit<FieldEvidence, 'field'> | null =>
    value === null ? null : { value, at: null, from: `${name} of the file` }

  const said = told.title?.replace(/\s+/g, ' ').trim() ?? ''
  const authors = authorsOf(told.author)
  const metadata: Metadata = {
    title: take(
      'title',
      said === '' || NO_TITLE.test(said.slice(0, 300)) ? null : file(said.slice(0, 300), 'Title'),
      page(title ? text.slice(title.start, title.end) : head.metadata.title, title),
    ),
    publisher: take(
      'publisher',
      page(head.metadata.publisher, byline),
      page(dateline.told.publisher, datelined),
      file(authors.publisher, 'Author'),
    ),
    published: take(
      'published',
      page(head.metadata.published, datelined ?? byline),
      page(dateline.told.published, datelined),
      file(dayOf(told.created), 'CreationDate'),
    ),
    byline: head.metadata.byline.length > 0 ? head.metadata.byline : authors.people,
  }
  for (const value of metadata.byline)
    fields.push(
      head.metadata.byline.length > 0
        ? {
            field: 'byline',
            value,
            at: byline && { start: byline.start, end: byline.end },
            from: 'first page',
          }
        : { field: 'byline', value, at: null, from: 'Author of the file' },
    )
  return { blocks: dateline.blocks, metadata, fields }
}

/** The first heading is the title where nothing but headings stands above it. */
function withTitle(text: string, blocks: readonly Block[]): Block[] {
  const at = blocks.slice(0, 4).findIndex(({ kind }) => kind === 'heading')
  const above = blocks.slice(0, Math.max(at, 0))
  const first = at !== -1 && above.every(({ start, end }) => end - start < 120)
  return blocks.map((block, i) =>
    first && i === at && /\p{L}/u.test(text.slice(block.start, block.end))
      ? { ...block, kind: 'title' }
      : block,
  )
}

/** Names of people and outlets only: 'user', 'jsmith' or 'Administrator' say nothing. */
function authorsOf(author: string | null): { people: readonly string[]; publisher: string | null } {
  const said = author?.replace(/\s+/g, ' ').trim().slice(0, 300) ?? ''
  if (said === '' || /^(?:microsoft|office|admin|user|owner|unknown|anonymous|default)\b/i.test(said))
    return { people: [], publisher: null }
  const { people, outlet } = readByline(said.replaceAll(';', ','))
  return { people: people.filter(isPerson), publisher: outlet !== null && isOutlet(outlet) ? outlet : null }
}

const dayOf = (written: string | null): string | null => {
  const time = timeOf(written)
  return time === null ? null : (findDate(time.slice(0, 10))?.edtf ?? null)
}
