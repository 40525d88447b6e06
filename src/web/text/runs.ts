import type { Span } from '../../schema/span.js'

export type MarkKind = 'evidence' | 'source' | 'cue' | 'hedge' | 'denial' | 'entity-name' | 'pointed-at'

export interface Mark extends Span {
  readonly kind: MarkKind
  /** Id of the case's entity that a name leads to. */
  readonly entity?: string
}

export interface Run extends Span {
  readonly kinds: readonly MarkKind[]
  readonly entity?: string
}

/** Cuts a stretch wherever a mark begins or ends. The runs are in order and cover it exactly. */
export function runsOf(stretch: Span, marks: readonly Mark[]): Run[] {
  const inside = marks.filter((m) => m.start < stretch.end && m.end > stretch.start && m.end > m.start)
  const cuts = [...new Set(inside.flatMap((m) => [m.start, m.end]))]
    .filter((at) => at > stretch.start && at < stretch.end)
    .sort((a, b) => a - b)
  const edges = [stretch.start, ...cuts, stretch.end]
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!
    const over = inside.filter((m) => m.start <= start && m.end >= end)
    const entity = over.find((m) => m.entity !== undefined)?.entity
    const kinds = [...new Set(over.map((m) => m.kind))]
    return { start, end, kinds, ...(entity === undefined ? {} : { entity }) }
  })
}

export interface Piece extends Span {
  /** Index of the sentence, null between sentences. */
  readonly sentence: number | null
}

/** A paragraph as its sentences and what stands between them; covers it exactly. `sentences` are in order and do not overlap. */
export function piecesOf(paragraph: Span, sentences: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = paragraph.start
  for (let i = firstAfter(sentences, paragraph.start); i < sentences.length; i++) {
    const sentence = sentences[i]!
    const start = Math.max(sentence.start, at)
    const end = Math.min(sentence.end, paragraph.end)
    if (sentence.start >= paragraph.end) break
    if (end <= start) continue
    if (start > at) pieces.push({ start: at, end: start, sentence: null })
    pieces.push({ start, end, sentence: i })
    at = end
  }
  if (at < paragraph.end) pieces.push({ start: at, end: paragraph.end, sentence: null })
  return pieces
}

/** Index of the first span that ends after `position`. */
export function firstAfter(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > position) high = middle
    else low = middle + 1
  }
  return low
}
