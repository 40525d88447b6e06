/** Places of a case's words. */
import type { Evidence } from '../../schema/reading.js'

/** They share a character. */
export const touches = (a: Evidence, b: Evidence): boolean =>
  a.file === b.file && a.start < b.end && b.start < a.end

/** Each place once. */
export const unique = (list: readonly Evidence[]): Evidence[] => [
  ...new Map(list.map((e) => [`${e.file} ${e.start} ${e.end}`, e])).values(),
]
