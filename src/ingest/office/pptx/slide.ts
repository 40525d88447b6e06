/** The text of one slide or its notes (ECMA-376 part 1, §19.3 and §21.1) → drafts: titles, points, tables. */
import type { BlockKind, Place } from '../../../schema/document.js'
import type { XmlHandlers } from '../../xml/read-xml.js'
import type { Draft } from '../flow.js'
import { addWords, draftsOf, paragraph, type Paragraph } from '../paragraph.js'
import { tableDrafts, type Table } from '../table.js'

export interface SlideReading {
  readonly handlers: XmlHandlers
  readonly drafts: readonly Draft[]
  /** False where the slide is skipped in a show. */
  shown(): boolean
}

/** Numbers and pictures of the slide itself: no words of it. */
const FURNITURE: ReadonlySet<string> = new Set(['sldNum', 'sldImg'])
const SHAPES: ReadonlySet<string> = new Set(['p:sp', 'p:graphicFrame', 'p:cxnSp', 'p:pic'])

/** `titles` is the kind of its title; `row` numbers its first table row. */
export function slideReading(place: Place, titles: BlockKind, row: number): SlideReading {
  const drafts: Draft[] = []
  let shown = true
  let kind: BlockKind = 'paragraph'
  let furniture = false
  let hidden = false
  let open: Paragraph | null = null
  let inText = false
  let skipped = 0
  let rows = row
  let table: Table | null = null
  return {
    drafts,
    shown: () => shown,
    handlers: {
      open(name, attribute) {
        if (skipped > 0 || name === 'mc:Fallback') skipped++
        else if (name === 'p:sld') shown = !/^(?:0|false)$/.test(attribute('show') ?? '1')
        else if (SHAPES.has(name)) {
          kind = 'paragraph'
          furniture = hidden = false
        } else if (name === 'p:cNvPr') hidden = /^(?:1|true)$/.test(attribute('hidden') ?? '')
        else if (name === 'p:ph') {
          const type = attribute('type') ?? 'obj'
          furniture = FURNITURE.has(type)
          if (type === 'title' || type === 'ctrTitle') kind = titles
          else if (type === 'subTitle') kind = 'heading'
          else if (type === 'body' || type === 'obj') kind = 'item'
        } else if (name === 'a:p') open = paragraph(place, kind)
        else if (name === 'a:t') inText = true
        else if (name === 'a:br' && open) addWords(open, '\n')
        else if (name === 'a:tbl') table = { rows: [], nested: false }
        else if (name === 'a:tr') table?.rows.push([])
        else if (name === 'a:tc') table?.rows.at(-1)?.push({ main: [], after: [] })
      },
      close(name) {
        if (skipped > 0) skipped--
        else if (name === 'a:t') inText = false
        else if (name === 'a:p' && open) {
          const { main } = draftsOf(open)
          open = null
          if (!main || furniture) return
          const draft: Draft = hidden ? { ...main, marking: { mark: 'hidden' } } : main
          const cell = table?.rows.at(-1)?.at(-1)
          if (cell) cell.main.push(draft)
          else drafts.push(draft)
        } else if (name === 'a:tbl' && table) {
          drafts.push(...tableDrafts(table, rows))
          rows += table.rows.length
          table = null
        }
      },
      text(text) {
        if (inText && open) addWords(open, text)
      },
    },
  }
}
