/** What comparing is told from outside: the cards of the documents, and what the gazetteer and the sentence encoder know. */
import type { Related, Said } from '../inference/relate.js'
import type { Card, Statement } from './statement.js'

export interface Surroundings {
  readonly nameOf: (entity: string) => string
  /** True where one place lies in the other; ids of case entities or names. */
  readonly within: (inner: string, outer: string) => boolean
  /** Vectors of length 1 for texts, or null where there is no encoder. */
  readonly embed: ((texts: readonly string[]) => Promise<readonly Float32Array[]>) | null
  /** Whether two sentences say the same, cannot both hold or neither; null where there is no network for it. */
  readonly relate?: ((pairs: readonly (readonly [Said, Said])[]) => Promise<readonly Related[]>) | null
}

export interface Context extends Surroundings {
  readonly cards: ReadonlyMap<string, Card>
  readonly statements: ReadonlyMap<string, Statement>
}

/** Cards by document and statements by id, with what is known from outside. */
export const contextOf = (cards: readonly Card[], surroundings: Surroundings): Context => ({
  ...surroundings,
  cards: new Map(cards.map((card) => [card.document, card])),
  statements: new Map(cards.flatMap((card) => card.statements.map((s) => [s.id, s] as const))),
})

/** The same, with answers of the network for pairs kept: several tests ask about the same two sentences. */
export function remembering(surroundings: Surroundings): Surroundings {
  const { relate } = surroundings
  if (!relate) return surroundings
  const known = new Map<string, Related>()
  const keyOf = (pair: readonly [Said, Said]): string =>
    JSON.stringify(pair.map(({ text, who, when }) => [text, who, when]).sort())
  return {
    ...surroundings,
    async relate(pairs) {
      const keys = pairs.map(keyOf)
      const fresh = [...new Map(keys.map((key, i) => [key, pairs[i]!])).entries()].filter(
        ([key]) => !known.has(key),
      )
      const answers = await relate(fresh.map(([, pair]) => pair))
      fresh.forEach(([key], i) => known.set(key, answers[i]!))
      return keys.map((key) => known.get(key)!)
    },
  }
}
