/** Which locals may be meant by a name like some others': told by names alone, each spelling looked at once. */
import type { LocalEntity } from './local-entity.js'
import { names as compareNames } from './features/names.js'
import { nameLists } from './name-lists.js'
import type { AnyName } from './names/name.js'
import { blocksOf, pairsOf } from './pairs.js'
import { profileOf } from './profile.js'

/** How often one looks on from what was found: who may be one with the added, and who competes for the same names. */
const HOPS = 2

/**
 * The keys of the locals of `all` that names link to one of `fresh`, over at most two steps. `together` gives the keys that are one
 * with a key already. Near-linear in the number of different names.
 */
export function namesakes(
  all: readonly LocalEntity[],
  fresh: ReadonlySet<string>,
  together: (key: string) => readonly string[],
): ReadonlySet<string> {
  const lists = nameLists()
  const places = new Map<readonly AnyName[], number>()
  const bearers: LocalEntity[][] = []
  const listOf = new Map<string, number>()
  for (const local of all) {
    const own = lists.of(local)
    if (own.length === 0) continue
    const at = places.get(own) ?? bearers.length
    if (at === bearers.length) {
      places.set(own, at)
      bearers.push([])
    }
    bearers[at]!.push(local)
    listOf.set(local.key, at)
  }
  const profiles = [...places.keys()].map((own, i) => profileOf([nameAlone(bearers[i]![0]!)], own))
  const blocks = blocksOf(profiles)
  const reached = new Set([...fresh].flatMap((key) => listOf.get(key) ?? []))
  const spread = (): void => {
    for (const at of [...reached])
      for (const { key } of bearers[at]!)
        for (const other of together(key)) {
          const its = listOf.get(other)
          if (its !== undefined) reached.add(its)
        }
  }
  for (let hop = 0; hop < HOPS; hop++) {
    spread()
    const near = new Set(reached)
    for (const [a, b] of pairsOf(profiles, blocks, (i) => near.has(i)).pairs)
      if (!(near.has(a) && near.has(b)) && (compareNames(profiles[a]!, profiles[b]!)?.score ?? -1) > -0.9)
        for (const i of [a, b]) reached.add(i)
  }
  spread()
  return new Set([...reached].flatMap((at) => bearers[at]!.map((l) => l.key)))
}

/** Without what would tell two of one name apart. */
const nameAlone = (local: LocalEntity): LocalEntity => ({
  ...local,
  descriptions: [],
  gender: null,
  born: null,
  facts: [],
  near: [],
  placed: 0,
})
