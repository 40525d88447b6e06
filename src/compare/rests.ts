/** What would fall if a document were withdrawn: said beforehand, nothing is changed. */
import type { Compared } from './compare.js'
import { originsOf } from './origins.js'
import { contextOf } from './context.js'
import { lineageOf } from './lineage.js'

export interface Resting {
  /** Propositions that lose origins, or vanish with their only document. */
  readonly propositions: readonly {
    readonly id: string
    readonly text: string
    readonly established: number
    /** What would be left; null where no document would carry it any more. */
    readonly left: number | null
  }[]
  /** Ids of findings of which a side would be empty. */
  readonly findings: readonly string[]
}

/** What rests on a document, by its id: all that would be counted otherwise without it. */
export function restsOn(document: string, { context, proposed, findings }: Compared): Resting {
  const without = contextOf(
    [...context.cards.values()].filter((c) => c.document !== document),
    context,
  )
  const lineage = lineageOf(without)
  const propositions = proposed.flatMap(({ id, members, origins }) => {
    const through =
      members.some((s) => s.document === document) ||
      origins.roots.some((r) => r.paths.some((path) => path.some((s) => s.document === document)))
    if (!through) return []
    const others = members.filter((s) => s.document !== document)
    const left = others.length === 0 ? null : originsOf(others, without, lineage).established
    return left === origins.established
      ? []
      : [{ id, text: members[0]!.evidence.text, established: origins.established, left }]
  })
  const file = context.cards.get(document)?.file
  return {
    propositions,
    findings: findings
      .filter((f) => f.sides.some((side) => side.evidence.every((e) => e.file === file)))
      .map((f) => f.id),
  }
}
