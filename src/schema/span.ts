/** Positions are UTF-16 code units into `document.text`: start inclusive, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}
