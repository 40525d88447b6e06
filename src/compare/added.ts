/**
 * One document more, against those of the case that share a block with it: a store keeps the keys of `keysOf` for every
 * statement, fetches by the keys of the new card, and hands over the cards it finds cut down to those statements.
 */
import { blocksOf } from './blocks.js'
import { compareAll, type Compared } from './compare.js'
import type { Surroundings } from './context.js'
import type { Card } from './statement.js'

/** The block keys of a card's statements, to be kept beside them. */
export const keysOf = (card: Card): { readonly statement: string; readonly key: string }[] =>
  card.statements.flatMap((s) => blocksOf(s).map((key) => ({ statement: s.id, key })))

/** A card with only some of its statements. */
export const cutTo = (card: Card, statements: ReadonlySet<string>): Card => ({
  ...card,
  statements: card.statements.filter((s) => statements.has(s.id)),
})

/** The propositions and findings that the new card has a part in; `near` are the cards that share a block with it. */
export async function compareAdded(
  added: Card,
  near: readonly Card[],
  surroundings: Surroundings,
): Promise<Compared> {
  const compared = await compareAll(
    [...near.filter((c) => c.document !== added.document), added],
    surroundings,
    added.document,
  )
  const touches = (evidence: readonly { readonly file: string }[]): boolean =>
    evidence.some((e) => e.file === added.file)
  const proposed = compared.proposed.filter((p) => p.members.some((s) => s.document === added.document))
  const ids = new Set(proposed.map((p) => p.id))
  return {
    ...compared,
    proposed,
    propositions: compared.propositions.filter((p) => ids.has(p.id)),
    findings: compared.findings.filter((f) => f.sides.some((side) => touches(side.evidence))),
  }
}
