import type { Span } from '../schema/span.js'

/** True when `inner` lies in `outer` (equal counts). */
export const contains = (outer: Span, inner: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end

/** True when the two share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Document order: by start, the longer first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The spans' characters joined with ' … ', as the contract writes discontinuous text. */
export const textOf = (text: string, spans: readonly Span[]): string =>
  spans.map((s) => text.slice(s.start, s.end)).join(' … ')
