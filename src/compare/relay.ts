/** What a document passes on of another of the case, and what becomes of it on the way: put more firmly, or changed. */
import type { Finding } from '../schema/reading.js'
import { differences, overlapOf } from './alike.js'
import type { Context } from './context.js'
import { finding, quoted, sideOfStatements } from './finding.js'
import { isPrimary } from './document-kind.js'
import type { Lineage } from './lineage.js'
import { nameOf } from './origins.js'
import { isLater, type Card, type Statement } from './statement.js'
import { WEIGHTS } from './tests.js'
import { isLight } from './words/frames.js'
import { sameUnit } from './words/numbers.js'

export interface Relay {
  readonly from: Statement
  readonly to: Statement
  readonly likeness: number
}

/** The statement of an earlier document that a statement passes on, by what it cites or by the text it repeats. */
export function relayOf(s: Statement, context: Context, lineage: Lineage): Relay | null {
  const card = context.cards.get(s.document)!
  const cited = new Set<Card>()
  for (const teller of s.tellers) for (const c of lineage.publicationOf(teller, card) ?? []) cited.add(c)
  for (const c of lineage.namedIn(s.named, card)) cited.add(c)
  let best: Relay | null = null
  for (const source of cited) {
    if (source.document === card.document || isLater(source, card)) continue
    for (const from of source.statements) {
      const score = passedOn(from, s)
      if (score > (best?.likeness ?? 0.5)) best = { from, to: s, likeness: score }
    }
  }
  return best
}

/** Of statements that say the same, those of a document that cites another's, with the nearest of that other's. */
export function relaysWithin(members: readonly Statement[], context: Context, lineage: Lineage): Relay[] {
  const out: Relay[] = []
  for (const to of members.slice(0, MOST_MEMBERS)) {
    const card = context.cards.get(to.document)!
    const cited = new Set<Card>(lineage.namedIn(to.named, card))
    for (const teller of to.tellers) for (const c of lineage.publicationOf(teller, card) ?? []) cited.add(c)
    for (const source of cited) {
      if (source === card || isLater(source, card)) continue
      const own = members.filter((s) => s.document === source.document)
      // What it puts firmly in another place is no stronger for having been passed on.
      const [from] = own
      if (from && own.every((s) => s.strength < 3)) out.push({ from, to, likeness: LIKELY })
    }
  }
  return out
}
const MOST_MEMBERS = 200
const LIKELY = 0.7

function passedOn(from: Statement, to: Statement): number {
  if (isLight(from.frame) && isLight(to.frame)) return 0
  if (from.polarity !== to.polarity) return 0
  const { shared, ofLess, ofBoth } = overlapOf(from, to)
  // Told of a source by name, one word in common is enough where it is all that is said.
  if (shared < 2 && !(shared === 1 && ofLess > 0.99 && from.frame === to.frame && !isLight(from.frame)))
    return 0
  return 0.45 * ofBoth + 0.3 * ofLess + (from.frame === to.frame ? 0.3 : 0)
}

/** A relay that drops the hedge, strengthens the verb or turns a belief into a fact. */
export function inflation({ from, to, likeness }: Relay, context: Context, lineage: Lineage): Finding | null {
  if (to.strength !== 3 || from.strength === 3 || from.strength === 0 || to.cues.includes('question'))
    return null
  const [a, b] = [context.cards.get(from.document)!, context.cards.get(to.document)!]
  if (isPrimary(b.kind)) return null
  return finding(
    'inflation',
    'certainty',
    [sideOfStatements([from], context, lineage), sideOfStatements([to], context, lineage)],
    `${nameOf(a)} puts it as ${from.strength === 2 ? 'likely or hearsay' : 'possible'}: ${quoted(from)}; ${nameOf(b)} passes it on as a fact: ${quoted(to)}.`,
    WEIGHTS.inflation * (0.5 + 0.5 * likeness),
  )
}

/** A relay that changes a number, a date or a name. */
export function drift({ from, to, likeness }: Relay, context: Context, lineage: Lineage): Finding | null {
  if (from.frame !== to.frame && likeness < 0.75) return null
  const differ = differences(from, to, context).filter((d) => d === 'amount' || d === 'date')
  const [on] = differ
  if (on === undefined) return null
  const [a, b] = [context.cards.get(from.document)!, context.cards.get(to.document)!]
  const figure = from.amounts.find((x) => to.amounts.some((y) => sameUnit(x, y)))
  return finding(
    'drift',
    on === 'amount' && figure ? 'number' : on,
    [sideOfStatements([from], context, lineage), sideOfStatements([to], context, lineage)],
    `${nameOf(a)} has ${quoted(from)}; ${nameOf(b)}, which passes it on, has ${quoted(to)}.`,
    WEIGHTS.drift * (0.5 + 0.5 * likeness),
  )
}
