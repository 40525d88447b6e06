/** Other names that the text itself gives: "also known as", "née", "under the name", "(NAO)". */
import type { Encoded, Word } from '../layers.js'
import type { Candidate } from './candidates.js'

const BETWEEN: readonly RegExp[] = [
  /^,? ?(?:who (?:is|was) )?(?:also|better|otherwise|formerly|previously|once|widely|professionally) (?:known|called|named) as$/,
  /^,? ?(?:known|born|née|nee|alias|a\.?k\.?a\.?|formerly|writing as|writing under the name(?: of)?|under the name(?: of)?|nicknamed|called|dubbed)$/,
  /^\( ?(?:also |formerly )?(?:known as|née|nee|born|alias|a\.?k\.?a\.?|formerly)?$/,
]
const REACH = 8

/** Pairs of candidates, by index, that the text says are one. */
export function aliasesIn(
  candidates: readonly Candidate[],
  words: readonly Word[],
  encoded: Encoded,
): [number, number][] {
  const out: [number, number][] = []
  const named = candidates.flatMap((c, i) => (c.form === 'name' ? [{ c, i }] : []))
  named.forEach(({ c, i }, n) => {
    const next = named[n + 1]
    if (!next || next.c.first - c.last > REACH || words[c.head]!.sentence !== words[next.c.head]!.sentence) return
    const between = words
      .slice(c.last, next.c.first)
      .map((w) => w.text.toLowerCase())
      .join(' ')
      .replace(/ ["“'‘]$/, '')
    if (!BETWEEN.some((pattern) => pattern.test(between))) return
    const bare = between === '('
    if (c.type !== next.c.type && !bare) return
    if (bare && !isAcronymOf(words, next.c, c)) return
    out.push([i, next.i])
  })
  return [...out, ...appositions(candidates, encoded)]
}

function isAcronymOf(words: readonly Word[], short: Candidate, long: Candidate): boolean {
  if (short.last - short.first !== 1) return false
  const initials = words
    .slice(long.first, long.last)
    .map((w) => w.text[0]!)
    .filter((ch) => /\p{Lu}/u.test(ch))
    .join('')
  return words[short.first]!.text.replace(/\./g, '') === initials && initials.length >= 2
}

/** "Ada Brock, a nurse at the clinic": the apposition is the same person. */
function appositions(candidates: readonly Candidate[], { syntax }: Encoded): [number, number][] {
  const at = new Map(candidates.map((c, i) => [c.head, i]))
  return candidates.flatMap((c, i): [number, number][] => {
    const { deprel, head } = syntax[c.head]!
    const other = deprel === 'appos' ? at.get(head) : undefined
    if (other === undefined || c.form === 'pronoun') return []
    // Two names side by side are a list, or a place within a place
    return c.form === 'name' && candidates[other]!.form === 'name' ? [] : [[other, i]]
  })
}
