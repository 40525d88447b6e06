/** Which attribution stands in the content of which. */
import type { RawAttribution, WordRange } from '../layers.js'

const sizeOf = (ranges: readonly WordRange[]): number => ranges.reduce((sum, r) => sum + r.last - r.first, 0)
const holds = (ranges: readonly WordRange[], word: number): boolean =>
  ranges.some((r) => word >= r.first && word < r.last)

/**
 * For each attribution the index of the one whose content holds its anchor, the smallest such content, or -1.
 * Where two hold each other's anchors ("X reported, citing Y"), the larger content is the outer one; so there is no circle.
 */
export function nestingOf(attributions: readonly RawAttribution[]): number[] {
  const sizes = attributions.map((a) => sizeOf(a.content))
  const isOuter = (outer: number, inner: number): boolean =>
    sizes[outer]! > sizes[inner]! || (sizes[outer]! === sizes[inner]! && outer < inner)
  // Contents by their first word, so that only those that can hold an anchor are looked at
  const order = attributions
    .map((a, i) => ({ i, start: Math.min(...a.content.map((r) => r.first)), end: Math.max(...a.content.map((r) => r.last)) }))
    .sort((a, b) => a.start - b.start)
  const out = new Array<number>(attributions.length).fill(-1)
  const byAnchor = attributions.map((a, i) => ({ anchor: a.anchor, i })).sort((a, b) => a.anchor - b.anchor)
  let open: typeof order = []
  let next = 0
  for (const { anchor, i } of byAnchor) {
    while (next < order.length && order[next]!.start <= anchor) open.push(order[next++]!)
    open = open.filter((o) => o.end > anchor)
    for (const o of open) {
      if (o.i === i || !holds(attributions[o.i]!.content, anchor) || !isOuter(o.i, i)) continue
      if (out[i] === -1 || isOuter(out[i]!, o.i)) out[i] = o.i
    }
  }
  return out
}
