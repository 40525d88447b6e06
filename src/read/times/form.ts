/** What the grammar reads, before it is known when "now" is: forms are anchored by resolve.ts. */
import type { Lexeme } from '../lexemes.js'
import type { Piece } from './inside.js'
import type { Grain, Moment } from './moment.js'

export type Pick = 'last' | 'this' | 'next'

/** A year as given ("2014") or counted from that of publication ("of last year": -1). */
export type YearRef = { readonly given: number } | { readonly shift: number }

/** A piece of any year. */
export type Part =
  | { readonly grain: 'day'; readonly month: number; readonly day: number }
  | { readonly grain: 'month' | 'quarter' | 'half' | 'season'; readonly index: number }
  | { readonly grain: 'holiday'; readonly name: string }

/** From when a time is counted: publication ("last week"), or the time told last ("the next day"). */
export type Base = 'published' | 'narrative'

/** TimeML's modifiers. `UNSURE` is EDTF's question mark. */
export type Modifier = 'START' | 'MID' | 'END' | 'APPROX' | 'UNSURE'

export type Form =
  | {
      readonly kind: 'part'
      readonly part: Part
      readonly year: YearRef | null
      readonly pick: Pick | null
      readonly weekday: number | null
    }
  | { readonly kind: 'moment'; readonly moment: Moment; readonly fiscal: boolean }
  /** A date in figures: first and second number, year; `dayFirst` null where either could be the day. */
  | {
      readonly kind: 'figures'
      readonly first: number
      readonly second: number
      readonly year: number
      readonly dayFirst: boolean | null
    }
  | { readonly kind: 'stamp'; readonly day: number; readonly edtf: string; readonly time: string }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly pick: Pick | null; readonly base: Base }
  | {
      readonly kind: 'offset'
      readonly grain: Grain
      readonly by: number
      readonly base: Base
      readonly about: boolean
    }
  /** "Earlier this year": from the year's first day to now; "later": from now to its last. */
  | { readonly kind: 'tail'; readonly grain: Grain; readonly base: Base; readonly side: 'earlier' | 'later' }
  /** "The past five years"; `amount` null for "the past few years". */
  | {
      readonly kind: 'reach'
      readonly value: string
      readonly step: Step | null
      readonly direction: -1 | 1
      readonly base: Base
    }
  /** A TIMEX3 value that needs no anchor. */
  | { readonly kind: 'plain'; readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'; readonly value: string }
  /** "The first three months of 2009": `ordinal` counts from the front, -1 from the end; 0 is the week around a day. */
  | {
      readonly kind: 'inside'
      readonly piece: Piece
      readonly weekday: number | null
      readonly ordinal: number
      readonly count: number
      readonly of: Form
    }
  /** "On the 15th". */
  | { readonly kind: 'monthday'; readonly day: number }
  /** "At the time": the one told last. */
  | { readonly kind: 'then' }
  /** `time`: TIMEX3's `T15:00`, `TMO`. */
  | { readonly kind: 'clock'; readonly time: string; readonly of: Form | null }
  | { readonly kind: 'modified'; readonly modifier: Modifier; readonly of: Form }
  | { readonly kind: 'range'; readonly from: Read | null; readonly to: Read | null }

/** A length of time in steps of one grain: a fortnight is 14 days, a decade 10 years. */
export interface Step {
  readonly grain: 'day' | 'month' | 'year'
  readonly amount: number
}

/** A form with its lexemes: `first` inclusive, `next` exclusive. */
export interface Read {
  readonly first: number
  readonly next: number
  readonly form: Form
}

/** One family of times: reads the one that begins at lexeme `i`, or gives null. Looks a bounded way ahead and back. */
export type Rule = (l: readonly Lexeme[], i: number) => Read | null
