/** Members that share bytes of their archive: how a "better zip bomb" (Fifield, WOOT 2019) makes gigabytes of a few kilobytes. */
import type { Span } from '../../schema/span.js'

/** Bytes of a local header before its name. */
export const LOCAL_HEADER = 30

/** True where any two of the ranges (bytes, end exclusive) share a byte. */
export function anyOverlap(ranges: readonly Span[]): boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  return sorted.some((range, i) => i > 0 && range.start < sorted[i - 1]!.end)
}
