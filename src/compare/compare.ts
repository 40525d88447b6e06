/** The cards of a case's documents → propositions, origins and findings. Nothing is dropped for losing, nothing wins. */
import type { Comparison, Proposition } from '../schema/case.js'
import type { Finding } from '../schema/reading.js'
import { contextOf, remembering, type Context, type Surroundings } from './context.js'
import { conflictOf, type Conflict } from './contradiction.js'
import { finding, hashOf, quoted, sayerOf, sideOf, type Proposed, type Side } from './finding.js'
import { collapse, gather, likeness, pairsOf } from './groups.js'
import { lineageOf, type Lineage } from './lineage.js'
import { evidenceOf, originsOf } from './origins.js'
import { drift, inflation, relayOf, relaysWithin } from './relay.js'
import { indexPassages } from './passages/index.js'
import { passageFindings } from './passages/passages.js'
import { placeOf } from './places.js'
import { sameOf } from './same.js'
import { circular, singleOrigin, unattributed } from './standing.js'
import type { Card, Statement } from './statement.js'
import { onWhat } from './words/on-what.js'
import { LEAST_SCORE } from './tests.js'
import { shown } from './opposed/shown.js'

export interface Compared extends Comparison {
  readonly context: Context
  readonly lineage: Lineage
  readonly proposed: readonly Proposed[]
  /** What the tests raise, whether it is trusted or not. */
  readonly raised: readonly Finding[]
}

/**
 * Compares the documents of a case. The same cards give the same result in any order. With `about`, only what that document has a
 * part in need be found.
 */
export async function compareAll(
  cards: readonly Card[],
  surroundings: Surroundings,
  about: string | null = null,
): Promise<Compared> {
  const context = contextOf(
    [...cards].sort((a, b) => (a.document < b.document ? -1 : 1)),
    remembering(surroundings),
  )
  const lineage = lineageOf(context)
  const all = [...context.cards.values()].flatMap((card) => card.statements)
  const identical = collapse(all)
  const firsts = [...identical.keys()]
  const alike: { a: Statement; b: Statement; likeness: number }[] = []
  const conflicts: Conflict[] = []
  for (const pair of pairsOf(firsts)) {
    const score = likeness(pair.a, pair.b, context)
    // Where meaning is known it tells better than words in common what another document says as well.
    if (score > 0 && (!context.embed || pair.a.document === pair.b.document))
      alike.push({ ...pair, likeness: score })
    else if (score > 0) continue
    else {
      const conflict = conflictOf(pair.a, pair.b, context)
      if (conflict) conflicts.push(conflict)
    }
  }
  alike.push(...(await sameOf(firsts, context)))
  const proposed = gather(firsts, alike, context).map(({ members }) => {
    const statements = members.flatMap((m) => identical.get(m)!)
    return {
      id: hashOf('proposition', ...statements.map((s) => s.id).sort()),
      members: statements,
      origins: originsOf(statements, context, lineage),
    }
  })
  const { raised, findings } = await findingsOf(proposed, conflicts, context, lineage, about)
  return { context, lineage, proposed, propositions: proposed.map(propositionOf), raised, findings }
}

function propositionOf({ id, members, origins }: Proposed): Proposition {
  return {
    id,
    text: members.reduce((best, s) => (better(s, best) ? s : best)).evidence.text,
    evidence: evidenceOf(members),
    documents: new Set(members.map((s) => s.document)).size,
    origins: { established: origins.established, unknown: origins.unknown, list: origins.list },
  }
}
/** The statement whose words stand best alone: put firmly, naming whom it speaks of, no headline. */
const better = (a: Statement, b: Statement): boolean => worth(a) > worth(b)
const worth = (s: Statement): number =>
  s.strength + s.entities.length - (s.heading ? 3 : 0) - s.evidence.text.length / 1000

async function findingsOf(
  proposed: readonly Proposed[],
  conflicts: readonly Conflict[],
  context: Context,
  lineage: Lineage,
  about: string | null,
): Promise<{ raised: Finding[]; findings: Finding[] }> {
  const of = new Map<Statement, Proposed>(proposed.flatMap((p) => p.members.map((s) => [s, p] as const)))
  const out: Finding[] = []
  const relays = [...context.statements.values()].flatMap((s) =>
    corrects(context.cards.get(s.document)!) ? [] : (relayOf(s, context, lineage) ?? []),
  )
  const drifted = new Set<string>()
  for (const relay of relays) {
    const changed = drift(relay, context, lineage)
    if (changed) drifted.add(`${relay.from.id} ${relay.to.id}`)
    out.push(...[changed, changed ? null : inflation(relay, context, lineage)].filter((f) => f !== null))
  }
  const relayed = new Set(out.filter((f) => f.kind === 'inflation').map((f) => f.id))
  for (const p of proposed)
    for (const relay of relaysWithin(p.members, context, lineage)) {
      if (corrects(context.cards.get(relay.to.document)!)) continue
      const stronger = inflation(relay, context, lineage)
      if (stronger && !relayed.has(stronger.id)) out.push(stronger)
    }
  out.push(...contradictions(conflicts, of, drifted, context))
  for (const p of proposed)
    out.push(
      ...[circular(p, context, lineage) ?? singleOrigin(p, context), unattributed(p, context)].filter(
        (f) => f !== null,
      ),
    )
  const passages = indexPassages(context)
  out.push(...(await passageFindings(passages, lineage, out)))
  const once = new Map<string, Finding>()
  for (const f of out) if (f.score >= LEAST_SCORE && !once.has(f.id)) once.set(f.id, f)
  const surest = (a: Finding, b: Finding): number => b.score - a.score || (a.id < b.id ? -1 : 1)
  const raised = [...once.values()].sort(surest)
  return { raised, findings: (await shown(raised, passages, lineage, about)).sort(surest) }
}

/** A correction repeats what it takes back. */
const corrects = (card: Card): boolean =>
  card.retracts || /\b(?:correction|clarification|apology|retraction)s?\b/i.test(card.title ?? '')

/** One finding for two propositions that differ in one thing, however many of their statements do. */
function contradictions(
  conflicts: readonly Conflict[],
  of: ReadonlyMap<Statement, Proposed>,
  drifted: ReadonlySet<string>,
  context: Context,
): Finding[] {
  const best = new Map<string, Conflict>()
  for (const conflict of conflicts) {
    const { a, b } = conflict
    if (drifted.has(`${a.id} ${b.id}`) || drifted.has(`${b.id} ${a.id}`)) continue
    const key = [of.get(a)!.id, of.get(b)!.id].sort().join(' ')
    const known = best.get(key)
    // A plain account of the opposite makes more of it than a denial.
    const kind =
      known && [known.kind, conflict.kind].includes('contradiction') ? 'contradiction' : conflict.kind
    best.set(key, !known || known.score < conflict.score ? { ...conflict, kind } : { ...known, kind })
  }
  return [...best.values()].flatMap(({ a, b, kind, on, score }) => {
    const sides = opposed(a, b, of)
    return sides === null
      ? []
      : [
          finding(
            kind,
            on,
            sides,
            `${sayerOf(a, context)}: ${quoted(a)}; ${sayerOf(b, context)}: ${quoted(b)}. ${onWhat(on)}`,
            score,
          ),
        ]
  })
}

/** The sides of two statements that conflict: nothing stands on both. Null where they are the same words. */
function opposed(
  a: Statement,
  b: Statement,
  of: ReadonlyMap<Statement, Proposed>,
): readonly [Side, Side] | null {
  if (placeOf(a.evidence) === placeOf(b.evidence)) return null
  const side = (own: Statement, other: Statement): Side => {
    const [mine, theirs] = [sideOf(of.get(own)!), sideOf(of.get(other)!)]
    const there = new Set(theirs.evidence.map(placeOf))
    const others = mine.evidence.filter((e) => !there.has(placeOf(e)) && placeOf(e) !== placeOf(own.evidence))
    return { ...mine, evidence: [own.evidence, ...others] }
  }
  return [side(a, b), side(b, a)]
}
