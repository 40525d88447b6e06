import type { Attribution } from '../../schema/reading.js'
import type { Word } from '../layers.js'
import { wordsOf } from '../propositions/marks.js'

/** What the attributions say of each word. */
export interface Ascriptions {
  /** Index of the innermost attribution whose content holds the word, -1 for none. */
  readonly content: Int32Array
  /** Index of the attribution whose cue the word belongs to, -1 for none. */
  readonly cue: Int32Array
}

const DEEPEST = 50

/** Lays the attributions over the words, the outer before the inner. */
export function ascriptionsOf(words: readonly Word[], attributions: readonly Attribution[]): Ascriptions {
  const content = new Int32Array(words.length).fill(-1)
  const cue = new Int32Array(words.length).fill(-1)
  const place = new Map(attributions.map((a, i) => [a.id, i]))
  const depthOf = (i: number): number => {
    let depth = 0
    for (let at = attributions[i]!.within; at !== null && depth < DEEPEST; depth++) {
      const next = place.get(at)
      if (next === undefined) break
      at = attributions[next]!.within
    }
    return depth
  }
  const order = attributions.map((_, i) => ({ i, depth: depthOf(i) })).sort((a, b) => a.depth - b.depth)
  for (const { i } of order) {
    const a = attributions[i]!
    for (const span of a.content) {
      const range = wordsOf(words, span)
      if (range) content.fill(i, range.first, range.last)
    }
    for (const span of a.cue) {
      const range = wordsOf(words, span)
      if (range) cue.fill(i, range.first, range.last)
    }
  }
  return { content, cue }
}
