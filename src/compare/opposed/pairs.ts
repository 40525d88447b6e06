/** Pairs of sentences that may oppose each other, whatever on: of each sentence the few that share most of its rare words. Near-linear in the case's size. */
import { oneVoice, type Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'

/** A word of more sentences than this leads to none; of large cases, of fewer. */
const MOST = 300
const MOST_OF_LARGE = 60
const LARGE = 4000
/** Of one sentence. */
const PARTNERS = 8

export interface Met {
  readonly a: Passage
  readonly b: Passage
  /** Weight of the words and names that both have. */
  readonly shared: number
  /** How many partners of one of the two share more with it; 0 for the nearest. */
  readonly rank: number
}

/** Pairs in the case's order, each once; with `about`, those with a sentence of that document. Not one voice's words against themselves. */
export function pairsOf(passages: Passages, about: string | null = null): Met[] {
  const { all } = passages
  const most = all.length > LARGE ? MOST_OF_LARGE : MOST
  const words = all.map((p) => [...new Set([...p.words, ...p.names])])
  const places = new Map<string, number[]>()
  for (const [i, list] of words.entries())
    for (const word of list) {
      const known = places.get(word)
      if (known) known.push(i)
      else places.set(word, [i])
    }
  const found = new Map<string, { i: number; j: number; shared: number; rank: number }>()
  for (const i of all.keys()) {
    if (about !== null && all[i]!.document !== about) continue
    const shared = new Map<number, number>()
    for (const word of words[i]!) {
      const list = places.get(word)!
      if (list.length > most) continue
      const weight = passages.weight(word)
      for (const j of list) if (j !== i) shared.set(j, (shared.get(j) ?? 0) + weight)
    }
    const near = [...shared]
      .sort(([j, x], [k, y]) => y - x || j - k)
      .filter(([j]) => !oneVoice(all[i]!, all[j]!, passages))
      .slice(0, PARTNERS)
    for (const [rank, [j, weight]] of near.entries()) {
      const [x, y] = i < j ? [i, j] : [j, i]
      const known = found.get(`${x} ${y}`)
      if (known) known.rank = Math.min(known.rank, rank)
      else found.set(`${x} ${y}`, { i: x, j: y, shared: weight, rank })
    }
  }
  return [...found.values()]
    .sort((x, y) => x.i - y.i || x.j - y.j)
    .map(({ i, j, shared, rank }) => ({ a: all[i]!, b: all[j]!, shared, rank }))
}
