/** Facts of one life held against one another. */
import type { Raised } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import type { Fact } from './facts.js'

/** Facts by whom they are of, in order. */
export function byBody<T extends Fact>(facts: readonly T[]): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const f of facts) {
    const list = out.get(f.body)
    if (list) list.push(f)
    else out.set(f.body, [f])
  }
  return out
}

/** The head of a sentence, as a finding shows it. */
export const quote = (p: Passage): string => `“${p.evidence.text.replace(/\s+/g, ' ').slice(0, 160)}”`
/** The sentences that facts rest on, each once. */
export const all = (facts: readonly Fact[]): Passage[] => [...new Set(facts.flatMap((f) => f.passages))]
/** An impossibility: `one` leaves no room for `other`. */
export const raised = (
  on: string,
  one: readonly Fact[],
  other: readonly Fact[],
  why: string,
  score: number,
): Raised => ({
  kind: 'impossible',
  on,
  sides: [all(one), all(other)],
  why: `${why}: ${quote(one[0]!.passages[0]!)}; yet ${quote(other[0]!.passages[0]!)}.`,
  score,
})
/** No sentence is behind both. */
export const apartFrom = (a: Fact, b: Fact): boolean => !a.passages.some((p) => b.passages.includes(p))

/** Findings on one thing that share a passage of each side, in either order, are one. Near-linear: each is looked up by its passages. */
export function gathered(list: readonly Raised[]): Raised[] {
  const out: { on: string; first: Raised; sides: [Set<Passage>, Set<Passage>] }[] = []
  const at = new Map<Passage, Set<number>>()
  for (const one of list) {
    const known = [...new Set(one.sides[0]!.flatMap((p) => [...(at.get(p) ?? [])]))].sort((a, b) => a - b)
    const fits = (i: number, turned: 0 | 1): boolean =>
      out[i]!.on === one.on &&
      out[i]!.sides.every((side, k) => one.sides[k === turned ? 0 : 1]!.some((p) => side.has(p)))
    const straight = known.find((i) => fits(i, 0))
    const i = straight ?? known.find((k) => fits(k, 1)) ?? out.length
    const sides = straight === undefined && i < out.length ? [...one.sides].reverse() : one.sides
    out[i] ??= { on: one.on, first: one, sides: [new Set(), new Set()] }
    for (const [k, side] of sides.entries())
      for (const p of side) {
        out[i].sides[k]!.add(p)
        at.set(p, (at.get(p) ?? new Set()).add(i))
      }
  }
  return out.map(({ first, sides }) => ({ ...first, sides: sides.map((side) => [...side]) }))
}
