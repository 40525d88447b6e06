/** "I" in somebody's quoted words is that somebody. */
import type { QuoteState } from '../../inference/quotes.js'
import type { RawAttribution, Word } from '../layers.js'
import type { Tree } from '../propositions/tree.js'
import type { Candidate } from './candidates.js'
import { meantBy } from './meant.js'

const FIRST_PERSON = /^(?:i|me|my|mine|myself)$/

/**
 * Pairs of candidates, by index: each first person singular and the source of the innermost attribution that quotes it,
 * in quotation marks or after a colon ("Brock: I saw it"). In "Brock said I was late" the writer was.
 */
export function speakersOf(
  candidates: readonly Candidate[],
  words: readonly Word[],
  attributions: readonly RawAttribution[],
  states: readonly QuoteState[],
  tree: Tree,
  at: ReadonlyMap<number, number>,
): [number, number][] {
  const sizes = attributions.map((a) => a.content.reduce((sum, r) => sum + r.last - r.first, 0))
  const quotedBy = new Int32Array(words.length).fill(-1)
  const order = attributions.map((_, n) => n).sort((a, b) => sizes[b]! - sizes[a]!)
  for (const n of order) for (const r of attributions[n]!.content) quotedBy.fill(n, r.first, r.last)

  const isFirstPerson = (i: number): boolean =>
    candidates[i]!.form === 'pronoun' && FIRST_PERSON.test(tree.form[candidates[i]!.head]!)
  const isQuoted = (word: number, n: number): boolean =>
    states[word] !== 0 || tree.form[attributions[n]!.content[0]!.first - 1] === ':'
  const mention = (word: number): (Candidate & { index: number }) | undefined => {
    const index = at.get(word)
    return index === undefined ? undefined : { ...candidates[index]!, index }
  }
  const speakerOf = (word: number): number | null => {
    for (let n = quotedBy[word]!; n >= 0 && isQuoted(word, n);) {
      const [source] = attributions[n]!.source
      const speaker = source && meantBy(source, tree, mention)?.index
      if (speaker === undefined) return null
      if (!isFirstPerson(speaker)) return speaker
      // "I said I was sorry": whoever quotes that is the one
      const outer = quotedBy[attributions[n]!.anchor]!
      if (outer < 0 || sizes[outer]! <= sizes[n]!) return null
      n = outer
    }
    return null
  }
  return candidates.flatMap((c, i): [number, number][] => {
    const speaker = isFirstPerson(i) ? speakerOf(c.head) : null
    return speaker === null || speaker === i ? [] : [[i, speaker]]
  })
}
