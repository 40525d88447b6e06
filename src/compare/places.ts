/** Places of a case's words. */
import type { Evidence } from '../schema/reading.js'

/** The same for evidence of the same characters of one file. */
export const placeOf = ({ file, start, end }: Evidence): string => `${file} ${start} ${end}`

/** They share a character. */
export const touches = (a: Evidence, b: Evidence): boolean =>
  a.file === b.file && a.start < b.end && b.start < a.end

/** Each place once. */
export const unique = (list: readonly Evidence[]): Evidence[] => [
  ...new Map(list.map((e) => [placeOf(e), e])).values(),
]
