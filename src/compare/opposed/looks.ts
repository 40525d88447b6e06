/** Which pairs the network is asked about: it takes milliseconds a pair, so that of a large case only the likeliest are. */
import data from './weights.json' with { type: 'json' }
import { matterOfPair } from '../apart/matter.js'
import { sightOf } from '../apart/sight.js'
import type { Passages } from '../passages/index.js'
import { brief, nearOf } from '../passages/meaning.js'
import { oddsBy, type Values } from '../regression.js'
import { pairsOf, type Met } from './pairs.js'

/**
 * Pairs of a case that the network is asked about: of a small one all that share rare words, of a larger one so many a document. With
 * ten a document four in five quarrels are found of those that all would give (left out in turn, thirty affairs).
 */
const asked = (documents: number): number => Math.min(8_000, Math.max(2_000, 6 * documents))
/** So many times as many are embedded to choose them. */
const EMBEDDED = 2

export interface Looked extends Met {
  readonly matter: Values
  /** Cosine of what the two mean; 0 where there is no encoder. */
  readonly near: number
}

/** What is known of a pair before its meaning is. */
export const glanceOf = ({ shared, rank }: Met, matter: Values): Values => ({
  ...matter,
  shared,
  rank: Math.log1p(rank),
})
/** And with it. */
export const lookOf = (one: Looked): Values => ({
  ...glanceOf(one, one.matter),
  near: one.near,
  nearSquared: one.near ** 2,
})

/** The likeliest pairs, in the case's order. */
export async function lookedAt(passages: Passages, about: string | null = null): Promise<Looked[]> {
  const most = asked(passages.context.cards.size)
  const met = pairsOf(passages, about).map((one) => ({
    ...one,
    matter: matterOfPair(sightOf(one.a), sightOf(one.b), passages),
  }))
  const glanced = likeliest(met, (one) => oddsBy(data.glance, glanceOf(one, one.matter)), EMBEDDED * most)
  const texts = new Set(glanced.flatMap(({ a, b }) => [brief(a.evidence.text), brief(b.evidence.text)]))
  const near = await nearOf(texts, passages.context)
  const looked = glanced.map((one) => ({
    ...one,
    near: near(brief(one.a.evidence.text), brief(one.b.evidence.text)) ?? 0,
  }))
  return likeliest(looked, (one) => oddsBy(data.look, lookOf(one)), most)
}

function likeliest<T>(list: readonly T[], odds: (one: T) => number, most: number): T[] {
  if (list.length <= most) return [...list]
  const scored = list.map((one, i) => ({ one, i, at: odds(one) }))
  return scored
    .sort((x, y) => y.at - x.at || x.i - y.i)
    .slice(0, most)
    .sort((x, y) => x.i - y.i)
    .map(({ one }) => one)
}
