/** "I" in somebody's quoted words is that somebody. */
import type { Encoded, Word } from '../layers.js'
import type { Candidate } from './candidates.js'

const FIRST_PERSON = /^(?:i|me|my|mine|myself)$/i

/** Pairs of candidates, by index: each first person singular and the source of the innermost attribution that quotes it. */
export function speakersOf(
  candidates: readonly Candidate[],
  words: readonly Word[],
  { attributions }: Encoded,
): [number, number][] {
  const byWord = new Map<number, number>()
  candidates.forEach((c, i) => {
    for (let k = c.first; k < c.last; k++) if (!byWord.has(k) || c.head === k) byWord.set(k, i)
  })
  const quotedBy = new Int32Array(words.length).fill(-1)
  const size = (n: number): number => attributions[n]!.content.reduce((sum, r) => sum + r.last - r.first, 0)
  const order = attributions.map((_, n) => n).sort((a, b) => size(b) - size(a))
  for (const n of order) for (const r of attributions[n]!.content) quotedBy.fill(n, r.first, r.last)
  return candidates.flatMap((c, i): [number, number][] => {
    if (c.form !== 'pronoun' || !FIRST_PERSON.test(words[c.head]!.text)) return []
    for (let n = quotedBy[c.head]!; n >= 0;) {
      const source = attributions[n]!.source[0]
      if (!source) return []
      const speaker = firstIn(source.first, source.last, byWord, candidates)
      if (speaker === undefined) return []
      // "I said I was sorry": whoever quotes that is the one
      if (!FIRST_PERSON.test(words[candidates[speaker]!.head]!.text)) return speaker === i ? [] : [[i, speaker]]
      const outer = quotedBy[attributions[n]!.anchor]!
      if (outer === n) return []
      n = outer
    }
    return []
  })
}

/** The candidate that a source phrase is: a name in it, or else the first in it. */
function firstIn(
  first: number,
  last: number,
  byWord: ReadonlyMap<number, number>,
  candidates: readonly Candidate[],
): number | undefined {
  let found: number | undefined
  for (let k = first; k < last; k++) {
    const at = byWord.get(k)
    if (at === undefined || candidates[at]!.head < first || candidates[at]!.head >= last) continue
    if (candidates[at]!.form === 'name' && candidates[at]!.type === 'Person') return at
    found ??= at
  }
  return found
}
