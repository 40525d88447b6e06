/** Logistic regressions learned by training/check.ts: over pairs of sentences, over what a case holds on one sentence, over answers. */
import learned from './learned.json' with { type: 'json' }

/** Inputs by name. */
export type Values = Readonly<Record<string, number>>

export interface Line {
  readonly bias: number
  readonly weights: Values
}

export interface Model {
  /** Of a draft's sentence and a case's: says the same, speaks of the same matter, says otherwise. */
  readonly pair: Readonly<Record<'says' | 'matter' | 'against', Line>>
  /** Of a draft's sentence and all that the case holds on it: one line a verdict, the highest counts. */
  readonly verdict: Readonly<Record<string, Line>>
  /** Of a sentence of the case: it is what the accused side says to the draft's. */
  readonly answer: Line
  /** Likelihood from which a sentence is given as the answer. */
  readonly answered: number
}

export const MODEL: Model = learned

export function oddsBy({ bias, weights }: Line, values: Values): number {
  let sum = bias
  for (const name in weights) sum += weights[name]! * (values[name] ?? 0)
  return sum
}

export const chanceBy = (line: Line, values: Values): number => 1 / (1 + Math.exp(-oddsBy(line, values)))

/** Log odds of a chance, held off from 0 and 1. */
export const logit = (chance: number): number => Math.log((chance + 0.01) / (1.01 - chance))
