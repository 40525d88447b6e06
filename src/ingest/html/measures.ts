/** Running sums over a page, so that what any element holds is one subtraction. */
import type { Draft } from './drafts.js'
import type { Page } from './page.js'

/** Shorter than this, or with more of it in links, a stretch is no prose. */
const PROSE_LENGTH = 80
/** Chinese, Japanese and Korean say as much in fewer characters. */
const DENSE_PROSE = 30
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const PROSE_LINKS = 0.3

export const isProse = ({ text, linked }: Draft): boolean =>
  linked < text.length * PROSE_LINKS &&
  (text.length >= PROSE_LENGTH || (text.length >= DENSE_PROSE && DENSE.test(text)))

/** What an element holds: characters of text, of text in links, of prose; pictures; top headings; stretches of text. */
export type Measure = 'text' | 'linked' | 'prose' | 'pictures' | 'titles' | 'drafts'
export type Measures = (what: Measure, node: number) => number

const PICTURES: ReadonlySet<string> = new Set(
  'img picture video audio iframe embed object svg amp-img'.split(' '),
)

export function measure(page: Page, drafts: readonly Draft[]): Measures {
  const size = page.nodes.length + 2
  const column = (): Float64Array => new Float64Array(size)
  const sums: Record<Measure, Float64Array> = {
    text: column(),
    linked: column(),
    prose: column(),
    pictures: column(),
    titles: column(),
    drafts: column(),
  }
  for (const draft of drafts) {
    sums.text[draft.node + 1]! += draft.text.length
    sums.linked[draft.node + 1]! += draft.linked
    sums.drafts[draft.node + 1]! += 1
    if (isProse(draft)) sums.prose[draft.node + 1]! += draft.text.length
  }
  page.nodes.forEach(({ tag }, i) => {
    if (PICTURES.has(tag)) sums.pictures[i + 1]! += 1
    if (tag === 'h1') sums.titles[i + 1]! += 1
  })
  for (const sum of Object.values(sums)) for (let i = 1; i < size; i++) sum[i]! += sum[i - 1]!
  return (what, node) => sums[what][page.nodes[node]!.end]! - sums[what][node]!
}
