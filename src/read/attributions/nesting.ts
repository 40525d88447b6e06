/** Which attribution stands in the content of which. */
import type { RawAttribution, WordRange } from '../layers.js'

type Nested = Pick<RawAttribution, 'anchor' | 'content'>

const sizeOf = (ranges: readonly WordRange[]): number => ranges.reduce((sum, r) => sum + r.last - r.first, 0)
const holds = (ranges: readonly WordRange[], word: number): boolean =>
  ranges.some((r) => word >= r.first && word < r.last)

/**
 * For each attribution the index of the one whose content holds its anchor, the smallest such content, or null.
 * Where two hold each other's anchors ("X reported, citing Y"), the larger content is the outer one; so there is no circle.
 */
export function nestingOf(attributions: readonly Nested[]): (number | null)[] {
  const sizes = attributions.map((a) => sizeOf(a.content))
  const isOuter = (outer: number, inner: number): boolean =>
    sizes[outer]! > sizes[inner]! || (sizes[outer]! === sizes[inner]! && outer < inner)
  const reach = (i: number): WordRange => ({
    first: Math.min(...attributions[i]!.content.map((r) => r.first)),
    last: Math.max(...attributions[i]!.content.map((r) => r.last)),
  })
  // From anchor to anchor, only the contents that have begun and not yet ended are looked at
  const contents = attributions.map((_, i) => ({ i, ...reach(i) })).sort((a, b) => a.first - b.first)
  const anchors = attributions.map(({ anchor }, i) => ({ anchor, i })).sort((a, b) => a.anchor - b.anchor)
  const within = new Array<number | null>(attributions.length).fill(null)
  let open: typeof contents = []
  let next = 0
  for (const { anchor, i } of anchors) {
    while (next < contents.length && contents[next]!.first <= anchor) open.push(contents[next++]!)
    open = open.filter((c) => c.last > anchor)
    for (const { i: outer } of open) {
      if (!isOuter(outer, i) || !holds(attributions[outer]!.content, anchor)) continue
      const known = within[i] ?? null
      if (known === null || isOuter(known, outer)) within[i] = outer
    }
  }
  return within
}
