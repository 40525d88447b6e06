/** "The Journal reported the talks, citing bankers": whoever is cited is the source, and what they said is what the citer passes on. */
import type { RawAttribution, Word, WordRange } from '../layers.js'
import { dependent, type Tree } from '../propositions/tree.js'

const CITING = new Set(['citing', 'quoting'])
const REACH = 8

/**
 * `attributions`, those whose cue is a bare "citing" with nobody but what is cited: that is the source, and the content is that of
 * the attribution in the same sentence whose teller cites. Without such a teller they stay as they are.
 */
export function withCited(
  attributions: readonly RawAttribution[],
  words: readonly Word[],
  tree: Tree,
): RawAttribution[] {
  return attributions.map((a, i) => {
    const quoted = near(attributions, i).find((b) => b !== a && isQuotedAs(words, b, a))
    if (quoted) {
      const source = a.source.filter((s) => !quoted.source.some((q) => s.first < q.last && q.first < s.last))
      if (source.length > 0) return { ...a, source }
    }
    const [cited] = a.content
    const cue = words[a.anchor]!
    if (!CITING.has(cue.text.toLowerCase()) || a.content.length !== 1 || !cited) return a
    if (cited.first !== a.anchor + 1 || !isObject(tree, a.anchor, cited)) return a
    const teller = near(attributions, i).find(
      (b) =>
        b !== a &&
        b.source.length > 0 &&
        words[b.anchor]!.sentence === cue.sentence &&
        !b.content.some((c) => c.first <= a.anchor && a.anchor < c.last) &&
        b.stance !== 'denies',
    )
    return teller ? { ...a, source: [cited], content: teller.content, stance: 'reports', kind: 'unnamed' } : a
  })
}

/** "You quote the clerk as saying": the clerk is whom `outer` has it from, and no source of that. */
const isQuotedAs = (words: readonly Word[], inner: RawAttribution, outer: RawAttribution): boolean =>
  inner.anchor > outer.anchor &&
  words[inner.anchor]!.sentence === words[outer.anchor]!.sentence &&
  words[inner.anchor]!.text.toLowerCase() === 'saying' &&
  words[inner.anchor - 1]?.text.toLowerCase() === 'as'

/** Those whose anchors stand around that of the i-th. */
const near = (attributions: readonly RawAttribution[], i: number): readonly RawAttribution[] =>
  attributions.slice(Math.max(0, i - REACH), i + REACH + 1)

function isObject(tree: Tree, verb: number, { first, last }: WordRange): boolean {
  const object = dependent(tree, verb, 'obj')
  return object >= first && object < last
}
