/** All that is known of a difference, as named figures: what the model that accepts it sees. */
import type { Passages } from '../passages/index.js'
import type { Difference, Features } from './difference.js'
import { matterOfPair } from './matter.js'
import type { Nearness } from './nearness.js'

/** For each difference of a case, in order. Its rank: how many others of its kind a sentence has that lie nearer in meaning. */
export function featuresOf(
  differences: readonly Difference[],
  nearness: readonly Nearness[],
  passages: Passages,
): Features[] {
  const ranks = ranksOf(differences, nearness)
  return differences.map((d, i) => ({
    ...matterOfPair(d.a, d.b, passages),
    ...d.features,
    nearWhole: nearness[i]!.whole,
    nearClause: nearness[i]!.clause,
    near: nearness[i]!.whole + nearness[i]!.clause,
    rank: ranks[i]!,
  }))
}

function ranksOf(differences: readonly Difference[], nearness: readonly Nearness[]): number[] {
  const lists = new Map<string, number[]>()
  const keyed = differences.map((d) =>
    [d.a, d.b].map((s) => `${d.on} ${s.passage.document} ${s.passage.sentence}`),
  )
  const value = (i: number): number => nearness[i]!.whole + nearness[i]!.clause
  keyed.forEach((keys, i) => {
    for (const key of keys) {
      const list = lists.get(key)
      if (list) list.push(value(i))
      else lists.set(key, [value(i)])
    }
  })
  for (const list of lists.values()) list.sort((x, y) => y - x)
  return keyed.map((keys, i) =>
    keys.reduce((sum, key) => sum + Math.log(1 + lists.get(key)!.indexOf(value(i))), 0),
  )
}
