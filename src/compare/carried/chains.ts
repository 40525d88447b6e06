/** Sentences that hang together by pairs that likely carry one origin's word. */
import type { Passage } from '../passages/passage.js'

export interface Weighed {
  readonly earlier: Passage
  readonly later: Passage
  /** 0..1: how likely both carry what one origin says. */
  readonly likely: number
}
export interface Chain {
  /** Those of the surest pair first. */
  readonly said: readonly Passage[]
  readonly documents: number
  /** Of the surest pair. */
  readonly likely: number
}

/** Sentences joined by pairs that are at least so likely, the surest chain first. Linear in the pairs but for their order. */
export function chainsIn(weighed: readonly Weighed[], least: number): Chain[] {
  const links = weighed.filter(({ likely }) => likely >= least).sort(bySurety)
  const beside = new Map<Passage, Passage[]>()
  const link = (a: Passage, b: Passage): void => {
    const list = beside.get(a)
    if (list) list.push(b)
    else beside.set(a, [b])
  }
  for (const { earlier, later } of links) {
    link(earlier, later)
    link(later, earlier)
  }
  const done = new Set<Passage>()
  return links.flatMap(({ earlier, likely }): Chain[] => {
    if (done.has(earlier)) return []
    const said = new Set([earlier])
    for (const p of said) for (const q of beside.get(p) ?? []) said.add(q)
    for (const p of said) done.add(p)
    return [{ said: [...said], documents: new Set([...said].map((p) => p.document)).size, likely }]
  })
}

const placeOf = ({ document, sentence }: Passage): string => `${document} ${sentence}`
const bySurety = (x: Weighed, y: Weighed): number =>
  y.likely - x.likely || order(placeOf(x.earlier), placeOf(y.earlier)) || order(placeOf(x.later), placeOf(y.later)) // prettier-ignore
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
