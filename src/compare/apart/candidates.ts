/** Pairs of sentences that may stand apart: they speak of the same rare things and both have what can differ. Near-linear in the case's size. */
import { oneVoice, type Passages } from '../passages/index.js'
import { sightOf, type Sight } from './sight.js'

/** A word of more sentences than this leads to none; of large cases, of fewer. */
const MOST = 300
const MOST_OF_LARGE = 40
const LARGE = 4000
const LOOKED_UP = 12
/** Of one sentence. */
const MOST_PARTNERS = 40
const MOST_PARTNERS_OF_LARGE = 10
/** Of a case, those that share most first. */
const MOST_PAIRS = 60_000
/** In memory at once. */
const MOST_HELD = 5 * MOST_PAIRS

export type Pair = readonly [a: Sight, b: Sight]

/** Pairs of sentences of different voices, in the case's order, each once. */
export function candidatesOf(passages: Passages): Pair[] {
  const sights = passages.all.filter((p) => !passages.corrects(p)).map(sightOf)
  const large = sights.length > LARGE
  const most = large ? MOST_OF_LARGE : MOST
  const partners = large ? MOST_PARTNERS_OF_LARGE : MOST_PARTNERS
  const found = new Map<string, Found>()
  const kinds: readonly [own: (s: Sight) => boolean, other: (s: Sight) => boolean][] = [
    [(s) => s.quantities.length > 0, (s) => s.quantities.length > 0],
    [(s) => s.days.length > 0, (s) => s.days.length > 0],
    [(s) => s.hours.length > 0, (s) => s.hours.length > 0],
    [(s) => s.places.length > 0, (s) => s.places.length > 0],
    [(s) => s.negations.length > 0, () => true],
  ]
  for (const [own, other] of kinds) {
    const others = sights.filter(other)
    const index = new Map<string, number[]>()
    for (const [i, s] of others.entries())
      for (const word of wordsOf(s)) {
        const list = index.get(word)
        if (list) list.push(i)
        else index.set(word, [i])
      }
    for (const s of sights.filter(own))
      for (const [i, shared] of partnersOf(s, index, most, partners, passages, (i) => others[i] === s)) {
        const t = others[i]!
        const pair: Pair = before(s, t) ? [s, t] : [t, s]
        const key = `${pair[0].passage.document} ${pair[0].passage.sentence} ${pair[1].passage.document} ${pair[1].passage.sentence}`
        if (s === t || found.has(key) || oneVoice(s.passage, t.passage, passages)) continue
        found.set(key, { pair, shared })
        if (found.size < MOST_HELD) continue
        const kept = likest(found)
        found.clear()
        for (const [key, one] of kept) found.set(key, one)
      }
  }
  return likest(found).map(([, { pair }]) => pair)
}

interface Found {
  readonly pair: Pair
  readonly shared: number
}
const likest = (found: ReadonlyMap<string, Found>): [string, Found][] =>
  [...found].sort(([k, x], [l, y]) => y.shared - x.shared || (k < l ? -1 : 1)).slice(0, MOST_PAIRS)

const wordsOf = (s: Sight): Set<string> => new Set([...s.concepts, ...s.names])
const before = ({ passage: p }: Sight, { passage: q }: Sight): boolean =>
  p.document === q.document ? p.sentence < q.sentence : p.document < q.document

/** The sentences that share most with one, through its rarest words. */
function partnersOf(
  s: Sight,
  index: ReadonlyMap<string, readonly number[]>,
  most: number,
  partners: number,
  passages: Passages,
  isSelf: (i: number) => boolean,
): [number, number][] {
  const rare = [...wordsOf(s)]
    .filter((w) => {
      const n = index.get(w)?.length ?? 0
      return n > 0 && n <= most && !(n === 1 && isSelf(index.get(w)![0]!))
    })
    .sort((a, b) => index.get(a)!.length - index.get(b)!.length || (a < b ? -1 : 1))
    .slice(0, LOOKED_UP)
  const shared = new Map<number, number>()
  for (const word of rare) {
    const weight = Math.max(passages.conceptWeight(word), 0)
    for (const i of index.get(word)!) shared.set(i, (shared.get(i) ?? 0) + weight)
  }
  return [...shared].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, partners)
}
