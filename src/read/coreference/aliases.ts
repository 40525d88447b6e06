/** Other names that the text itself gives: "also known as", "née", "under the name", "(NAO)". */
import type { Word } from '../layers.js'
import type { Tree } from '../propositions/tree.js'
import type { Candidate } from './candidates.js'
import { isAcronym, namePartsOf } from './name-parts.js'

// A verb without a comma before it is what the one did to the other: "Ada Brock called Tom Ekholm".
const BETWEEN: readonly RegExp[] = [
  /^,? ?(?:who (?:is|was) )?(?:also|better|otherwise|formerly|previously|once|widely|professionally) (?:known|called|named) as$/,
  /^,? ?(?:known as|née|nee|alias|a\.?k\.?a\.?|writing as|(?:writing )?under the name(?: of)?)$/,
  /^, (?:known|born|formerly|nicknamed|called|dubbed)$/,
  /^\( (?:also |formerly )?(?:known as|née|nee|born|alias|a\.?k\.?a\.?|formerly)$/,
]
const REACH = 8

/** Pairs of candidates, by index, that the text says are one; `at` gives the candidate of a word. */
export function aliasesIn(
  candidates: readonly Candidate[],
  words: readonly Word[],
  tree: Tree,
  at: ReadonlyMap<number, number>,
): [number, number][] {
  return [...renamings(candidates, words), ...appositions(candidates, tree, at)]
}

function renamings(candidates: readonly Candidate[], words: readonly Word[]): [number, number][] {
  const named = candidates.flatMap((c, i) => (c.form === 'name' ? [{ c, i }] : []))
  return named.flatMap(({ c, i }, n): [number, number][] => {
    const next = named[n + 1]
    if (!next || next.c.first - c.last > REACH || words[c.head]!.sentence !== words[next.c.head]!.sentence)
      return []
    const between = words
      .slice(c.last, next.c.first)
      .map((w) => w.text.toLowerCase())
      .join(' ')
      .replace(/ ["“'‘]$/, '')
    const parts = (of: Candidate): ReturnType<typeof namePartsOf> =>
      namePartsOf(
        words.slice(of.first, of.last).map((w) => w.text),
        of.type,
      )
    const isOne =
      between === '('
        ? isAcronym(parts(next.c), parts(c))
        : c.type === next.c.type && BETWEEN.some((pattern) => pattern.test(between))
    return isOne ? [[i, next.i]] : []
  })
}

/** "Ada Brock, a nurse at the clinic": the apposition is the same person. */
function appositions(
  candidates: readonly Candidate[],
  tree: Tree,
  at: ReadonlyMap<number, number>,
): [number, number][] {
  return candidates.flatMap((c, i): [number, number][] => {
    const other = tree.relation[c.head] === 'appos' ? at.get(tree.head[c.head]!) : undefined
    if (other === undefined || other === i || c.form === 'pronoun') return []
    // Two names side by side are a list, or a place within a place
    return c.form === 'name' && candidates[other]!.form === 'name' ? [] : [[other, i]]
  })
}
