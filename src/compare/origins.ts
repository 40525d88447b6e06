/**
 * Who stands behind a proposition: the ends of its chains, followed through the documents of the case and joined where
 * they are one. What nobody can be named for is of unknown lineage and counts as no origin.
 */
import { placeOf } from './places.js'
import type { Origin } from '../schema/case.js'
import type { Evidence } from '../schema/reading.js'
import type { Context } from './context.js'
import { type Joined, joinRoots } from './join-roots.js'
import type { Lineage } from './lineage.js'
import type { Statement } from './statement.js'
import { isBefore, trace } from './trace.js'

export { nameOf } from './trace.js'

export interface Origins {
  readonly established: number
  readonly unknown: number
  readonly roots: readonly Joined[]
  readonly list: readonly Origin[]
}

/** The origins of statements that say the same. */
export function originsOf(members: readonly Statement[], context: Context, lineage: Lineage): Origins {
  const byDocument = new Map<string, Statement[]>()
  for (const s of members) {
    const list = byDocument.get(s.document)
    if (list) list.push(s)
    else byDocument.set(s.document, [s])
  }
  const earliest = [...byDocument.keys()]
    .map((d) => context.cards.get(d)!)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .slice(0, MOST_EARLIEST)
  const roots = members.map((s) => trace(s, [], { context, lineage, byDocument, earliest }))
  const joined = joinRoots(roots, context, lineage)
  const established = joined.filter((r) => r.established).reduce((n, r) => n + r.count, 0)
  const unknown = joined.filter((r) => !r.established).length
  return {
    established,
    unknown,
    roots: joined,
    list: joined.map((r) => ({
      who: r.who,
      kind: r.kind,
      count: r.established ? r.count : 0,
      evidence: evidenceOf(r.paths.flat()),
      why: r.why,
    })),
  }
}
/** Documents that later ones may repeat: of thousands of copies the first stand for all. */
const MOST_EARLIEST = 40
const MOST_EVIDENCE = 50
/** The evidence of statements, each place once, the first 50. */
export function evidenceOf(statements: readonly Statement[]): Evidence[] {
  const seen = new Map<string, Evidence>()
  for (const { evidence } of statements) {
    const key = placeOf(evidence)
    if (!seen.has(key) && seen.size < MOST_EVIDENCE) seen.set(key, evidence)
  }
  return [...seen.values()]
}
