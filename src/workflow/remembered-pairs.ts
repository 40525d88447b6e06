/** What the network for pairs said of a draft's sentences and a case's, kept with the case: a draft checked again asks only about what is new. */
import { createHash } from 'node:crypto'
import type { Surroundings } from '../compare/context.js'
import type { Related, Said } from '../inference/relate.js'
import type { Home } from './home.js'
import type { Networks } from './networks.js'

/** Changes with the network: what an earlier one said is asked again. */
const KIND = 'pairs 2'
/** Answers kept for a case: the last ones. */
const MOST = 200_000

type Kept = readonly [key: string, same: number, differ: number, ...kinds: number[]]

interface Value {
  readonly kinds: readonly string[]
  readonly answers: readonly Kept[]
}

export interface Remembered {
  readonly networks: Pick<Surroundings, 'embed' | 'relate'>
  /** Keeps what was asked, if anything new was. */
  keep(): Promise<void>
}

/** The same networks, with a memory for pairs. */
export async function rememberPairs(
  home: Home,
  caseId: string,
  networks: Pick<Networks, 'embed' | 'relate'>,
): Promise<Remembered> {
  const { relate } = networks
  if (!relate) return { networks, keep: () => Promise.resolve() }
  const answers = new Map<string, Related>()
  for await (const { value } of home.store.workings.get<Value>(caseId, KIND, ['']))
    for (const [key, same, differ, ...chances] of value.answers)
      answers.set(key, {
        same,
        differ,
        kinds: Object.fromEntries(value.kinds.map((name, i) => [name, chances[i] ?? 0])),
      })
  let fresh = 0
  return {
    networks: {
      ...networks,
      async relate(pairs) {
        const keys = pairs.map(keyOf)
        const open = pairs.flatMap((pair, i) => (answers.has(keys[i]!) ? [] : [{ pair, key: keys[i]! }]))
        const made = await relate(open.map(({ pair }) => pair))
        for (const [i, { key }] of open.entries()) answers.set(key, rounded(made[i]!))
        fresh += open.length
        return keys.map((key) => answers.get(key)!)
      },
    },
    async keep() {
      if (fresh === 0) return
      const last = [...answers].slice(-MOST)
      const kinds = Object.keys(last[0]![1].kinds)
      const value: Value = {
        kinds,
        answers: last.map(([key, r]) => [key, r.same, r.differ, ...kinds.map((name) => r.kinds[name]!)]),
      }
      await home.store.workings.save(caseId, KIND, [{ document: '', value }])
    },
  }
}

/** The same whether or not the pair was asked before: kept numbers have three digits. */
function rounded({ same, differ, kinds }: Related): Related {
  const round = (x: number): number => Math.round(x * 1000) / 1000
  return {
    same: round(same),
    differ: round(differ),
    kinds: Object.fromEntries(Object.entries(kinds).map(([name, x]) => [name, round(x)])),
  }
}

function keyOf([a, b]: readonly [Said, Said]): string {
  const [x, y] = a.text <= b.text ? [a, b] : [b, a]
  const hash = createHash('sha256').update(JSON.stringify([x.when, x.who, x.text, y.when, y.who, y.text]))
  return hash.digest('base64url').slice(0, 16)
}
