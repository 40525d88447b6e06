/**
 * Where on a page the article stands: after Mozilla's Readability (Apache-2.0), every paragraph gives points to the
 * elements around it, fewer the further up; the element with most points, less its share of links, holds the article.
 */
import type { Draft } from './drafts.js'
import { measure, type Measures } from './measures.js'
import { nameOf } from './names.js'
import type { Page } from './page.js'

const SHORTEST = 25
const REACH = 5
const NAME_WEIGHT = 25
const GOOD_NAME = /article|body|content|entry|main|page|post|text|blog|story/
const BAD_NAME =
  /hidden|banner|comment|contact|footer|masthead|media|meta|promo|related|scroll|share|sidebar|sponsor|shopping|tags|widget/
/** Elements that are the paragraph; any other block element with text of its own holds it. */
const PARAGRAPH: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 pre'.split(' '))
const UNSCORED: ReadonlySet<string> = new Set('li dt dd'.split(' '))
const TAG_WEIGHT: Readonly<Record<string, number>> = {
  article: 10,
  main: 5,
  div: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  th: -5,
}

/** The element with most points, and all points; null when nothing on the page scores. */
function best(
  page: Page,
  drafts: readonly Draft[],
  held: Measures,
): { top: number; scores: Map<number, number> } | null {
  const scores = scoreElements(page, drafts)
  for (const [i, score] of scores) scores.set(i, score * (1 - linkShare(held, i)))
  const ranked = [...scores.keys()].sort((a, b) => scores.get(b)! - scores.get(a)! || a - b)
  return ranked.length === 0 ? null : { top: climb(page, scores, ranked), scores }
}

const linkShare = (held: Measures, i: number): number => held('linked', i) / Math.max(1, held('text', i))

/** Index of the element with most points; -1 when nothing scores. */
export const coreElement = (page: Page, drafts: readonly Draft[]): number =>
  best(page, drafts, measure(page, drafts))?.top ?? -1

/** Indexes of the elements, in order, whose text is the article; empty when nothing on the page scores. */
export function mainElements(page: Page, drafts: readonly Draft[]): number[] {
  const { nodes } = page
  const held = measure(page, drafts)
  const found = best(page, drafts, held)
  if (found === null) return []
  const top = widen(page, held, found.top)
  const parent = nodes[top]!.parent
  if (parent === -1) return [top]
  const points = found.scores.get(top) ?? 0
  const name = nameOf(nodes[top]!.attributes)
  const chosen: number[] = []
  for (let i = parent + 1; i < nodes[parent]!.end; i = nodes[i]!.end) {
    const bonus = name.trim() !== '' && nameOf(nodes[i]!.attributes) === name ? points * KIN : 0
    const scored = (found.scores.get(i) ?? -1) + bonus >= Math.max(LEAST_POINTS, points * KIN)
    const paragraph = nodes[i]!.tag === 'p' && held('text', i) > 80 && linkShare(held, i) < 0.25
    if (i === top || scored || paragraph) chosen.push(i)
  }
  return chosen
}
/** A neighbour with this share of the best's points belongs to the article; the same name is worth as much. */
const KIN = 0.2
const LEAST_POINTS = 10

/** Up as long as what an ancestor adds is prose, nearly free of links: an article cut into parts by what stands between. */
function widen(page: Page, held: Measures, from: number): number {
  let top = from
  for (let up = page.nodes[top]!.parent; !isTop(page, up); up = page.nodes[up]!.parent) {
    const prose = held('prose', up) - held('prose', top)
    const text = held('text', up) - held('text', top)
    const linked = held('linked', up) - held('linked', top)
    if (
      prose >= held('prose', top) * ADDED_PROSE &&
      prose >= text * PROSE_SHARE &&
      linked <= text * ADDED_LINKS
    )
      top = up
  }
  return top
}
const ADDED_PROSE = 0.15
const PROSE_SHARE = 0.75
const ADDED_LINKS = 0.2

const isTop = (page: Page, i: number): boolean =>
  i === -1 || page.nodes[i]!.tag === 'body' || page.nodes[i]!.tag === 'html'

function scoreElements(page: Page, drafts: readonly Draft[]): Map<number, number> {
  const scores = new Map<number, number>()
  for (const { text, node } of drafts) {
    if (text.length < SHORTEST || node >= page.nodes.length || UNSCORED.has(page.nodes[node]!.tag)) continue
    const points = 1 + text.split(/[,،，、﹐]/).length + Math.min(3, Math.floor(text.length / 100))
    let element = PARAGRAPH.has(page.nodes[node]!.tag) ? page.nodes[node]!.parent : node
    for (let level = 0; level < REACH && element !== -1; level++) {
      const divider = level === 0 ? 1 : level === 1 ? 2 : level * 3
      scores.set(element, (scores.get(element) ?? startingScore(page, element)) + points / divider)
      element = page.nodes[element]!.parent
    }
  }
  return scores
}

function startingScore(page: Page, element: number): number {
  const { tag, attributes } = page.nodes[element]!
  const name = nameOf(attributes)
  const weight = (GOOD_NAME.test(name) ? NAME_WEIGHT : 0) - (BAD_NAME.test(name) ? NAME_WEIGHT : 0)
  return (TAG_WEIGHT[tag] ?? 0) + weight + (/article body/.test(name) ? NAME_WEIGHT : 0)
}

/** From the best element up to the one that gathers the article's parts. */
function climb(page: Page, scores: ReadonlyMap<number, number>, ranked: readonly number[]): number {
  const { nodes } = page
  let top = ranked[0]!
  const best = scores.get(top)!
  const rivals = ranked.slice(1, 5).filter((i) => scores.get(i)! >= best * 0.75)
  if (rivals.length >= 3) {
    for (let up = nodes[top]!.parent; !isTop(page, up); up = nodes[up]!.parent)
      if (rivals.filter((i) => i > up && i < nodes[up]!.end).length >= 3) {
        top = up
        break
      }
  }
  let last = scores.get(top) ?? 0
  const floor = last / 3
  for (let up = nodes[top]!.parent; !isTop(page, up); up = nodes[up]!.parent) {
    const score = scores.get(up)
    if (score === undefined) continue
    if (score < floor) break
    if (score > last) {
      top = up
      break
    }
    last = score
  }
  return top
}
