/**
 * RTF tokens → drafts and metadata. Every group inherits the state around it; a group whose destination is not the body
 * gathers its own text: notes, comments, headers, the author of a comment, the title. Deleted and hidden words stand aside.
 */
import iconv from 'iconv-lite'
import type { Place } from '../../../schema/document.js'
import type { Draft, Marking } from '../flow.js'
import { addAside, addWords, draftsOf, paragraph, type Paragraph } from '../paragraph.js'
import { tableDrafts, type Table } from '../table.js'
import type { RtfHandlers } from './tokens.js'
import { CHARACTERS, CHARSETS, SKIPPED } from './words.js'

type Destination =
  | 'body'
  | 'footnote'
  | 'comment'
  | 'edge'
  | 'skip'
  | 'fonts'
  | 'picture'
  | 'revisions'
  | 'authors'
  | 'by'
  | 'at'
  | 'upr'
  | 'title'
  | 'author'
  | 'created'
  | 'info'
  | 'company'

interface State {
  to: Destination
  page: number
  /** Bytes that follow a \u and repeat it for old programs. */
  fallback: number
  hidden: boolean
  deleted: boolean
  revised: boolean
  marking: { by?: string; at?: string; deletedBy?: string; deletedAt?: string }
  /** A '\*' was just read. */
  optional: boolean
}

export interface Picture {
  readonly type: 'png' | 'jpg' | null
  readonly bytes: Uint8Array
}

export interface RtfReading {
  readonly handlers: RtfHandlers
  finish(): {
    drafts: Draft[]
    pictures: Picture[]
    told: { title?: string; author?: string; created?: string; company?: string }
  }
}

/** Groups deeper than this are read as if they stood at this depth. */
const DEEPEST = 10_000
const LONGEST_FIELD = 2000
const LARGEST_PICTURE = 64 * 1024 * 1024

export function rtfDocument(): RtfReading {
  const drafts: Draft[] = []
  const edges: Draft[] = []
  const pictures: Picture[] = []
  const told: { title?: string; author?: string; created?: string; company?: string } = {}
  const fonts = new Map<number, number>()
  const authors: string[] = []
  let font = 0
  let text = ''
  let pending: number[] = []
  let pendingPage = 1252
  let count = 0
  let rows = 0
  let table: Table | null = null
  let inCell = false
  let skip = 0
  let surrogate = ''
  let created: Record<string, number> = {}
  let picture: { type: Picture['type']; digits: string[]; size: number } | null = null
  let comment: { by: string; at: string } = { by: '', at: '' }
  const bodyPlace = (): Place => ({ kind: 'paragraph', paragraph: count + 1 })
  /** The paragraph of the body and, above it, those of the notes being read. */
  const open: Paragraph[] = [paragraph(bodyPlace())]
  const notes: { drafts: Draft[]; marking: Marking | null }[] = []
  const stack: State[] = []
  let over = 0
  let state: State = {
    to: 'body',
    page: 1252,
    fallback: 1,
    hidden: false,
    deleted: false,
    revised: false,
    marking: {},
    optional: false,
  }

  const write = (words: string): void => {
    if (words === '') return
    switch (state.to) {
      case 'body':
      case 'footnote':
      case 'comment':
      case 'edge': {
        const { by, at, deletedBy, deletedAt } = state.marking
        const to = open.at(-1)!
        if (state.deleted) addAside(to, words, marked('deleted', deletedBy, deletedAt))
        else if (state.hidden) addAside(to, words, { mark: 'hidden' })
        else addWords(to, words, state.revised ? marked('inserted', by, at) : undefined)
        return
      }
      case 'by':
      case 'at':
      case 'title':
      case 'author':
      case 'company':
      case 'authors':
        text = (text + words).slice(0, LONGEST_FIELD)
        return
      case 'fonts':
      case 'skip':
      case 'upr':
      case 'picture':
      case 'created':
      case 'revisions':
      case 'info':
    }
  }
  const flush = (): void => {
    if (pending.length === 0) return
    const bytes = Buffer.from(pending)
    pending = []
    write(
      iconv.encodingExists(`cp${pendingPage}`)
        ? iconv.decode(bytes, `cp${pendingPage}`)
        : bytes.toString('latin1'),
    )
  }
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
    state.to = to
    state.hidden = state.deleted = state.revised = false
    const place: Place = to === 'edge' ? { kind: 'field', path: 'headers and footers' } : open[0]!.place
    notes.push({ drafts: [], marking: to === 'edge' ? null : { mark: to } })
    open.push(paragraph(place, to === 'edge' ? 'caption' : 'paragraph'))
  }
  const endNote = (): void => {
    endParagraph()
    const note = notes.pop()
    open.pop()
    if (!note) return
    if (note.marking === null) {
      edges.push(...note.drafts.map((draft): Draft => ({ ...draft, kind: 'caption' })))
      return
    }
    const marking = note.marking.mark === 'comment' ? marked('comment', comment.by, comment.at) : note.marking
    if (note.marking.mark === 'comment') comment = { by: '', at: '' }
    open
      .at(-1)!
      .after.push(...note.drafts.map((draft): Draft => ({ ...draft, marking: draft.marking ?? marking })))
  }
  const leave = (from: State): void => {
    const words = text.trim()
    switch (from.to) {
      case 'footnote':
      case 'comment':
      case 'edge':
        return endNote()
      case 'title':
      case 'author':
      case 'company':
        told[from.to] = words
        break
      case 'by':
      case 'at':
        comment[from.to] = from.to === 'at' && /^\d{5,}$/.test(words) ? (dttm(Number(words)) ?? words) : words
        break
      case 'authors':
        authors.push(words.replace(/;$/, ''))
        break
      case 'created':
        told.created = `${created['yr'] ?? ''}-${two(created['mo'] ?? 0)}-${two(created['dy'] ?? 0)}`
        break
      case 'picture':
        if (picture && picture.digits.length > 0)
          pictures.push({ type: picture.type, bytes: Buffer.from(picture.digits.join(''), 'hex') })
        picture = null
        break
      case 'body':
      case 'skip':
      case 'fonts':
      case 'upr':
      case 'revisions':
      case 'info':
    }
    text = ''
  }

  const formatting = (name: string, number: number | null): void => {
    const on = number !== 0
    if (name === 'v') state.hidden = on
    else if (name === 'deleted') state.deleted = on
    else if (name === 'revised') state.revised = on
    else if (name === 'revauth') state.marking = { ...state.marking, ...named('by', authors[number ?? 0]) }
    else if (name === 'revauthdel')
      state.marking = { ...state.marking, ...named('deletedBy', authors[number ?? 0]) }
    else if (name === 'revdttm') state.marking = { ...state.marking, ...named('at', dttm(number ?? 0)) }
    else if (name === 'revdttmdel')
      state.marking = { ...state.marking, ...named('deletedAt', dttm(number ?? 0)) }
    else if (name === 'plain') {
      state.hidden = state.deleted = state.revised = false
      state.marking = {}
    } else if (name === 'f') {
      font = number ?? 0
      if (state.to !== 'fonts') state.page = fonts.get(font) ?? state.page
    } else if (name === 'fcharset' && state.to === 'fonts') {
      const page = CHARSETS.get(number ?? 0)
      if (page !== undefined && number !== 0) fonts.set(font, page)
    } else if (name === 'cpg' && state.to === 'fonts') fonts.set(font, number ?? 1252)
    else if (name === 'ansicpg') state.page = number ?? 1252
    else if (name === 'mac') state.page = 10000
    else if (name === 'pc') state.page = 437
    else if (name === 'uc') state.fallback = Math.min(100, Math.max(0, number ?? 1))
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
  const destination = (name: string): boolean => {
    if (name === 'fonttbl') state.to = 'fonts'
    else if (name === 'footnote') beginNote('footnote')
    else if (name === 'annotation') beginNote('comment')
    else if (/^(?:header|footer)[lrf]?$/.test(name)) beginNote('edge')
    else if (name === 'atnauthor') state.to = 'by'
    else if (name === 'atndate' || name === 'atntime') state.to = name === 'atndate' ? 'at' : 'skip'
    else if (name === 'atnid' || name === 'atnref' || name === 'atnparent' || name === 'atnicn')
      state.to = 'skip'
    else if (name === 'revtbl') state.to = 'revisions'
    else if (name === 'pict') {
      state.to = 'picture'
      picture = { type: null, digits: [], size: 0 }
    } else if (name === 'info') state.to = 'info'
    else if (name === 'title' || name === 'author' || name === 'company') state.to = name
    else if (name === 'creatim') {
      state.to = 'created'
      created = {}
    } else if (name === 'upr') state.to = 'upr'
    else if (name === 'ud') state.to = stack.findLast(({ to }) => to !== 'upr' && to !== 'skip')?.to ?? 'body'
    else if (
      name === 'shppict' ||
      name === 'shptxt' ||
      name === 'fldrslt' ||
      name === 'shp' ||
      name === 'object' ||
      name === 'result'
    )
      return true
    else if (name === 'listtext' || name === 'pntext') {
      open.at(-1)!.kind = 'item'
      state.to = 'skip'
    } else if (name === 'objdata' || SKIPPED.has(name) || state.optional) state.to = 'skip'
    else return false
    return true
  }

  const handlers: RtfHandlers = {
    begin() {
      flush()
      skip = 0
      if (stack.length >= DEEPEST) {
        over++
        return
      }
      stack.push(state)
      state = { ...state, optional: false }
      // Each name in the table of revisions has a group; what stands beside the wide form of a text repeats it.
      if (state.to === 'revisions') state.to = 'authors'
      else if (state.to === 'upr') state.to = 'skip'
    },
    end() {
      flush()
      skip = 0
      if (over > 0) {
        over--
        return
      }
      const left = state
      const back = stack.pop()
      if (!back) return
      state = back
      if (left.to !== back.to) {
        const inner = state
        state = left
        leave(left)
        state = inner
      }
    },
    word(name, number) {
      if (name !== 'u') flush()
      if (name === '*') {
        state.optional = true
        return
      }
      if (skip > 0 && (CHARACTERS.has(name) || name === 'u')) {
        skip--
        if (name !== 'u') return
        skip = 0
      }
      if (name === 'u') {
        flush()
        unicode(((number ?? 0) + 0x10000) & 0xffff)
        skip = state.fallback
        return
      }
      if (state.to === 'skip' && !(name === 'ud' && state.optional)) return
      if (state.to === 'created' && number !== null) created[name] = number
      else if (state.to === 'picture') {
        if (picture && name === 'pngblip') picture.type = 'png'
        else if (picture && name === 'jpegblip') picture.type = 'jpg'
        else if (state.optional) state.to = 'skip'
      } else if (CHARACTERS.has(name)) write(CHARACTERS.get(name)!)
      else if (!destination(name)) {
        if (isText(state.to)) structure(name)
        formatting(name, number)
      }
      state.optional = false
    },
    byte(value) {
      if (skip > 0) {
        skip--
        return
      }
      if (state.to === 'skip') return
      if (state.to === 'picture') {
        if (!picture || picture.size > LARGEST_PICTURE) return
        picture.size++
        picture.digits.push(String.fromCharCode(value))
        return
      }
      if (pending.length > 0 && pendingPage !== state.page) flush()
      pendingPage = state.page
      pending.push(value)
      if (pending.length >= 4096 && value < 0x80) flush()
    },
  }

  const unicode = (unit: number): void => {
    const character = String.fromCharCode(unit)
    if (unit >= 0xd800 && unit < 0xdc00) surrogate = character
    else {
      write(surrogate + character)
      surrogate = ''
    }
  }
  return {
    handlers,
    finish() {
      flush()
      while (notes.length > 0) endNote()
      endParagraph()
      endTable()
      return { drafts: [...drafts, ...edges], pictures, told }
    },
  }
}

const isText = (to: Destination): boolean =>
  to === 'body' || to === 'footnote' || to === 'comment' || to === 'edge'
const two = (number: number): string => String(number).padStart(2, '0')
const named = (key: string, value: string | null | undefined): Record<string, string> =>
  value ? { [key]: value } : {}
const marked = (mark: Marking['mark'], by: string | undefined, at: string | undefined): Marking => ({
  mark,
  ...(by ? { by } : {}),
  ...(at ? { at } : {}),
})

/** A time packed into 32 bits (minute 6, hour 5, day 5, month 4, years since 1900 9, weekday 3) → ISO; null for none. */
function dttm(packed: number): string | null {
  const [minute, hour, day, month] = [
    packed & 63,
    (packed >>> 6) & 31,
    (packed >>> 11) & 31,
    (packed >>> 16) & 15,
  ]
  const year = ((packed >>> 20) & 511) + 1900
  if (day === 0 || month === 0 || month > 12 || hour > 23 || minute > 59) return null
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}
