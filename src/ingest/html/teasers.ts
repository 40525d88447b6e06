/**
 * Lists of other articles: several children of one element, each with a link that is a whole line and little besides.
 * In a list whose links are headings, one is enough.
 */
import type { Draft } from './drafts.js'
import type { Page } from './page.js'

const FEWEST = 3
const LONGEST_TEASER = 400
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu'])
/** How much of the element's text its teasers make up. */
const SHARE = 0.8
const WHOLE_LINE = 0.9

interface Tally {
  teasers: number
  inTeasers: number
}

/** Indexes of the elements that are such lists. */
export function teaserLists(page: Page, drafts: readonly Draft[]): number[] {
  const { nodes } = page
  const text = new Float64Array(nodes.length + 1)
  const lineLinks = new Uint32Array(nodes.length + 1)
  const headings = new Uint32Array(nodes.length + 1)
  for (const draft of drafts) {
    text[draft.node]! += draft.text.length
    if (draft.linked < draft.text.length * WHOLE_LINE) continue
    lineLinks[draft.node]! += 1
    if (draft.kind === 'heading') headings[draft.node]! += 1
  }
  const tallies = new Map<number, Tally>()
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent, tag } = nodes[i]!
    if (parent === -1 || tag === '') continue
    text[parent]! += text[i]!
    lineLinks[parent]! += lineLinks[i]!
    headings[parent]! += headings[i]!
    const tally = tallies.get(parent) ?? { teasers: 0, inTeasers: 0 }
    if (lineLinks[i]! === 1 && text[i]! <= LONGEST_TEASER) {
      tally.teasers++
      tally.inTeasers += text[i]!
    }
    tallies.set(parent, tally)
  }
  const lists: number[] = []
  for (const [node, { teasers, inTeasers }] of tallies)
    if (
      teasers >= (LISTS.has(nodes[node]!.tag) && headings[node]! > 0 ? 1 : FEWEST) &&
      inTeasers >= text[node]! * SHARE
    )
      lists.push(node)
  return lists
}
