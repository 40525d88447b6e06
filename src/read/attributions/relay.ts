/** "Orsini told the agency, citing a report": what is cited is where the one before had it from, so it stands within that. */
import type { RawAttribution, Word } from '../layers.js'

const CITING = new Set(['citing', 'quoting', 'from'])
const REACH = 8

/** "Citing a report", "heard from her", and the saying of "you quote the clerk as saying". */
const isCiting = (words: readonly Word[], anchor: number): boolean =>
  CITING.has(words[anchor]!.text.toLowerCase()) ||
  (words[anchor]!.text.toLowerCase() === 'saying' && words[anchor - 1]?.text.toLowerCase() === 'as')

type Relayed = Pick<RawAttribution, 'anchor' | 'content'>

const wordsOf = ({ content }: Relayed): Set<number> =>
  new Set(content.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i)))

/** At least half of the smaller content stands in the other. */
function isSameContent(a: Relayed, b: Relayed): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const shared = [...x].filter((k) => y.has(k)).length
  return 2 * shared >= Math.min(x.size, y.size)
}

/**
 * Nesting as `nestingOf` gives it, with each citing put within the nearest attribution before it in its sentence, or else the
 * nearest after it ("the station, citing the brigade, reported"), that ascribes the same to somebody else. `attributions` stand
 * in the order of their anchors.
 */
export function withRelays(
  attributions: readonly Relayed[],
  words: readonly Word[],
  within: readonly (number | null)[],
): (number | null)[] {
  const out = [...within]
  attributions.forEach((citing, i) => {
    const word = words[citing.anchor]!
    if (!isCiting(words, citing.anchor)) return
    for (const step of [-1, 1])
      for (let j = i + step; j >= 0 && j < attributions.length && Math.abs(j - i) <= REACH; j += step) {
        const teller = attributions[j]!
        if (words[teller.anchor]!.sentence !== word.sentence) break
        if (out[j] !== out[i] || isCiting(words, teller.anchor)) continue
        if (!isSameContent(citing, teller)) continue
        out[i] = j
        return
      }
  })
  return out
}
