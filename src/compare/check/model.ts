/** Logistic regressions learned by training/check.ts: over pairs of sentences, over what a case holds on one sentence, over answers. */
import { logOdds, type Line } from '../regression.js'
import learned from './learned.json' with { type: 'json' }

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

/** Log odds of a chance, held off from 0 and 1. */
export const logit = (chance: number): number => logOdds(chance, 0.01)
