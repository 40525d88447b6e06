/** Page → the stretches of text a reader sees as standing by themselves, in order, each with what tells article from menu. */
import type { BlockKind } from '../../schema/document.js'
import type { Page } from './page.js'
import { layoutTables } from './tables.js'

export interface Draft {
  readonly kind: BlockKind
  readonly text: string
  /** Characters of `text` inside links. */
  readonly linked: number
  /** The nearest block element it stands in; `page.nodes.length` for none. */
  readonly node: number
  /** The table row it stands in, -1 for none. */
  readonly row: number
}

const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const KIND: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  summary: 'heading',
  li: 'item',
  dd: 'item',
  dt: 'item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  th: 'cell',
  td: 'cell',
}
/** Kinds that paragraphs inside take over. */
const LASTING: ReadonlySet<BlockKind> = new Set(['item', 'quote', 'cell', 'caption', 'heading'])

interface Frame {
  readonly end: number
  readonly node: number
  readonly row: number
  readonly kind: BlockKind
  readonly block: boolean
  readonly pre: boolean
  readonly link: boolean
}

/** `dropped[i]` leaves out node i and all it holds. */
export function draftsOf(page: Page, dropped: Uint8Array): Draft[] {
  const { nodes } = page
  const layout = layoutTables(page)
  const drafts: Draft[] = []
  const outside: Frame = {
    end: nodes.length,
    node: nodes.length,
    row: -1,
    kind: 'paragraph',
    block: true,
    pre: false,
    link: false,
  }
  const stack: Frame[] = []
  let frame = outside
  let pieces: string[] = []
  let linked = 0
  let breaks = 0

  const finish = (): void => {
    const text = frame.pre ? pieces.join('').replace(/^\n+/, '').trimEnd() : tidy(pieces.join(''))
    if (text !== '')
      drafts.push({
        kind: frame.kind,
        text,
        linked: Math.min(linked, text.length),
        node: frame.node,
        row: frame.row,
      })
    pieces = []
    linked = breaks = 0
  }
  const enter = (next: Frame): void => {
    if (next.block) finish()
    stack.push((frame = next))
  }
  const leave = (): void => {
    if (frame.block) finish()
    stack.pop()
    frame = stack.at(-1) ?? outside
  }

  for (let i = 0; i < nodes.length; i++) {
    while (stack.length > 0 && frame.end <= i) leave()
    const { tag, text, attributes, end } = nodes[i]!
    if (dropped[i] === 1) i = end - 1
    else if (tag === '') {
      if (breaks > 0 && /\S/.test(text)) {
        if (breaks > 1) finish()
        else pieces.push('\n')
        breaks = 0
      }
      pieces.push(frame.pre ? text : text.replace(/\s+/g, ' '))
      if (frame.link) linked += text.trim().length
    } else if (tag === 'br') {
      if (frame.pre) pieces.push('\n')
      else breaks++
    } else if (BLOCK.has(tag)) {
      const own = layout.has(i) ? 'paragraph' : KIND[tag]
      const kind = own ?? (LASTING.has(frame.kind) ? frame.kind : 'paragraph')
      enter({
        end,
        node: i,
        row: tag === 'tr' && !layout.has(i) ? i : frame.row,
        kind,
        block: true,
        pre: frame.pre || tag === 'pre',
        link: frame.link,
      })
    } else if (tag === 'a' && attributes.has('href')) enter({ ...frame, end, block: false, link: true })
  }
  while (stack.length > 0) leave()
  finish()
  return drafts
}

/** Soft hyphens and zero-width spaces only tell a browser where to break a line. */
function tidy(raw: string): string {
  return raw
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
