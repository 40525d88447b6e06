import type { Span } from '../../schema/span.js'

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/**
 * One time as the text puts it, with TimeML's reading of it (TIMEX3, Pustejovsky et al. 2005) beside the EDTF that
 * the contract asks for. Times that belong together ("from 2003 to 2007", "until May") are one expression with parts.
 */
export interface TimeExpression extends Span {
  readonly text: string
  readonly type: TimexType
  /** TIMEX3 value: `2008-Q3`, `2004-W47`, `P6M`, `PRESENT_REF`; X for what is not known. */
  readonly value: string
  /** EDTF; null where the time has no place in the calendar, or the document does not say enough to know it. */
  readonly edtf: string | null
  /** The TIMEX3s inside, where this one joins several or adds a preposition. */
  readonly parts: readonly TimeExpression[]
}

/** The single TIMEX3s of expressions, in document order: ranges are given as their ends. */
export const timexes = (times: readonly TimeExpression[]): TimeExpression[] =>
  times.flatMap((t) => (t.parts.length > 0 ? timexes(t.parts) : [t]))
