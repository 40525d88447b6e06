/** A finding with a stable id: the same claims give the same finding in every run. */
import { createHash } from 'node:crypto'
import type { Evidence, Finding, FindingKind } from '../schema/reading.js'
import type { Context } from './context.js'
import { originsOf, evidenceOf, nameOf, type Origins } from './origins.js'
import { placeOf } from './places.js'
import type { Statement } from './statement.js'
import type { Lineage } from './lineage.js'

/** Statements that say the same, with who stands behind them. */
export interface Proposed {
  readonly id: string
  readonly members: readonly Statement[]
  readonly origins: Origins
}

export interface Side {
  readonly evidence: readonly Evidence[]
  readonly established: number
}

/** An id of 16 hex digits for these parts in this order. */
export const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16)

/** A side of a finding that is a whole proposition. */
export const sideOf = (p: Proposed): Side => ({
  evidence: evidenceOf(p.members),
  established: p.origins.established,
})

/** A side of a finding that is these statements, with their origins counted. */
export function sideOfStatements(statements: readonly Statement[], context: Context, lineage: Lineage): Side {
  return {
    evidence: evidenceOf(statements),
    established: originsOf(statements, context, lineage).established,
  }
}

/** A finding of these sides; `on` is what they differ on, `score` is clipped to 0..1. The order of the sides does not change its id. */
export function finding(
  kind: FindingKind,
  on: string,
  sides: readonly Side[],
  why: string,
  score: number,
): Finding {
  const places = sides.map((s) => s.evidence.map(placeOf).sort().join(' ')).sort()
  return {
    id: hashOf(kind, ...places),
    kind,
    sides,
    on,
    why,
    score: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100,
  }
}

const LONGEST = 120
/** A statement's words for a sentence of ours. */
export function quoted(s: Statement): string {
  const text = s.evidence.text
    .replace(/\s+/g, ' ')
    .replace(/^["“”'‘’]+|["“”'‘’,]+$/g, '')
    .trim()
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text}”`
}

/** Who says a statement, for a sentence of ours. */
export function sayerOf(s: Statement, context: Context): string {
  const card = context.cards.get(s.document)!
  const last = s.tellers.at(-1)
  if (last && last.name.trim() !== '') {
    const name = (last.entity && last.count === 1 ? context.nameOf(last.entity) : '') || last.name
    return `${name} (in ${nameOf(card)})`
  }
  return nameOf(card)
}
