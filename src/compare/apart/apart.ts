/** Sentences that differ in a figure, a day, an hour, a place or in whether, and are likely of one matter. */
import type { Passages, Raised } from '../passages/index.js'
import { ACCUSING } from '../passages/words.js'
import { candidatesOf } from './candidates.js'
import { differencesOf, type Difference, type Features } from './difference.js'
import { featuresOf } from './features.js'
import { gathered, type Accepted, type Quarrel } from './gather.js'
import { matterOfPair } from './matter.js'
import { ACCEPTED, likelihood } from './model.js'
import { nearnessOf } from './nearness.js'

/** Sentences that are compared by meaning, at most; the pairs that share most come first. */
const MOST_COMPARED = 4_000

/** What sentences of a case say against one another. None where there is no sentence encoder: words alone err too often. */
export async function standingApart(passages: Passages): Promise<Raised[]> {
  const { embed } = passages.context
  if (!embed) return []
  const differences = differencesIn(passages).slice(0, MOST_COMPARED)
  const nearness = await nearnessOf(differences, embed)
  const features = featuresOf(differences, nearness, passages)
  const accepted = differences.flatMap((difference, i): Accepted[] => {
    const score = likelihood(difference.on, features[i]!)
    return score >= ACCEPTED[difference.on] ? [{ difference, score }] : []
  })
  return gathered(likeliest(accepted)).map(raisedOf)
}

/** Differences that would be accepted if their sentences lay as near in meaning as can be. */
function differencesIn(passages: Passages): Difference[] {
  const out: Difference[] = []
  for (const [a, b] of candidatesOf(passages)) {
    let matter: Features | null = null
    for (const difference of differencesOf(a, b, passages)) {
      matter ??= matterOfPair(a, b, passages)
      const best = {
        ...matter,
        ...difference.features,
        nearWhole: 0.9,
        nearClause: 0.95,
        near: 1.85,
        rank: 0,
      }
      if (likelihood(difference.on, best) >= ACCEPTED[difference.on]) out.push(difference)
    }
  }
  return out
}

/** Of a sentence's figure the differences that are nearly as likely as its likeliest: it is contradicted by one other or two, not by all. */
export function likeliest(accepted: readonly Accepted[]): Accepted[] {
  const most = new Map<string, number>()
  const keysOf = ({ difference: { on, a, b, values } }: Accepted): string[] =>
    [a, b].map(({ passage: p }, i) => `${on} ${p.document} ${p.sentence} ${values[i]!}`)
  for (const one of accepted)
    for (const key of keysOf(one)) most.set(key, Math.max(most.get(key) ?? 0, one.score))
  return accepted.filter(
    (one) =>
      one.difference.on === 'whether' || keysOf(one).every((key) => one.score >= NEARLY * most.get(key)!),
  )
}
const NEARLY = 0.8

const NAMES = { number: 'number', date: 'date', time: 'time', place: 'place', whether: 'whether' } as const

function raisedOf({ best: { difference, score }, sides }: Quarrel): Raised {
  const kind = kindOf(difference)
  return {
    kind,
    on: kind === 'disputed' ? 'denial' : isMoney(difference) ? 'amount' : NAMES[difference.on],
    sides,
    why: '',
    score: Math.min(0.85, 0.4 + 0.45 * score),
  }
}

const isMoney = ({ on, features }: Difference): boolean => on === 'number' && features['money'] === 1

/** A denial, or an answer of who is accused, is disputed; two accounts contradict each other. */
function kindOf({ on, x, a, b }: Difference): 'contradiction' | 'disputed' {
  if (on !== 'whether') return 'contradiction'
  const denier = a.negations.includes(x as never) ? a : b
  const other = denier === a ? b : a
  const accused = other.passage.words.some((w) => ACCUSING.has(w))
  const own = /\b(?:I|we)\b/.test(denier.passage.evidence.text)
  return ('denial' in x && x.denial === true) || (accused && own) ? 'disputed' : 'contradiction'
}
