/** How alike two words of names are across spellings, scripts and transliterations: Хрущёв, Khrushchev, Chruschtschow. */
import anyAscii from 'any-ascii'

/** Letters that write one sound, longest first; what the languages of Latin script spell differently. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shch|szcz|stch|sch|sh|sz/g, 's'],
  [/tsch|tch|cz|tz|ts|ch/g, 'c'],
  [/kh|gh/g, 'h'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/ck|q/g, 'k'],
  [/dzh|zh|dj|dz/g, 'j'],
  [/w/g, 'v'],
  [/ou|oo|oe|ue/g, 'u'],
  [/ae|ai|ei|ay|ey/g, 'e'],
  [/ij|iy|yi|ie|ee|y/g, 'i'],
]

/** A word reduced to its sounds in ASCII: `khrushchev` → `hrusev`. */
export function sounds(word: string): string {
  let plain = anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
  for (const [letters, sound] of SOUNDS) plain = plain.replace(letters, sound)
  return plain.replace(/(.)\1+/g, '$1')
}

/** Pieces of a word's sounds; words that are alike share at least one. */
export function pieces(word: string): string[] {
  const framed = `^${sounds(word)}$`
  const out = new Set<string>()
  for (let i = 0; i + 3 <= framed.length; i++) out.add(framed.slice(i, i + 3))
  return [...out]
}

/** Sounds that transliterations mix up cost half a change. */
const NEAR: readonly string[] = ['aeiou', 'chkgsx', 'bpvf', 'dt', 'szcj', 'mn', 'gjh', 'ij']
const near = (a: string, b: string): boolean => NEAR.some((group) => group.includes(a) && group.includes(b))

/** 0..1: 1 less the changes from one word's sounds to the other's for each sound (weighted Levenshtein). */
export function alike(left: string, right: string): number {
  const [a, b] = [sounds(left), sounds(right)]
  if (a === '' || b === '') return 0
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1]!, b[j - 1]!]
      const change = x === y ? 0 : near(x, y) ? 0.5 : 1
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change))
    }
    row = next
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length)
}
