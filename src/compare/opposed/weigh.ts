/** How likely two sentences oppose each other: the network's answer, beside what it says of each with others, and what they share. */
import data from './weights.json' with { type: 'json' }
import type { Related } from '../../inference/relate.js'
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { saidOf } from '../passages/said.js'
import { chanceBy, logOdds, type Line, type Values } from '../regression.js'
import { lookOf, type Looked } from './looks.js'

export interface Answered extends Looked {
  readonly answer: Related
}
export interface Weighed extends Answered {
  readonly values: Values
  /** 0..1. */
  readonly chance: number
}

/** The pairs with the network's answers; none where there is no network. */
export async function answered(looked: readonly Looked[], passages: Passages): Promise<Answered[]> {
  const answers = await passages.context.relate?.(
    looked.map(({ a, b }) => [saidOf(a, passages.context), saidOf(b, passages.context)] as const),
  )
  return answers ? looked.map((one, i) => ({ ...one, answer: answers[i]! })) : []
}

/** Each pair with its chance, in order. */
export function weighed(pairs: readonly Answered[], passages: Passages, line: Line = data.pair): Weighed[] {
  const most = mostOf(pairs)
  return pairs.map((one) => {
    const values = valuesOf(one, most, passages)
    return { ...one, values, chance: chanceBy(line, values) }
  })
}

interface Most {
  /** The two highest of its answers: one of them may be the pair's own. */
  first: number
  second: number
  sure: number
}

/** How surely a sentence is opposed by any other. */
function mostOf(pairs: readonly Answered[]): Map<Passage, Most> {
  const out = new Map<Passage, Most>()
  for (const { a, b, answer } of pairs)
    for (const p of [a, b]) {
      const known = out.get(p) ?? { first: 0, second: 0, sure: 0 }
      out.set(p, known)
      if (answer.differ > known.first) [known.first, known.second] = [answer.differ, known.first]
      else if (answer.differ > known.second) known.second = answer.differ
      if (answer.differ > 0.5) known.sure++
    }
  return out
}

function valuesOf(one: Answered, most: ReadonlyMap<Passage, Most>, passages: Passages): Values {
  const { a, b } = one
  const { same, differ, kinds } = one.answer
  const rivals = [a, b].map((p) => {
    const { first, second } = most.get(p)!
    return first === differ ? second : first
  })
  const others = [a, b].map((p) => most.get(p)!.sure - (differ > 0.5 ? 1 : 0))
  const own = logOdds(differ)
  return {
    ...lookOf(one),
    differ,
    differLogit: own,
    same,
    sameLogit: logOdds(same),
    aheadOfAll: own - logOdds(Math.max(...rivals)),
    aheadOfSome: own - logOdds(Math.min(...rivals)),
    othersLess: Math.log1p(Math.min(...others)),
    othersMore: Math.log1p(Math.max(...others)),
    corrects: passages.corrects(a) || passages.corrects(b) ? 1 : 0,
    shorter: Math.log(1 + Math.min(a.evidence.text.length, b.evidence.text.length)),
    longer: Math.log(1 + Math.max(a.evidence.text.length, b.evidence.text.length)),
    ...Object.fromEntries(
      Object.entries(kinds).flatMap(([kind, chance]) => [
        [`kind ${kind}`, chance],
        [`differ ${kind}`, chance * differ],
      ]),
    ),
  }
}
