/** Statements that say the same, gathered: identical ones first, then those whose words differ. */
import { differences, figuresFit, overlapOf, sameMatter } from './alike.js'
import { blocksOf } from './blocks.js'
import { sameTense } from './meant.js'
import { areApart } from './sameness.js'
import type { Surroundings } from './context.js'
import type { Statement } from './statement.js'
import { sameAmount, sameUnit } from './words/numbers.js'

/** Statements of a block that are compared with one another; in a fuller block each only with its nearest. */
const FULL = 60
const NEAREST = 12

export interface Pair {
  readonly a: Statement
  readonly b: Statement
}

/** What a statement says, as a key: equal keys are the same in every word that counts. */
const exactly = (s: Statement): string =>
  [
    s.frame,
    s.polarity,
    s.doer,
    s.patient,
    s.time,
    s.place,
    [...s.entities].sort(),
    [...s.stems].sort(),
    s.amounts.map((a) => `${a.bound[0]}${a.value}${a.unit}`),
  ].join('¦')

/** One statement for all that are identical, and which those are. */
export function collapse(statements: readonly Statement[]): Map<Statement, Statement[]> {
  const first = new Map<string, Statement>()
  const groups = new Map<Statement, Statement[]>()
  for (const s of statements) {
    const key = exactly(s)
    const known = first.get(key)
    if (known) groups.get(known)!.push(s)
    else {
      first.set(key, s)
      groups.set(s, [s])
    }
  }
  return groups
}

/**
 * Pairs of statements that share a block, each once, in a stable order. Memory and time grow with the number of keys:
 * a block that is too full is sorted and each statement meets its neighbours only.
 */
export function* pairsOf(statements: readonly Statement[]): Generator<Pair> {
  // One number a key and owner: a 32-bit hash above, the owner's index below, so that one sort gathers the blocks.
  const all: number[] = []
  for (const [i, s] of statements.entries()) for (const key of blocksOf(s)) all.push(hash(key) * SHIFT + i)
  const rows = Float64Array.from(all).sort()
  const seen = new Set<number>()
  for (let from = 0; from < rows.length;) {
    const block = Math.floor(rows[from]! / SHIFT)
    let to = from + 1
    while (to < rows.length && Math.floor(rows[to]! / SHIFT) === block) to++
    if (to - from > 1) {
      const members = [...new Set([...rows.subarray(from, to)].map((row) => row % SHIFT))]
      const full = members.length > FULL
      if (full) members.sort((x, y) => byContent(statements[x]!, statements[y]!))
      for (let i = 0; i < members.length; i++)
        for (let j = i + 1; j < Math.min(members.length, full ? i + 1 + NEAREST : members.length); j++) {
          const [x, y] = [Math.min(members[i]!, members[j]!), Math.max(members[i]!, members[j]!)]
          const id = x * SHIFT + y
          if (seen.has(id)) continue
          seen.add(id)
          yield { a: statements[x]!, b: statements[y]! }
        }
      // What was seen long ago is compared again rather than remembered for ever.
      if (seen.size > 4_000_000) seen.clear()
    }
    from = to
  }
}
const SHIFT = 2 ** 21
const byContent = (a: Statement, b: Statement): number => {
  const [x, y] = [
    `${a.frame} ${[...a.stems].sort().join(' ')}`,
    `${b.frame} ${[...b.stems].sort().join(' ')}`,
  ]
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
}

function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

/** Statements of one proposition; `says` is what none of them contradicts. */
export interface Group {
  readonly members: Statement[]
}

/**
 * Gathers statements into groups that say the same, the likest first; a statement joins only a group of which it
 * contradicts no member's figures, times, places or polarity. `alike` are pairs found to mean the same with their likeness.
 */
export function gather(
  statements: readonly Statement[],
  alike: readonly { readonly a: Statement; readonly b: Statement; readonly likeness: number }[],
  surroundings: Surroundings,
): Group[] {
  const groupOf = new Map<Statement, Group>(statements.map((s) => [s, { members: [s] }]))
  const sorted = [...alike].sort((x, y) => y.likeness - x.likeness || (x.a.id < y.a.id ? -1 : 1))
  const linked = new Set(sorted.map(({ a, b }) => pairKey(a, b)))
  for (const { a, b } of sorted) {
    const [x, y] = [groupOf.get(a)!, groupOf.get(b)!]
    if (x === y) continue
    const [small, large] = x.members.length < y.members.length ? [x, y] : [y, x]
    if (!hangTogether(small, large, linked)) continue
    // A group's first members stand for it once there are many.
    if (
      small.members
        .slice(0, 20)
        .some((s) => large.members.slice(0, 20).some((l) => areApart(s, l, surroundings)))
    )
      continue
    for (const member of small.members) {
      large.members.push(member)
      groupOf.set(member, large)
    }
  }
  return [...new Set(groupOf.values())]
}

const pairKey = (a: Statement, b: Statement): string => (a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`)
/** Of two groups' first members at least this share must be found alike, lest a chain of likenesses runs away. */
const SHARE = 0.34
function hangTogether(a: Group, b: Group, linked: ReadonlySet<string>): boolean {
  const [x, y] = [a.members.slice(0, 12), b.members.slice(0, 12)]
  const needed = SHARE * x.length * y.length
  let found = 0
  for (const s of x) for (const t of y) if (linked.has(pairKey(s, t)) && ++found >= needed) return true
  return false
}

/** Whether two statements of one frame say the same, and how alike they are; 0 where not. */
export function likeness(a: Statement, b: Statement, surroundings: Surroundings): number {
  if (
    !sameTense(a, b) ||
    !sameMatter(a, b, surroundings) ||
    differences(a, b, surroundings).length > 0 ||
    !figuresFit(a, b)
  )
    return 0
  if (a.cues.includes('question') !== b.cues.includes('question')) return 0
  if (a.cues.includes('addressed') || b.cues.includes('addressed')) return 0
  const { ofBoth, ofLess } = overlapOf(a, b)
  const figures = a.amounts.some((x) => b.amounts.some((y) => sameUnit(x, y) && sameAmount(x, y))) ? 0.2 : 0
  return 0.5 * ofBoth + 0.3 * ofLess + figures
}
