/** Page → the drafts of its article: clutter goes, then the element with most prose is taken, then what is left over in it goes. */
import { clutter } from './clutter.js'
import { draftsOf, type Draft } from './drafts.js'
import { mainElements } from './main-element.js'
import { isProse } from './measures.js'
import { textOf, type Page } from './page.js'
import { withoutHead, withoutResidue } from './residue.js'
import { unseen } from './unseen.js'

/** Less of the page's prose than this, and the search went wrong. */
const LEAST_SHARE = 0.2
/** Pages of our time name hundreds of their elements; a page with fewer names than this has nothing but its text. */
const PLAIN_NAMES = 5
/** … unless it has a line of links, as a menu is. */
const LINE_OF_LINKS = 0.8

export interface Article {
  readonly drafts: readonly Draft[]
  /** False when no article could be told from the rest, and all of the page is given. */
  readonly found: boolean
}

export function articleOf(page: Page): Article {
  const { seen, hidden } = visible(page)
  const titles = titlesOf(page)
  if (isPlain(page, seen)) return { drafts: withoutHead(seen, titles), found: true }
  const clean = draftsOf(page, clutter(page, seen, hidden))
  const article = withoutResidue(inMain(page, clean), titles)
  if (prose(article) >= prose(clean) * LEAST_SHARE && article.length > 0)
    return { drafts: article, found: true }
  return { drafts: clean.length > 0 ? clean : seen, found: seen.length === 0 }
}

/** What a reader sees; all of it where hiding would leave almost nothing, as when a script is to bring the page to light. */
function visible(page: Page): { seen: Draft[]; hidden: Uint8Array } {
  const hidden = unseen(page)
  const seen = draftsOf(page, hidden)
  const lenient = unseen(page, false)
  if (lenient.every((mark, i) => mark === hidden[i])) return { seen, hidden }
  const all = draftsOf(page, lenient)
  return prose(seen) >= prose(all) * LEAST_SHARE ? { seen, hidden } : { seen: all, hidden: lenient }
}

function inMain(page: Page, drafts: readonly Draft[]): Draft[] {
  const inside = new Uint8Array(page.nodes.length + 1)
  for (const root of mainElements(page, drafts)) inside.fill(1, root, page.nodes[root]!.end)
  return drafts.filter(({ node }) => inside[node] === 1)
}

const prose = (drafts: readonly Draft[]): number =>
  drafts.reduce((sum, draft) => sum + (isProse(draft) ? draft.text.length : 0), 0)

function isPlain(page: Page, seen: readonly Draft[]): boolean {
  if (seen.some(({ text, linked }) => linked >= text.length * LINE_OF_LINKS)) return false
  let names = 0
  for (const { tag, attributes } of page.nodes) {
    if (/^(?:nav|aside|footer|form)$/.test(tag)) return false
    if (attributes.has('class') || attributes.has('id')) names++
    if (names >= PLAIN_NAMES) return false
  }
  return true
}

/** The names that a page goes by. */
function titlesOf(page: Page): string[] {
  const titles = page.nodes.flatMap(({ tag, attributes }, i) => {
    if (tag === 'h1' || tag === 'title') return [i]
    return tag === 'meta' && attributes.get('property') === 'og:title' ? [i] : []
  })
  return titles.slice(0, MOST_TITLES).map((i) => page.nodes[i]!.attributes.get('content') ?? textOf(page, i))
}
const MOST_TITLES = 50
