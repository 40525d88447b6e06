/**
 * One story of a Word file (its body, a header, the notes, the comments; ECMA-376 part 1, §17) → drafts. Running words are
 * those of the version with all tracked changes accepted; deleted and hidden ones follow their paragraph, marked.
 */
import type { Place } from '../../../schema/document.js'
import { addAside, addWords, draftsOf, paragraph, type Paragraph } from '../paragraph.js'
import type { Draft, Marking } from '../flow.js'
import { tableDrafts, type Cell, type Table } from '../table.js'
import type { Attribute, XmlHandlers } from '../../xml/read-xml.js'
import { isOn, type Style } from './styles.js'

export interface Story {
  readonly handlers: XmlHandlers
  /** What stands outside of any note or comment, complete once the part has been read. */
  drafts(): Draft[]
  /** Notes or comments by kind and id: 'footnote 2'. */
  readonly notes: ReadonlyMap<string, Note>
}

export interface Note {
  readonly drafts: readonly Draft[]
  readonly by?: string
  readonly at?: string
}

export interface StoryContext {
  readonly styles: ReadonlyMap<string, Style>
  /** The place of its nth paragraph. */
  place(paragraph: number): Place
  /** What a reference in the text points to, as drafts for that place; each is asked for once. */
  note(key: string, place: Place): readonly Draft[]
}

const CHANGES: ReadonlyMap<string, Marking['mark']> = new Map([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
])
const TEXT: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t'])
const NOTES: ReadonlySet<string> = new Set(['w:footnote', 'w:endnote', 'w:comment'])
const REFERENCE: ReadonlyMap<string, string> = new Map([
  ['w:footnoteReference', 'footnote'],
  ['w:endnoteReference', 'endnote'],
  ['w:commentReference', 'comment'],
])
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00ad'],
])
/** Older formatting, the twin of a drawing for older programs, and small print above characters. */
const SKIPPED = /^(?:w:\w+PrChange|mc:Fallback|w:rt|w:tabs|w:numberingChange)$/

export function story(context: StoryContext): Story {
  const sink: Draft[] = []
  const notes = new Map<string, Note>()
  let note: { key: string; drafts: Draft[]; by?: string; at?: string } | null = null
  const open: Paragraph[] = []
  const tables: (Table & { deleted: Marking | null })[] = []
  /** Paragraphs open where each table began: a text box in a cell has tables of its own. */
  const tableDepth: number[] = []
  const changes: Marking[] = []
  let carried: Paragraph | null = null
  let joins = false
  let skipped = 0
  let count = 0
  let rows = 0
  let inText = false
  let hiddenRun = false
  let hiddenStyle = false
  let properties: 'run' | 'paragraph' | 'mark' | 'row' | null = null

  const emit = (main: Draft | null, after: readonly Draft[]): void => {
    const table = tables.at(-1)
    const cell = table && tableDepth.at(-1) === open.length ? table.rows.at(-1)?.at(-1) : undefined
    if (cell) {
      if (main) cell.main.push(main)
      cell.after.push(...after)
    } else if (open.length > 0) {
      if (main) open.at(-1)!.after.push(main)
      open.at(-1)!.after.push(...after)
    } else {
      const into = note?.drafts ?? sink
      if (main) into.push(main)
      into.push(...after)
    }
  }
  const add = (text: string): void => {
    const to = open.at(-1)
    if (!to) return
    const change = changes.findLast(({ mark }) => mark === 'deleted') ?? changes.at(-1)
    if (change?.mark === 'deleted') addAside(to, text, change)
    else if (hiddenRun || hiddenStyle) addAside(to, text, { mark: 'hidden' })
    else addWords(to, text, change)
  }
  const finish = (): void => {
    const closed = open.pop()
    if (!closed) return
    if (joins && open.length === 0) carried = closed
    else {
      const { main, after } = draftsOf(closed)
      emit(main, after)
    }
    joins = false
  }
  const flush = (): void => {
    if (!carried) return
    const { main, after } = draftsOf(carried)
    carried = null
    emit(main, after)
  }

  const openProperty = (name: string, attribute: Attribute): void => {
    const value = attribute('w:val')
    if (name === 'w:vanish' && properties === 'run') hiddenRun = isOn(value)
    else if (name === 'w:rStyle' && properties === 'run')
      hiddenRun = hiddenRun || (context.styles.get(value ?? '')?.hidden ?? false)
    else if (name === 'w:pStyle' && properties === 'paragraph') {
      const style = context.styles.get(value ?? '')
      const to = open.at(-1)
      if (style?.kind && to) to.kind = style.kind
      hiddenStyle = style?.hidden ?? false
    } else if (name === 'w:numPr' && properties === 'paragraph') {
      const to = open.at(-1)
      if (to?.kind === 'paragraph') to.kind = 'item'
    } else if ((name === 'w:del' || name === 'w:moveFrom') && properties === 'mark') joins = true
    else if (name === 'w:del' && properties === 'row') {
      const table = tables.at(-1)
      if (table) table.deleted = marking('deleted', attribute)
    }
  }

  const handlers: XmlHandlers = {
    open(name, attribute) {
      if (skipped > 0 || SKIPPED.test(name)) {
        skipped++
        return
      }
      if (name === 'w:pPr') properties = 'paragraph'
      else if (name === 'w:trPr') properties = 'row'
      else if (name === 'w:rPr') properties = properties === 'paragraph' ? 'mark' : 'run'
      else if (properties) openProperty(name, attribute)
      else if (CHANGES.has(name)) changes.push(marking(CHANGES.get(name)!, attribute))
      else if (TEXT.has(name)) inText = true
      else if (SIGNS.has(name)) add(SIGNS.get(name)!)
      else if (name === 'w:sym') add(symbol(attribute('w:char')))
      else if (name === 'w:r') hiddenRun = false
      else if (name === 'w:p') {
        count++
        open.push(carried ?? paragraph(context.place(count)))
        carried = null
        joins = hiddenStyle = hiddenRun = false
      } else if (name === 'w:tbl') {
        flush()
        const outer = tables.at(-1)
        const nested = outer !== undefined && tableDepth.at(-1) === open.length
        if (nested) outer.nested = true
        tables.push({ rows: [], nested, deleted: null })
        tableDepth.push(open.length)
      } else if (name === 'w:tr') tables.at(-1)?.rows.push([])
      else if (name === 'w:tc') tables.at(-1)?.rows.at(-1)?.push({ main: [], after: [] })
      else if (NOTES.has(name)) {
        const { by, at } = marking('comment', attribute)
        const key = `${name.slice(2)} ${attribute('w:id') ?? ''}`
        note = { key, drafts: [], ...(by ? { by } : {}), ...(at ? { at } : {}) }
      } else if (REFERENCE.has(name)) {
        const to = open.at(-1)
        to?.after.push(...context.note(`${REFERENCE.get(name)} ${attribute('w:id') ?? ''}`, to.place))
      }
    },
    close(name) {
      if (skipped > 0) {
        skipped--
        return
      }
      if (name === 'w:pPr' || name === 'w:trPr') properties = null
      else if (name === 'w:rPr') properties = properties === 'mark' ? 'paragraph' : null
      else if (properties) return
      else if (CHANGES.has(name)) changes.pop()
      else if (TEXT.has(name)) inText = false
      else if (name === 'w:p') finish()
      else if (name === 'w:tc') flush()
      else if (name === 'w:tr') closeRow(tables.at(-1))
      else if (name === 'w:tbl') {
        const table = tables.pop()
        tableDepth.pop()
        if (!table) return
        for (const draft of tableDrafts(table, rows)) emit(draft, [])
        rows += table.rows.length
      } else if (NOTES.has(name) && note) {
        flush()
        const { key, ...rest } = note
        notes.set(key, rest)
        note = null
      }
    },
    text(text) {
      if (inText && skipped === 0) add(text)
    },
  }
  return {
    handlers,
    notes,
    drafts() {
      flush()
      return sink
    },
  }
}

function marking(mark: Marking['mark'], attribute: Attribute): Marking {
  const [by, at] = [attribute('w:author'), attribute('w:date')]
  return { mark, ...(by ? { by } : {}), ...(at ? { at } : {}) }
}

/** A sign of a symbol font: its number, less the shift into the private area that hides an ordinary character. */
function symbol(code: string | undefined): string {
  const number = /^[0-9a-f]{2,5}$/i.test(code ?? '') ? parseInt(code!, 16) : 0xfffd
  return String.fromCodePoint(number >= 0xf020 && number <= 0xf07e ? number - 0xf000 : number)
}

/** A row that was deleted is no row of the accepted version: its words stand aside. */
function closeRow(table: (Table & { deleted: Marking | null }) | undefined): void {
  if (!table?.deleted) return
  const { deleted } = table
  const row: Cell[] = table.rows.pop() ?? []
  table.deleted = null
  const aside = row.flatMap(({ main, after }) => [
    ...main.map(({ runs: _, row: __, ...draft }): Draft => ({
      ...draft,
      kind: 'paragraph',
      marking: deleted,
    })),
    ...after,
  ])
  const before = table.rows.at(-1)?.at(-1)
  if (before) before.after.push(...aside)
  else table.rows.push([{ main: [], after: aside }])
}
