/** From anchors and roles to attributions: an anchor counts in its home window, and a cue word belongs to one anchor. */
import { STANCES, type SourceKind, type Stance } from '../../schema/reading.js'
import type { RawAttribution, WordRange } from '../layers.js'
import { rangesOf, viterbi, type Transitions } from './viterbi.js'

/** Least probability of an anchor. */
export const ANCHOR_THRESHOLD = 0.5

export interface RoleRow {
  readonly anchor: number
  readonly probability: number
  readonly stance: Stance
  /** Seven scores a word from `offset` on, for the words of the window. */
  readonly emissions: Float32Array
  readonly offset: number
  readonly window: WordRange
  /** Scores of the kinds of source for a word of the window. */
  readonly kind: (word: number) => readonly number[]
}

/** What an anchor's row says; null where it has no content, or neither source nor cue. */
export function attributionOf(
  row: RoleRow,
  tags: readonly string[],
  kinds: readonly string[],
  crf: Transitions,
): RawAttribution | null {
  const { first, last } = row.window
  const ranges = rangesOf(viterbi(row.emissions, row.offset, last - first, crf), tags, first)
  const role = (label: string): WordRange[] =>
    ranges.filter((r) => r.label === label).map((r) => ({ first: r.first, last: r.last }))
  const [source, cue, content] = [role('source'), role('cue'), role('content')]
  if (content.length === 0 || (source.length === 0 && cue.length === 0)) return null
  return {
    anchor: row.anchor,
    source,
    cue,
    content,
    stance: row.stance,
    kind: kindOf(source, row, kinds),
    score: row.probability,
  }
}

function kindOf(source: readonly WordRange[], row: RoleRow, kinds: readonly string[]): SourceKind | null {
  if (source.length === 0) return null
  const sums = kinds.map(() => 0)
  for (const { first, last } of source)
    for (let k = first; k < last; k++) row.kind(k).forEach((s, i) => (sums[i]! += s))
  return kinds[sums.indexOf(Math.max(...sums))] as SourceKind
}

/** Where two anchors claim one word as their cue, the surer stays. Sorted by anchor. */
export function distinct(found: readonly RawAttribution[]): RawAttribution[] {
  const taken = new Set<number>()
  const kept: RawAttribution[] = []
  for (const a of [...found].sort((x, y) => y.score - x.score || x.anchor - y.anchor)) {
    const cue = a.cue.length > 0 ? a.cue : [{ first: a.anchor, last: a.anchor + 1 }]
    const words = cue.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i))
    if (words.some((k) => taken.has(k))) continue
    for (const k of words) taken.add(k)
    kept.push(a)
  }
  return kept.sort((x, y) => x.anchor - y.anchor)
}

/** The surest stance of 14 scores (the first is "no anchor"), and how probable it is that there is any. */
export function stanceOf(scores: Float32Array, offset: number): { stance: Stance; probability: number } {
  let best = 1
  let top = -Infinity
  for (let s = 0; s <= STANCES.length; s++) {
    const x = scores[offset + s]!
    if (x > top) top = x
    if (s > 0 && x > scores[offset + best]!) best = s
  }
  let sum = 0
  for (let s = 0; s <= STANCES.length; s++) sum += Math.exp(scores[offset + s]! - top)
  return { stance: STANCES[best - 1]!, probability: 1 - Math.exp(scores[offset]! - top) / sum }
}
