/** Logistic regressions that the scripts of training/ learned, over inputs by name. */

export type Values = Readonly<Record<string, number>>

export interface Line {
  readonly bias: number
  readonly weights: Values
}

/** Log odds; an input that is not there is 0. */
export function oddsBy({ bias, weights }: Line, values: Values): number {
  let sum = bias
  for (const name in weights) sum += weights[name]! * (values[name] ?? 0)
  return sum
}

/** Log odds of a chance, held off from 0 and 1 by `least`. */
export const logOdds = (chance: number, least = 0.001): number =>
  Math.log((chance + least) / (1 + least - chance))

/** 0..1. */
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))
export const chanceBy = (line: Line, values: Values): number => chanceOf(oddsBy(line, values))
