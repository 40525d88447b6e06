import type { Profile } from '../profile.js'

/** What one kind of evidence says of two profiles: `score` from -1 (two) to 1 (one); null where it says nothing. */
export interface Said {
  readonly score: number
  readonly why: string
}
export type Compare = (a: Profile, b: Profile) => Said | null

export const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  return [...small].filter((x) => large.has(x))
}
export const list = (words: readonly string[]): string => words.slice().sort().slice(0, 3).join(', ')
