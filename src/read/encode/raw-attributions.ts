/** From anchors and roles to attributions: an anchor counts in its home window, and a cue word belongs to one anchor. */
import type { SourceKind, Stance } from '../../schema/reading.js'
import type { RawAttribution, WordRange } from '../layers.js'
import type { Labels } from './labels.js'
import { indicesOf, scoresOf, type Pass } from './pass.js'
import { rangesOf, viterbi, viterbiHolding } from './viterbi.js'

/** Least probability of an anchor. */
const THRESHOLD = 0.35

/** The attributions whose anchors the window answers for; those without content, or with neither source nor cue, are none. */
export function attributionsOf(pass: Pass, labels: Labels): RawAttribution[] {
  const { out, width, window, owns } = pass
  const [anchors, roles, stances] = [
    indicesOf(out, 'anchors'),
    scoresOf(out, 'roles'),
    scoresOf(out, 'stance'),
  ]
  const contentTags = new Set(labels.roles.flatMap((tag, t) => (tag.endsWith('-content') ? [t] : [])))
  const found: RawAttribution[] = []
  for (let i = 0; 2 * i < anchors.length; i++) {
    const at = Number(anchors[2 * i + 1]!)
    const anchor = window.first + at
    if (!owns(anchor)) continue
    const { stance, probability } = stanceOf(stances, at * labels.stances.length, labels.stances)
    if (stance === null || probability < THRESHOLD) continue
    const [offset, length] = [i * width * labels.roles.length, window.last - window.first]
    const best = rangesOf(viterbi(roles, offset, length, labels.crf), labels.roles, window.first)
    // Whatever is ascribed, something is
    const ranges = best.some((r) => r.label === 'content')
      ? best
      : rangesOf(viterbiHolding(roles, offset, length, labels.crf, contentTags), labels.roles, window.first)
    const role = (label: string): WordRange[] =>
      ranges.filter((r) => r.label === label).map(({ first, last }) => ({ first, last }))
    const [source, cue, content] = [role('source'), role('cue'), role('content')]
    if (content.length === 0 || (source.length === 0 && cue.length === 0)) continue
    found.push({
      anchor,
      source,
      cue,
      content,
      stance,
      kind: kindOf(source, pass, labels),
      score: probability,
    })
  }
  return found
}

/** The kind that the words of a source say together; null for no source. */
function kindOf(source: readonly WordRange[], { out, window }: Pass, { kinds }: Labels): SourceKind | null {
  if (source.length === 0) return null
  const scores = scoresOf(out, 'kind')
  const sums = kinds.map(() => 0)
  for (const { first, last } of source)
    for (let k = first; k < last; k++) {
      const at = (k - window.first) * kinds.length
      sums.forEach((sum, i) => (sums[i] = sum + scores[at + i]!))
    }
  return kinds[sums.indexOf(Math.max(...sums))] ?? null
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

/** The surest stance, and how probable it is that there is any: the first of the scores from `offset` on is for none. */
export function stanceOf(
  scores: Float32Array,
  offset: number,
  stances: readonly (Stance | 'none')[],
): { stance: Stance | null; probability: number } {
  const own = scores.subarray(offset, offset + stances.length)
  const top = own.reduce((a, b) => Math.max(a, b), -Infinity)
  const sum = own.reduce((a, b) => a + Math.exp(b - top), 0)
  let best = 1
  for (let s = 2; s < own.length; s++) if (own[s]! > own[best]!) best = s
  const stance = stances[best] ?? 'none'
  return { stance: stance === 'none' ? null : stance, probability: 1 - Math.exp(own[0]! - top) / sum }
}
