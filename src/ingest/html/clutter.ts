/** What of a page is no part of its article: menus, share bars, captions, comments and their like. */
import { COMMENT_WORDS, FRAME_WORDS, MEDIA_WORDS, STRONG_WORDS, WEAK_WORDS } from './clutter-words.js'
import type { Draft } from './drafts.js'
import { coreElement } from './main-element.js'
import { isProse, measure, type Measures } from './measures.js'
import { nameOf } from './names.js'
import type { Page } from './page.js'
import { teaserLists } from './teasers.js'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const CLUTTER_TAGS = words('menu form figcaption')
const CLUTTER_ROLES = words(
  'navigation menu menubar complementary search banner contentinfo toolbar tablist tooltip',
)
const INLINE = words('a span small time cite label abbr sub sup q code mark')
/** Inside these an inline element is part of a sentence. */
const SENTENCE = words('p li h1 h2 h3 h4 h5 h6 td th blockquote dd dt pre')
/** A figure that holds one of these is a table, a listing or a quotation, not a picture. */
const FIGURE_CONTENT = words('table pre blockquote ul ol')

/** What has more of the page's prose than this is the article, whatever its name says. */
const ARTICLE_SHARE = 0.3
/** These never hold an article but on pages that use no tag as it is meant. */
const PAGE_TAGS = words('nav footer aside')
const PAGE_SHARE = 0.7
/** A paragraph with more names than this was named by a machine, and the names mean nothing ('ab ad ae if'). */
const MACHINE_NAMED = 6
/** Prose outside the comments that makes an article. */
const ENOUGH = 400
const SHORT = 200
const MEDIA_TEXT = 500
const LINKS = 0.5

/** Marks, besides what `dropped` marks already, everything that its tag, role, name or make-up shows to be no part of the article. */
export function clutter(page: Page, drafts: readonly Draft[], dropped: Uint8Array): Uint8Array {
  const marks = Uint8Array.from(dropped)
  const held = measure(page, drafts)
  const allProse = drafts.reduce((sum, draft) => sum + (isProse(draft) ? draft.text.length : 0), 0)
  for (const list of teaserLists(page, drafts))
    if (held('prose', list) <= allProse * ARTICLE_SHARE) marks[list] = 1
  const reasonFor = reasons(page, held, {
    core: coreOf(page, drafts, held, allProse),
    firstProse: drafts.find(isProse)?.node ?? page.nodes.length,
    allProse,
  })

  const suspects = new Map<string, { prose: number; nodes: number[] }>()
  for (let i = 0; i < page.nodes.length; i++) {
    const reason = marks[i] === 1 ? 'marked' : reasonFor(i)
    if (reason === null) continue
    if (reason !== 'marked') {
      const suspect = suspects.get(reason) ?? { prose: 0, nodes: [] }
      suspect.prose += held('prose', i)
      suspect.nodes.push(i)
      suspects.set(reason, suspect)
    }
    i = page.nodes[i]!.end - 1
  }
  // A name that most of the page's prose goes by, in one element or in many, is the article's own.
  for (const [reason, { prose, nodes }] of suspects)
    if (reason === 'comments' || reason === 'page' || prose <= allProse * ARTICLE_SHARE)
      for (const node of nodes) marks[node] = 1
  return marks
}

interface Bearings {
  /** The element that holds the article if any does: neither it nor what it stands in is clutter. */
  readonly core: number
  readonly firstProse: number
  readonly allProse: number
}

/** The element with most points outside of what frames the page and of the comments. */
function coreOf(page: Page, drafts: readonly Draft[], held: Measures, allProse: number): number {
  const outside = new Uint8Array(page.nodes.length + 1)
  page.nodes.forEach(({ tag, attributes, end }, i) => {
    if (tag === '' || outside[i] === 1) return
    const comments = COMMENT_WORDS.test(nameOf(attributes)) && allProse - held('prose', i) >= ENOUGH
    if (PAGE_TAGS.has(tag) || comments) outside.fill(1, i, end)
  })
  return coreElement(
    page,
    drafts.filter(({ node }) => outside[node] === 0),
  )
}

/** What shows an element to be clutter: 'comments', 'page' for what frames every page, else the telling word; null for nothing. */
function reasons(
  page: Page,
  held: Measures,
  { core, firstProse, allProse }: Bearings,
): (i: number) => string | null {
  const walls = sentenceWalls(page)
  return (i) => {
    const { tag, attributes, end } = page.nodes[i]!
    if (tag === '' || tag === 'html' || tag === 'body' || (i <= core && core < end)) return null
    if (INLINE.has(tag) && walls[i] === 1) return tag === 'span' && beginsWithPicture(page, i) ? 'card' : null
    const prose = held('prose', i)
    const name = nameOf(attributes)
    if (tag === 'p' && prose > 0 && name.split(' ').length > MACHINE_NAMED) return null
    if (prose <= allProse * PAGE_SHARE && (PAGE_TAGS.has(tag) || FRAME_WORDS.test(name))) return 'page'
    if (COMMENT_WORDS.test(name) && allProse - prose >= ENOUGH) return 'comments'
    if (prose > allProse * ARTICLE_SHARE) return null
    const text = held('text', i)
    const role = attributes.get('role') ?? ''
    if (CLUTTER_TAGS.has(tag) || CLUTTER_ROLES.has(role)) return `${tag} ${role}`
    if (tag === 'header' && (i < firstProse || held('titles', i) > 0)) return 'header'
    if (tag === 'figure' && prose < MEDIA_TEXT && !holds(page, i, FIGURE_CONTENT)) return 'figure'
    const strong = STRONG_WORDS.exec(name)
    if (strong) return strong[0]
    const weak = text <= SHORT || held('linked', i) >= text * LINKS ? WEAK_WORDS.exec(name) : null
    if (weak) return weak[0]
    return held('pictures', i) > 0 && text <= MEDIA_TEXT ? (MEDIA_WORDS.exec(name)?.[0] ?? null) : null
  }
}

/** How many nodes of a figure are looked at. */
const FIGURE = 500

function holds(page: Page, node: number, tags: ReadonlySet<string>): boolean {
  const end = Math.min(page.nodes[node]!.end, node + FIGURE)
  for (let i = node + 1; i < end; i++) if (tags.has(page.nodes[i]!.tag)) return true
  return false
}

/** How many nodes a picture is looked for in. */
const CARD = 20

/** A card that unfolds over a name in a sentence: a portrait, then links. */
function beginsWithPicture(page: Page, node: number): boolean {
  const end = Math.min(page.nodes[node]!.end, node + CARD)
  for (let i = node + 1; i < end; i++) {
    const { tag, text } = page.nodes[i]!
    if (tag === 'img') return true
    if (text.trim() !== '') return false
  }
  return false
}

/** 1 for every node whose nearest block element is one that holds sentences. */
function sentenceWalls(page: Page): Uint8Array {
  const walls = new Uint8Array(page.nodes.length)
  page.nodes.forEach(({ parent }, i) => {
    if (parent === -1) return
    const { tag } = page.nodes[parent]!
    walls[i] = SENTENCE.has(tag) ? 1 : INLINE.has(tag) ? walls[parent]! : 0
  })
  return walls
}
