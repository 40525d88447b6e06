/** What every group of an RTF file inherits from the one around it, and what changes it. */
import type { Marking } from '../flow.js'
import { CHARSETS } from './words.js'

export type Destination =
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

export interface State {
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

export const BEGINNING: State = {
  to: 'body',
  page: 1252,
  fallback: 1,
  hidden: false,
  deleted: false,
  revised: false,
  marking: {},
  optional: false,
}

/** What the file's tables say: code pages by font, authors of revisions by number. */
export interface Tables {
  readonly fonts: Map<number, number>
  readonly authors: string[]
  /** The font being set or described. */
  font: number
}

/** Changes `state` (and the table of fonts) as a control word of formatting says. */
export function format(state: State, tables: Tables, name: string, number: number | null): void {
  const { fonts, authors } = tables
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
    tables.font = number ?? 0
    if (state.to !== 'fonts') state.page = fonts.get(tables.font) ?? state.page
  } else if (name === 'fcharset' && state.to === 'fonts') {
    const page = CHARSETS.get(number ?? 0)
    if (page !== undefined && number !== 0) fonts.set(tables.font, page)
  } else if (name === 'cpg' && state.to === 'fonts') fonts.set(tables.font, number ?? 1252)
  else if (name === 'ansicpg') state.page = number ?? 1252
  else if (name === 'mac') state.page = 10000
  else if (name === 'pc') state.page = 437
  else if (name === 'uc') state.fallback = Math.min(100, Math.max(0, number ?? 1))
}

/** Whether text of this destination is text of the document. */
export const isText = (to: Destination): boolean =>
  to === 'body' || to === 'footnote' || to === 'comment' || to === 'edge'
export const two = (number: number): string => String(number).padStart(2, '0')
const named = (key: string, value: string | null | undefined): Record<string, string> =>
  value ? { [key]: value } : {}
export const marked = (mark: Marking['mark'], by: string | undefined, at: string | undefined): Marking => ({
  mark,
  ...(by ? { by } : {}),
  ...(at ? { at } : {}),
})

/** A time packed into 32 bits (minute 6, hour 5, day 5, month 4, years since 1900 9, weekday 3) → ISO; null for none. */
export function dttm(packed: number): string | null {
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
