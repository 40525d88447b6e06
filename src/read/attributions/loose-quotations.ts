/** `An article under the headline "Orr took bribes from builders"`: a quoted sentence that nobody is said to say is not the document's own. */
import type { QuoteState } from '../../inference/quotes.js'
import { WRITTEN } from '../lang/en/announcing-nouns.js'
import type { RawAttribution, Word, WordRange } from '../layers.js'
import type { Tree } from '../propositions/tree.js'
import { quotationsOf } from './quotation.js'

/** Fewer words are a title, a nickname or irony. */
const FEWEST_WORDS = 4

/**
 * `attributions` with one for each quoted clause that shares no word with any of them that reaches beyond quotation marks; its source is what it is written in
 * ("the headline"), where a word right before it says so, or else nobody. Sorted by anchor.
 */
export function withLooseQuotations(
  attributions: readonly RawAttribution[],
  words: readonly Word[],
  states: readonly QuoteState[],
  blockStarts: readonly number[],
  tree: Tree,
): RawAttribution[] {
  const taken = new Uint8Array(words.length)
  for (const a of attributions) {
    const ranges = [...a.source, ...a.cue, ...a.content]
    // What is ascribed within the quotation is the quoted one's
    if (ranges.every((r) => states.slice(r.first, r.last).every((state) => state !== 0))) continue
    for (const { first, last } of ranges) taken.fill(1, first, last)
  }
  const anchors = new Set(attributions.map((a) => a.anchor))
  const added = quotationsOf(words, states, blockStarts)
    .filter(
      (q) =>
        !anchors.has(q.first) && !taken.subarray(q.first, q.last).includes(1) && isClause(q, words, tree),
    )
    .map((q): RawAttribution => {
      const noun = q.first - 1
      const source = WRITTEN.has(tree.lemma[noun] ?? '') && taken[noun] === 0 ? [writtenIn(tree, noun)] : []
      return {
        anchor: q.first,
        source,
        cue: [],
        content: [q],
        stance: 'asserts',
        kind: source.length > 0 ? 'work' : null,
        score: 0,
      }
    })
  return added.length === 0
    ? [...attributions]
    : [...attributions, ...added].sort((a, b) => a.anchor - b.anchor)
}

/** A finite verb with its subject, in words enough. */
function isClause({ first, last }: WordRange, words: readonly Word[], tree: Tree): boolean {
  let count = 0
  let hasSubject = false
  for (let k = first; k < last; k++) {
    if (/\p{L}/u.test(words[k]!.text)) count++
    const head = tree.head[k]!
    if (tree.relation[k] === 'nsubj' && head >= first && head < last) hasSubject = true
  }
  return hasSubject && count >= FEWEST_WORDS
}

/** The noun with the article before it. */
const writtenIn = (tree: Tree, noun: number): WordRange => ({
  first: tree.upos[noun - 1] === 'DET' && tree.sentence[noun - 1] === tree.sentence[noun] ? noun - 1 : noun,
  last: noun + 1,
})
