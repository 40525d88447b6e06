/** Differences that are one quarrel: the same two values, or one denial and all that it denies. */
import type { Passage } from '../passages/passage.js'
import type { Difference } from './difference.js'

export interface Accepted {
  readonly difference: Difference
  readonly score: number
}
export interface Quarrel {
  readonly best: Accepted
  readonly sides: readonly [readonly Passage[], readonly Passage[]]
}

/** The surest first; every sentence of a side says what its side says. */
export function gathered(accepted: readonly Accepted[]): Quarrel[] {
  const ordered = [...accepted].sort((x, y) => y.score - x.score || (keyOf(x) < keyOf(y) ? -1 : 1))
  const quarrels: { best: Accepted; sides: [Map<string, Passage>, Map<string, Passage>] }[] = []
  const at = new Map<string, number>()
  for (const one of ordered) {
    const ends = endsOf(one.difference)
    const keys = ends.map(({ key }) => key)
    const known = keys.map((key) => at.get(key)).find((i) => i !== undefined)
    let quarrel = known === undefined ? undefined : quarrels[known]!
    if (quarrel === undefined) {
      quarrel = { best: one, sides: [new Map<string, Passage>(), new Map<string, Passage>()] }
      quarrels.push(quarrel)
    }
    const index = quarrels.indexOf(quarrel)
    const [first, second] = sidesFor(quarrel.best.difference, one.difference)
    quarrel.sides[first].set(nameOf(ends[0]!.passage), ends[0]!.passage)
    quarrel.sides[second].set(nameOf(ends[1]!.passage), ends[1]!.passage)
    for (const key of keys) if (!at.has(key)) at.set(key, index)
  }
  return quarrels.map(({ best, sides }) => ({
    best,
    sides: [[...sides[0].values()], [...sides[1].values()]] as const,
  }))
}

const nameOf = (p: Passage): string => `${p.document} ${p.sentence}`
const keyOf = ({ difference: { a, b, on } }: Accepted): string =>
  `${on} ${nameOf(a.passage)} ${nameOf(b.passage)}`

/** A sentence with what it says, and with what it is said against: two figures beside a third are two quarrels. */
function endsOf({ a, b, on, values }: Difference): { passage: Passage; key: string }[] {
  const pair = [...values].sort().join(' × ')
  return [
    { passage: a.passage, key: `${on} ${pair} ${nameOf(a.passage)} ${values[0]}` },
    { passage: b.passage, key: `${on} ${pair} ${nameOf(b.passage)} ${values[1]}` },
  ]
}

/** On which side of a quarrel the two sentences of a further difference stand. */
const sidesFor = (best: Difference, { values }: Difference): readonly [0 | 1, 0 | 1] =>
  values[0] === best.values[0] ? [0, 1] : [1, 0]
