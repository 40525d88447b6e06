/** Names that are equal, or of which one is short for the other, found by index rather than all against all. */
import { acronymsOf, isInitial, mayShorten, sameName, type NameParts } from './name-parts.js'

export interface Named {
  readonly index: number
  readonly parts: NameParts
}

export interface Joining {
  /** Makes two one, unless something speaks against it; true where they are one afterwards. */
  join(a: number, b: number): boolean
  isOne(a: number, b: number): boolean
}

/** Of the names that share a key, no more are looked at: what stands farther away is seldom meant. */
const REACH = 50

/**
 * Joins each name to its first equal, and each short name to the latest longer one before it that it may stand for. One that
 * comes before any ("Brock Resigns", "NAO") is joined to a later one if only one is possible.
 */
export function joinNames(names: readonly Named[], { join, isOne }: Joining): void {
  const equals = new Map<string, number>()
  const index = new Map<string, Named[]>()
  const waiting: Named[] = []
  for (const name of names) {
    const { parts, gender, generation } = name.parts
    if (parts.length === 0) continue
    const key = `${parts.join(' ')}|${gender ?? ''}|${generation ?? ''}`
    const known = equals.get(key)
    if (known !== undefined) {
      join(name.index, known)
      continue
    }
    equals.set(key, name.index)
    const before = longerNames(name, index, 'latest').sort((a, b) => b.index - a.index)
    if (!before.some((long) => join(name.index, long.index))) waiting.push(name)
    for (const entry of entriesOf(name.parts)) {
      const list = index.get(entry)
      if (list) list.push(name)
      else index.set(entry, [name])
    }
  }
  for (const name of waiting) {
    const [one, ...more] = longerNames(name, index, 'next')
    if (one && more.every((m) => isOne(m.index, one.index))) join(name.index, one.index)
  }
}

/** The names in the index that `name` may stand for: the latest in it, or the next after it in the text. */
function longerNames(
  name: Named,
  index: ReadonlyMap<string, readonly Named[]>,
  which: 'latest' | 'next',
): Named[] {
  const near = lookupsOf(name.parts).flatMap((key) => {
    const list = index.get(key) ?? []
    if (which === 'latest') return list.slice(-REACH)
    const from = firstAfter(list, name.index)
    return list.slice(from, from + REACH)
  })
  return [...new Set(near)].filter((n) => sameName(name.parts, n.parts) || mayShorten(name.parts, n.parts))
}

function firstAfter(list: readonly Named[], index: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.index <= index) low = middle + 1
    else high = middle
  }
  return low
}

/** The keys under which shorter names find a name. */
function entriesOf(name: NameParts): string[] {
  const { parts } = name
  const entries = [`last ${parts.at(-1)!}`, ...acronymsOf(name).map((a) => `acronym ${a}`)]
  if (parts.length > 1 && !isInitial(parts[0]!)) entries.push(`first ${parts[0]!}`)
  return entries
}

/** The keys of the longer names that a name may stand for. */
function lookupsOf({ parts }: NameParts): string[] {
  const last = parts.at(-1)!
  return parts.length > 1 ? [`last ${last}`] : [`last ${last}`, `first ${last}`, `acronym ${last}`]
}
