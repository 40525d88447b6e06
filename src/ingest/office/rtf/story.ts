/** The paragraphs, tables, notes and edges of an RTF file, as control words part them → drafts. */
import type { Place } from '../../../schema/document.js'
import type { Draft, Marking } from '../flow.js'
import { addAside, addWords, draftsOf, paragraph, type Paragraph } from '../paragraph.js'
import { tableDrafts, type Table } from '../table.js'
import { marked, type State } from './state.js'

export interface RtfStory {
  /** Adds words to the paragraph being read, set aside where the state says that they are deleted or hidden. */
  add(words: string, state: State): void
  /** Ends paragraphs, cells and rows where `word` does. */
  structure(word: string): void
  /** The paragraph being read is one of a list. */
  item(): void
  beginNote(to: 'footnote' | 'comment' | 'edge'): void
  /** `by` and `at` are those of a comment. */
  endNote(by: string, at: string): void
  finish(): Draft[]
}

export function rtfStory(): RtfStory {
  const drafts: Draft[] = []
  const edges: Draft[] = []
  let count = 0
  let rows = 0
  let table: Table | null = null
  let inCell = false
  const bodyPlace = (): Place => ({ kind: 'paragraph', paragraph: count + 1 })
  /** The paragraph of the body and, above it, those of the notes being read. */
  const open: Paragraph[] = [paragraph(bodyPlace())]
  const notes: { drafts: Draft[]; marking: Marking | null }[] = []

  const endParagraph = (): void => {
    const closed = open.pop()!
    const note = notes.at(-1)
    const { main, after } = draftsOf(closed)
    if (!note) count++
    open.push(paragraph(note ? closed.place : bodyPlace()))
    const cell = !note && inCell ? table?.rows.at(-1)?.at(-1) : undefined
    if (cell) {
      if (main) cell.main.push(main)
      cell.after.push(...after)
    } else {
      const into = note?.drafts ?? drafts
      if (!note && table) endTable()
      if (main) into.push(main)
      into.push(...after)
    }
  }
  const endTable = (): void => {
    if (!table) return
    if (table.rows.at(-1)?.every(({ main, after }) => main.length + after.length === 0)) table.rows.pop()
    drafts.push(...tableDrafts(table, rows))
    rows += table.rows.length
    table = null
  }
  const beginNote = (to: 'footnote' | 'comment' | 'edge'): void => {
    const place: Place = to === 'edge' ? { kind: 'field', path: 'headers and footers' } : open[0]!.place
    notes.push({ drafts: [], marking: to === 'edge' ? null : { mark: to } })
    open.push(paragraph(place, to === 'edge' ? 'caption' : 'paragraph'))
  }
  const endNote = (by: string, at: string): void => {
    endParagraph()
    const note = notes.pop()
    open.pop()
    if (!note) return
    if (note.marking === null) {
      edges.push(...note.drafts.map((draft): Draft => ({ ...draft, kind: 'caption' })))
      return
    }
    const marking = note.marking.mark === 'comment' ? marked('comment', by, at) : note.marking
    open
      .at(-1)!
      .after.push(...note.drafts.map((draft): Draft => ({ ...draft, marking: draft.marking ?? marking })))
  }
  const structure = (name: string): void => {
    if (name === 'par' || name === 'sect' || name === 'page') {
      // A line end inside a cell parts its paragraphs; outside of one it ends the table.
      if (table && !inCell && notes.length === 0) endTable()
      endParagraph()
    } else if (name === 'pard') {
      if (notes.length === 0) inCell = false
    } else if (name === 'intbl' && notes.length === 0) {
      inCell = true
      table ??= { rows: [], nested: false }
      if (table.rows.length === 0) table.rows.push([])
      if (table.rows.at(-1)!.length === 0) table.rows.at(-1)!.push({ main: [], after: [] })
    } else if ((name === 'cell' || name === 'nestcell') && notes.length === 0) {
      structure('intbl')
      endParagraph()
      table!.rows.at(-1)!.push({ main: [], after: [] })
    } else if ((name === 'row' || name === 'nestrow') && table) {
      table.rows.at(-1)!.pop()
      table.rows.push([])
    }
  }
  return {
    add(words, state) {
      const { by, at, deletedBy, deletedAt } = state.marking
      const to = open.at(-1)!
      if (state.deleted) addAside(to, words, marked('deleted', deletedBy, deletedAt))
      else if (state.hidden) addAside(to, words, { mark: 'hidden' })
      else addWords(to, words, state.revised ? marked('inserted', by, at) : undefined)
    },
    structure,
    item() {
      open.at(-1)!.kind = 'item'
    },
    beginNote,
    endNote,
    finish() {
      while (notes.length > 0) endNote('', '')
      endParagraph()
      endTable()
      return [...drafts, ...edges]
    },
  }
}
