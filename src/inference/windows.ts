/** Overlapping windows over a document's words, since the encoder sees only so many pieces at once. */
import { MAX_PIECES } from './wordpiece.js'

/** Words of one window: first inclusive, last exclusive. */
export interface Window {
  readonly first: number
  readonly last: number
}

export interface Windows {
  readonly windows: readonly Window[]
  /** For each word: the index of the window in which it stands farthest from an edge, whose answer counts. */
  readonly home: readonly number[]
}

/** How much of a window the next one repeats, and how far from there it may look for a better start. */
const OVERLAP = 1 / 3
const REACH = 1 / 6

/**
 * Cuts words into windows of at most `maxPieces` pieces, [CLS] and [SEP] counted, given the number of pieces of
 * each word. A window begins at the start of a block, or else of a sentence, where one is near the place that
 * repeats a third of the window before. Throws RangeError where one word could fill a window.
 */
export function windowsOf(
  pieceCounts: readonly number[],
  sentenceStarts: readonly number[],
  blockStarts: readonly number[],
  maxPieces = 256,
): Windows {
  const room = maxPieces - 2
  if (room < MAX_PIECES) throw new RangeError(`a window needs room for ${MAX_PIECES + 2} pieces`)
  const before = new Float64Array(pieceCounts.length + 1)
  pieceCounts.forEach((count, i) => (before[i + 1] = before[i]! + count))
  const preferred = preferences(pieceCounts.length, sentenceStarts, blockStarts)

  const windows: Window[] = []
  for (let first = 0; first < pieceCounts.length;) {
    let last = first + 1
    while (last < pieceCounts.length && before[last + 1]! - before[first]! <= room) last++
    windows.push({ first, last })
    if (last === pieceCounts.length) break
    first = nextStart(first, last, before, room, preferred)
  }
  return { windows, home: homes(windows, before) }
}

/** For each word: 2 where a block begins, 1 where a sentence does, 0 elsewhere. */
function preferences(
  length: number,
  sentenceStarts: readonly number[],
  blockStarts: readonly number[],
): Uint8Array {
  const out = new Uint8Array(length)
  for (const start of sentenceStarts) if (start < length) out[start] = 1
  for (const start of blockStarts) if (start < length) out[start] = 2
  return out
}

function nextStart(
  first: number,
  last: number,
  before: Float64Array,
  room: number,
  preferred: Uint8Array,
): number {
  const ideal = before[first]! + room * (1 - OVERLAP)
  let best = last
  let bestScore = -Infinity
  for (let i = first + 1; i <= last; i++) {
    const distance = Math.abs(before[i]! - ideal) / room
    const score = (distance <= REACH ? preferred[i]! : 0) - distance
    if (score > bestScore) [best, bestScore] = [i, score]
  }
  return best
}

function homes(windows: readonly Window[], before: Float64Array): number[] {
  const total = before.length - 1
  const out = new Array<number>(total).fill(0)
  const depth = new Float64Array(total).fill(-1)
  windows.forEach(({ first, last }, index) => {
    for (let word = first; word < last; word++) {
      // The edges of the document are no edges: there is nothing more to see.
      const left = first === 0 ? Infinity : before[word]! - before[first]!
      const right = last === total ? Infinity : before[last]! - before[word + 1]!
      const d = Math.min(left, right)
      if (d > depth[word]!) [out[word], depth[word]] = [index, d]
    }
  })
  return out
}
