/** What a sentence of a draft and a sentence of a case have in common, in numbers that weights are learned for. */

export interface Features {
  /** Cosine of the two sentences; of the two that are nearest among them and what is said in them. */
  readonly near: number
  readonly nearest: number
  /** Weight of the draft's words that the passage has; that it or its neighbours have; of the passage's that the draft has. */
  readonly covered: number
  readonly coveredAround: number
  readonly filled: number
  /** Weight of the draft's names that the passage has; that it or its neighbours have. */
  readonly named: number
  readonly namedAround: number
  /** Share of the draft's verbs that the passage has. */
  readonly verbs: number
  /** Figures, days and times of day: in common, missing from the passage, different. */
  readonly figures: number
  readonly figuresMissing: number
  readonly figuresApart: number
  readonly days: number
  readonly daysMissing: number
  readonly daysApart: number
  readonly clocksApart: number
  /** One of them says that it is not so, of what the other says. */
  readonly denied: number
  /** Both deny it. */
  readonly bothDeny: number
  /** Cosine of the draft's sentence and what the passage denies; 0 where it denies nothing. */
  readonly deniedNear: number
  /** One whom the draft names says the passage. */
  readonly theirs: number
  /** 'All ten', where the other has nine. */
  readonly allApart: number
  /** Figures that count nothing named, and differ. */
  readonly bareApart: number
  readonly exclusive: number
  readonly placesApart: number
  readonly hedged: number
  readonly short: number
  /** Chances that both say the same and that both cannot hold, as a network judges; 0 where there is none. */
  readonly same: number
  readonly differ: number
}
