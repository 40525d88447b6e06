import { edtfInterval } from '../schema/edtf.js'

/** Stands for "no day known": greater than any first day and less than any last day, so it sorts last both ways. */
export const NO_DAY = 2 ** 52
const OPEN = 2 ** 51

export interface Days {
  readonly from: number
  readonly to: number
}

const bounded = (day: number): number => Math.max(-OPEN, Math.min(OPEN, day))

/** First and last possible day of an EDTF string as integers; without one, a stretch that no filter by day finds. */
export function daysOf(edtf: string | null): Days {
  const interval = edtf === null ? null : edtfInterval(edtf)
  return interval
    ? { from: bounded(interval.earliest), to: bounded(interval.latest) }
    : { from: NO_DAY, to: -NO_DAY }
}
