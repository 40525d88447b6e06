/** Accounts of one person or thing that exclude each other: 'resigned' and 'was dismissed', 'failed' and 'nothing was wrong with it'. */
import data from '../words/states.json' with { type: 'json' }
import { oneVoice, type Passages, type Raised } from './index.js'
import type { Passage } from './passage.js'
import { OPEN } from './words.js'
import { timesApart } from './whether.js'

const PAIRS = data.pairs.map((pair) => ({
  ...pair,
  one: new RegExp(pair.one, 'iu'),
  other: new RegExp(pair.other, 'iu'),
}))
/** A noun of fewer passages than one in so many says which thing is meant. */
const TELLING = 2.2

/** Pairs of passages whose states exclude each other, those of one person or thing gathered. */
export function excludingStates(passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const { on, of, one, other } of PAIRS) {
    const usable = passages.all.filter((p) => !OPEN.test(p.evidence.text) && !passages.corrects(p))
    const left = usable.filter((p) => one.test(p.evidence.text) && !other.test(p.evidence.text))
    const right = new Set(usable.filter((p) => other.test(p.evidence.text)))
    if (right.size === 0) continue
    for (const p of left) {
      const words = of === 'person' ? [...passages.about(p)] : nounsBeside(p, one)
      const met = passages
        .sharing(words)
        .filter(
          (q) =>
            right.has(q) && q !== p && !oneVoice(p, q, passages) && linked(p, q, words, of, other, passages),
        )
      if (met.length > 0) out.push({ kind: 'contradiction', on, sides: [[p], met], why: '', score: 0.7 })
    }
  }
  return merged(out)
}

/** The words of the clause before and after the state. */
function nounsBeside(p: Passage, pattern: RegExp): string[] {
  const at = p.evidence.text.search(pattern)
  const near = p.evidence.text.slice(Math.max(0, at - 60), at + 90).toLowerCase()
  return p.words.filter((w) => near.includes(w.slice(0, 5)))
}

function linked(
  p: Passage,
  q: Passage,
  words: readonly string[],
  of: string,
  other: RegExp,
  passages: Passages,
): boolean {
  if (of === 'person') {
    const about = passages.about(q)
    return words.some((w) => about.has(w) && passages.weight(w) > 1)
  }
  const near = nounsBeside(q, other)
  const document = passages.cardOf(q).document
  const shared = words.filter((w) => near.includes(w) && passages.weight(w) > TELLING)
  if (shared.length === 0 || timesApart(p, q)) return false
  return document !== p.document || shared.length > 0
}

/** Findings that share a side are one. */
export function merged(raised: readonly Raised[]): Raised[] {
  const out: Raised[] = []
  const at = new Map<Passage, Map<string, number>>()
  for (const one of raised) {
    const key = `${one.kind} ${one.on}`
    const i = one.sides[1]!.map((q) => at.get(q)?.get(key)).find((n) => n !== undefined) ?? out.length
    const known = out[i]
    out[i] = known
      ? { ...known, sides: known.sides.map((side, k) => [...new Set([...side, ...one.sides[k]!])]) }
      : one
    for (const q of one.sides[1]!) at.set(q, (at.get(q) ?? new Map<string, number>()).set(key, i))
  }
  return out
}
