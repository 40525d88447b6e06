import type { Quantity } from '../../schema/reading.js'

/** A quantity with what its words leave open: "more than 300" has a low bound, "between 10 and 12" two and no value. */
export interface Amount extends Quantity {
  readonly low: number | null
  readonly high: number | null
  /** "About 300". */
  readonly approximate: boolean
}
