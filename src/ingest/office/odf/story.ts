/**
 * The text of an OpenDocument file (1.3, part 3, §5 to §9) → drafts. Running words are those of the version with all tracked
 * changes accepted; deleted and hidden ones follow their paragraph, marked.
 */
import type { BlockKind, Place } from '../../../schema/document.js'
import type { XmlHandlers } from '../../xml/read-xml.js'
import type { Draft, Marking } from '../flow.js'
import { addAside, addWords, draftsOf, paragraph, type Paragraph } from '../paragraph.js'
import { tableDrafts, type Table } from '../table.js'
import type { Styles } from './styles.js'

export interface OdfStory {
  readonly handlers: XmlHandlers
  readonly drafts: readonly Draft[]
}

export interface OdfContext {
  readonly styles: Styles
  /** The place of the nth paragraph outside of notes; of the nth slide in a presentation. */
  place(paragraph: number, slide: number): Place
  /** Elements that hold text of the story: 'office:text', 'style:header'. */
  readonly roots: ReadonlySet<string>
  readonly kind: BlockKind
}

interface Change extends Marking {
  by?: string
  at?: string
  words: string[]
}
interface Note {
  readonly mark: 'footnote' | 'comment' | 'notes'
  readonly drafts: Draft[]
  readonly depth: number
  by?: string
  at?: string
}

/** Words about the text, not of it. */
const SKIPPED: ReadonlySet<string> = new Set([
  'text:note-citation',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
  'office:binary-data',
  'office:forms',
  'text:sequence-decls',
  'text:variable-decls',
  'text:index-title-template',
  'text:table-of-content-source',
  'presentation:settings',
])
const MOST_BLANKS = 1000

export function odfStory(context: OdfContext): OdfStory {
  const { styles } = context
  const drafts: Draft[] = []
  const changes = new Map<string, Change>()
  const open: Paragraph[] = []
  const tables: Table[] = []
  const tableDepth: number[] = []
  const notes: Note[] = []
  const inserted: Change[] = []
  const spans: boolean[] = []
  /** Hidden sections and paragraphs around the place being read. */
  const hiding: boolean[] = []
  let change: Change | null = null
  let field: 'by' | 'at' | null = null
  let roots = 0
  let items = 0
  let skipped = 0
  let count = 0
  let slide = 0
  let rows = 0

  const emit = (main: Draft | null, after: readonly Draft[]): void => {
    const note = notes.at(-1)
    const table = tables.at(-1)
    const cell = table && tableDepth.at(-1) === open.length ? table.rows.at(-1)?.at(-1) : undefined
    const into =
      note && note.depth === open.length ? note.drafts : open.length > 0 ? open.at(-1)!.after : drafts
    if (cell && main) cell.main.push(main)
    else if (main) into.push(main)
    if (cell) cell.after.push(...after)
    else into.push(...after)
  }
  const add = (text: string): void => {
    const to = open.at(-1)
    if (!to) return
    if (spans.includes(true) || hiding.includes(true)) addAside(to, text, { mark: 'hidden' })
    else addWords(to, text, inserted.at(-1) && markingOf(inserted.at(-1)!))
  }
  const openParagraph = (style: string | undefined, heading: boolean): void => {
    if (notes.length === 0) count++
    const kind = styles.kind(style) ?? (heading ? 'heading' : items > 0 ? 'item' : context.kind)
    open.push(
      paragraph(
        notes.length > 0 ? (open[0]?.place ?? context.place(count, slide)) : context.place(count, slide),
        kind,
      ),
    )
    hiding.push(styles.hides(style))
  }
  const closeNote = (): void => {
    const note = notes.pop()
    if (!note) return
    const marking: Marking = markingOf(note)
    const marked = note.drafts.map((draft): Draft => ({
      kind: 'paragraph',
      text: draft.text,
      place: draft.place,
      marking: draft.marking ?? marking,
    }))
    emit(null, marked)
  }

  const handlers: XmlHandlers = {
    open(name, attribute) {
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped++
        return
      }
      if (context.roots.has(name)) roots++
      if (roots === 0) {
        styles.open(name, attribute)
        return
      }
      if (name === 'text:p' || name === 'text:h') {
        if (change) change.words.push('')
        else openParagraph(attribute('text:style-name'), name === 'text:h')
      } else if (name === 'text:span') spans.push(styles.hides(attribute('text:style-name')))
      else if (name === 'text:s')
        write(' '.repeat(Math.min(MOST_BLANKS, Number(attribute('text:c') ?? 1) || 1)))
      else if (name === 'text:tab') write('\t')
      else if (name === 'text:line-break') write('\n')
      else if (name === 'text:section') hiding.push(attribute('text:display') === 'none')
      else if (name === 'text:list-item') items++
      else if (name === 'text:hidden-text') {
        const to = open.at(-1)
        if (to) addAside(to, attribute('text:string-value') ?? '', { mark: 'hidden' })
      } else if (name === 'text:changed-region') {
        change = { mark: 'inserted', words: [] }
        changes.set(attribute('xml:id') ?? attribute('text:id') ?? '', change)
      } else if (name === 'text:deletion' && change) {
        const id = [...changes].at(-1)![0]
        change = { ...change, mark: 'deleted' }
        changes.set(id, change)
      } else if (name === 'text:change') {
        const deleted = changes.get(attribute('text:change-id') ?? '')
        if (deleted?.mark === 'deleted') setAside(deleted)
      } else if (name === 'text:change-start') {
        const started = changes.get(attribute('text:change-id') ?? '')
        if (started?.mark === 'inserted') inserted.push(started)
      } else if (name === 'text:change-end') {
        const ended = changes.get(attribute('text:change-id') ?? '')
        if (ended && inserted.includes(ended)) inserted.splice(inserted.indexOf(ended), 1)
      } else if (name === 'text:note') notes.push({ mark: 'footnote', drafts: [], depth: open.length })
      else if (name === 'office:annotation') notes.push({ mark: 'comment', drafts: [], depth: open.length })
      else if (name === 'presentation:notes') notes.push({ mark: 'notes', drafts: [], depth: open.length })
      else if (name === 'dc:creator') field = 'by'
      else if (name === 'dc:date') field = 'at'
      else if (name === 'table:table') {
        const nested = tables.length > 0 && tableDepth.at(-1) === open.length
        if (nested) tables.at(-1)!.nested = true
        tables.push({ rows: [], nested })
        tableDepth.push(open.length)
      } else if (name === 'table:table-row') tables.at(-1)?.rows.push([])
      else if (name === 'table:table-cell') tables.at(-1)?.rows.at(-1)?.push({ main: [], after: [] })
      else if (name === 'draw:page') slide++
    },
    close(name) {
      if (skipped > 0) {
        skipped--
        return
      }
      if (context.roots.has(name)) roots--
      if (roots === 0) return
      if (name === 'text:p' || name === 'text:h') {
        if (change) return
        const closed = open.pop()
        hiding.pop()
        if (!closed) return
        const { main, after } = draftsOf(closed)
        emit(main, after)
      } else if (name === 'text:span') spans.pop()
      else if (name === 'text:section') hiding.pop()
      else if (name === 'text:list-item') items--
      else if (name === 'text:changed-region') change = null
      else if (name === 'text:note' || name === 'office:annotation' || name === 'presentation:notes')
        closeNote()
      else if (name === 'dc:creator' || name === 'dc:date') field = null
      else if (name === 'table:table') {
        const table = tables.pop()
        tableDepth.pop()
        if (!table) return
        for (const draft of tableDrafts(table, rows)) emit(draft, [])
        rows += table.rows.length
      }
    },
    text(text) {
      if (roots === 0 || skipped > 0) return
      const about = change ?? notes.at(-1)
      if (field !== null) {
        if (about) about[field] = (about[field] ?? '') + text
      } else write(text.replace(/[ \t\r\n]+/g, ' '))
    },
  }
  const write = (text: string): void => {
    if (!change) add(text)
    else if (change.words.length > 0) change.words[change.words.length - 1] += text
  }
  const setAside = (deleted: Change): void => {
    const to = open.at(-1)
    const text = deleted.words.join('\n')
    if (to) addAside(to, text, markingOf(deleted))
    else if (text.trim() !== '')
      emit(
        {
          kind: 'paragraph',
          text: text.trim(),
          place: context.place(count, slide),
          marking: markingOf(deleted),
        },
        [],
      )
  }
  return { handlers, drafts }
}

const markingOf = ({ mark, by, at }: Change | Note): Marking => ({
  mark,
  ...(by ? { by } : {}),
  ...(at ? { at } : {}),
})
