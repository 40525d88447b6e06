/**
 * HTML source → a page: its elements and texts in document order, as flat arrays that no depth of nesting can overflow.
 * Tags that the standard lets authors leave open (paragraphs, items, cells) are closed where they end; the rest of the
 * standard's repairs is left out, because only text and its containers are wanted.
 */
import { decodeEntities } from './entities.js'
import { attributesOf, tokenize } from './tokens.js'

export interface PageNode {
  /** Lower case; '' for a text. */
  readonly tag: string
  /** Characters of a text, references decoded; '' for an element. */
  readonly text: string
  readonly attributes: ReadonlyMap<string, string>
  /** Index of the element it stands in, -1 for none. */
  readonly parent: number
  /** Index after its last descendant. */
  readonly end: number
}

export interface Page {
  /** In document order: what an element holds stands at its index + 1 up to its `end`. */
  readonly nodes: readonly PageNode[]
  /** Sources of the JSON-LD scripts. */
  readonly jsonLd: readonly string[]
}

const WANTED = new Set(
  'class id role hidden aria-hidden style itemprop itemtype rel href datetime content name property lang title http-equiv alt'.split(
    ' ',
  ),
)
const LONGEST_ATTRIBUTE = 2000
const NONE: ReadonlyMap<string, string> = new Map()

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const VOID = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)
/** Looks only: they hold no structure, and old pages leave them open by the thousand. */
const FORMATTING = words('b i em strong font u big tt s strike nobr blink')
const ENDS_PARAGRAPH = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul',
)
const CELL_WALL = words('td th caption table button')
const TABLE_PARTS = words('table thead tbody tfoot tr td th caption')
/** Opening this tag ends an open one of `ends`, unless one of `wall` stands between. */
const ENDS: Readonly<
  Record<string, { readonly ends: ReadonlySet<string>; readonly wall: ReadonlySet<string> }>
> = {
  li: { ends: words('li'), wall: words('ul ol menu dir td th table') },
  dt: { ends: words('dt dd'), wall: words('dl td th table') },
  dd: { ends: words('dt dd'), wall: words('dl td th table') },
  td: { ends: words('td th caption'), wall: words('tr table') },
  th: { ends: words('td th caption'), wall: words('tr table') },
  tr: { ends: words('tr caption colgroup'), wall: words('table') },
  tbody: { ends: words('thead tbody tfoot caption colgroup'), wall: words('table') },
  thead: { ends: words('thead tbody tfoot caption colgroup'), wall: words('table') },
  tfoot: { ends: words('thead tbody tfoot caption colgroup'), wall: words('table') },
  option: { ends: words('option'), wall: words('select') },
  a: { ends: words('a'), wall: words('td th table') },
  body: { ends: words('head'), wall: words('body') },
}
const PARAGRAPH = { ends: words('p'), wall: CELL_WALL }
const ONCE = words('html head body')
/** How far up an end tag looks for its beginning: bounds the work on hostile nesting. */
const REACH = 256

export function readPage(html: string): Page {
  const nodes: {
    tag: string
    text: string
    attributes: ReadonlyMap<string, string>
    parent: number
    end: number
  }[] = []
  const jsonLd: string[] = []
  const stack: number[] = []
  const open = new Map<string, number>()
  const seen = new Set<string>()
  const tagAt = (depth: number): string => nodes[stack[depth]!]!.tag

  const popTo = (depth: number): void => {
    while (stack.length > depth) {
      const tag = tagAt(stack.length - 1)
      open.set(tag, open.get(tag)! - 1)
      nodes[stack.pop()!]!.end = nodes.length
    }
  }
  const end = (ends: ReadonlySet<string>, wall: ReadonlySet<string>): void => {
    for (let depth = stack.length - 1; depth >= Math.max(0, stack.length - REACH); depth--) {
      if (ends.has(tagAt(depth))) return popTo(depth)
      if (wall.has(tagAt(depth))) return
    }
  }
  const anyOpen = (tags: ReadonlySet<string>): boolean => [...tags].some((tag) => (open.get(tag) ?? 0) > 0)

  tokenize(html, {
    open(tag, source, selfClosing) {
      if (FORMATTING.has(tag)) return
      if (ONCE.has(tag)) {
        if (seen.has(tag)) return
        seen.add(tag)
      }
      if (ENDS_PARAGRAPH.has(tag) && (open.get('p') ?? 0) > 0) end(PARAGRAPH.ends, PARAGRAPH.wall)
      const rule = ENDS[tag]
      if (rule && anyOpen(rule.ends)) end(rule.ends, rule.wall)
      const attributes = source === '' ? NONE : readAttributes(source)
      nodes.push({ tag, text: '', attributes, parent: stack.at(-1) ?? -1, end: nodes.length + 1 })
      if (VOID.has(tag) || (selfClosing && tag === 'svg')) return
      stack.push(nodes.length - 1)
      open.set(tag, (open.get(tag) ?? 0) + 1)
    },
    close(tag) {
      if (tag === 'br')
        nodes.push({ tag, text: '', attributes: NONE, parent: stack.at(-1) ?? -1, end: nodes.length + 1 })
      if (ONCE.has(tag) && tag !== 'head') return
      if ((open.get(tag) ?? 0) > 0) end(new Set([tag]), TABLE_PARTS.has(tag) ? NONE_TAGS : CELL_WALL)
    },
    text(raw) {
      const text = decodeEntities(raw)
      nodes.push({ tag: '', text, attributes: NONE, parent: stack.at(-1) ?? -1, end: nodes.length + 1 })
    },
    raw(tag, source, inside) {
      if (tag === 'script' && /ld\+json/i.test(source)) jsonLd.push(inside)
    },
  })
  popTo(0)
  return { nodes, jsonLd }
}
const NONE_TAGS: ReadonlySet<string> = new Set()

function readAttributes(source: string): ReadonlyMap<string, string> {
  const found = attributesOf(source, WANTED)
  for (const [name, value] of found) found.set(name, decodeEntities(value.slice(0, LONGEST_ATTRIBUTE)).trim())
  return found
}

const LONGEST_TEXT = 500

/** The text of an element and all it holds, white space collapsed; of a huge one only what its first nodes hold. */
export function textOf(page: Page, index: number): string {
  const parts: string[] = []
  const end = Math.min(page.nodes[index]!.end, index + LONGEST_TEXT)
  for (let i = index; i < end; i++) parts.push(page.nodes[i]!.text)
  return parts.join('').replace(/\s+/g, ' ').trim()
}
