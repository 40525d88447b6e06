/** Words of names that may be one, spelled otherwise; and words that tell nothing of what is said. */

/** Verbs of saying tell nothing of what is said. */
export const SAYING = new Set(
  'say tell accord state write claim allege testify report declare maintain explain add call speak word account statement'.split(
    ' ',
  ),
)

/** Letter by letter, or with one letter other: 'Calas', 'Kalas'. */
export function hasName(names: ReadonlySet<string>, word: string): boolean {
  if (names.has(word)) return true
  if (word.length < 5) return false
  for (const other of names) if (oneOff(word, other)) return true
  return false
}
function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [x, y] = [a.slice(i), b.slice(i)]
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
}
