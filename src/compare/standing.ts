/** Findings about how a proposition stands: behind one origin, in a circle, or behind nobody. */
import type { Finding } from '../schema/reading.js'
import type { Context } from './context.js'
import { isPrimary } from './document-kind.js'
import { finding, quoted, sideOf, type Proposed } from './finding.js'
import { evidenceOf, nameOf } from './origins.js'
import type { Lineage } from './lineage.js'
import type { Statement } from './statement.js'
import { contentWords } from './words/content.js'
import { WEIGHTS } from './tests.js'
import { frameNamed, isLight } from './words/frames.js'

/** So little is said that two sentences share it by chance: 'until there is water', 'they were stolen'; or only that somebody denies. */
const saysLittle = (p: Proposed): boolean =>
  2 * p.members.filter((s) => contentWords(s.evidence.text).length < 3).length >= p.members.length ||
  /^(?:deny|withdraw|know)$/.test(p.members[0]!.frame)

const documentsOf = (p: Proposed): string[] => [...new Set(p.members.map((s) => s.document))]

/** Documents that have it from one another in a circle, or three and more that go back to one origin. */
export function circular(p: Proposed, context: Context, lineage: Lineage): Finding | null {
  const documents = documentsOf(p)
  if (documents.length < 2 || saysLittle(p)) return null
  const circle = p.origins.roots.find((r) => r.circle)
  if (circle && p.origins.established === 0)
    return finding(
      'circular',
      'origin',
      [sideOf(p)],
      `${circle.why} It is said: ${quoted(p.members[0]!)}.`,
      WEIGHTS.circular,
    )
  const mutual = p.origins.established <= 1 ? citeEachOther(documents, context, lineage) : null
  if (mutual)
    return finding(
      'circular',
      'origin',
      [sideOf(p)],
      `${mutual.join(' and ')} cite each other for ${quoted(p.members[0]!)}.`,
      WEIGHTS.circular * 0.8,
    )
  const [root, ...others] = p.origins.roots.filter((r) => r.established && r.count > 0)
  if (!root || others.length > 0 || root.count !== 1 || !relayed(root.paths)) return null
  // Beside those that have it from the one some may say it in their own voice; that makes no second origin.
  const behind = new Set(root.paths.map((path) => path[0]!.document))
  if (behind.size < 3) return null
  const path = [...root.paths]
    .sort((a, b) => b.length - a.length)[0]!
    .map((s) => nameOf(context.cards.get(s.document)!))
  return finding(
    'circular',
    'origin',
    [sideOf(p)],
    `${behind.size} documents carry ${quoted(p.members[0]!)}, and all have it from ${root.who}: ${path.join(' ← ')}.`,
    WEIGHTS.circular * 0.8,
  )
}
/** Two documents of different publishers that name each other. */
function citeEachOther(documents: readonly string[], context: Context, lineage: Lineage): string[] | null {
  const cards = documents.slice(0, 30).map((d) => context.cards.get(d)!)
  for (const [i, a] of cards.entries())
    for (const b of cards.slice(i + 1))
      if (a.publisher !== b.publisher && lineage.namesPublisherOf(a, b) && lineage.namesPublisherOf(b, a))
        return [nameOf(a), nameOf(b)]
  return null
}
const relayed = (paths: readonly (readonly Statement[])[]): boolean => paths.some((path) => path.length > 1)

/** Several documents, and behind all of them one person's word. A record needs no second. */
export function singleOrigin(p: Proposed, context: Context): Finding | null {
  const documents = documentsOf(p)
  const { established } = p.origins
  const [root, ...others] = p.origins.roots.filter((r) => r.established && r.count > 0)
  if (documents.length < 2 || established !== 1 || !root || others.length > 0) return null
  const card = context.cards.get(root.paths[0]!.at(-1)!.document)!
  if (root.kind === 'document' && isPrimary(card.kind)) return null
  // Those that say it in their own voice stand beside it; they are not what rests on the one.
  const behind = [...new Set(root.paths.map((path) => path[0]!.document))]
  const publishers = new Set(behind.map((d) => nameOf(context.cards.get(d)!)))
  if (
    publishers.size < 2 ||
    saysLittle(p) ||
    isLight(p.members[0]!.frame) ||
    p.members.every((s) => s.strength < 2)
  )
    return null
  // Two documents that share a passing remark are nothing to show anybody; a figure or a day in them is.
  if (behind.length < 3 && !p.members.some((s) => s.amounts.length > 0 || s.time !== null)) return null
  return finding(
    'single-origin',
    'origin',
    [sideOf(p)],
    `${behind.length} documents carry ${quoted(p.members[0]!)}, but ${root.who} alone says so.`,
    WEIGHTS.singleOrigin + 0.05 * Math.min(4, behind.length - 2),
  )
}

/** An accusation that a newspaper or blog makes in its own voice, or that "is said", by nobody. */
export function unattributed(p: Proposed, context: Context): Finding | null {
  const accusing = p.members.filter((s) => isAccusation(s, context) && (s.tellers.length === 0 || s.hearsay))
  const [first] = accusing
  if (!first || p.origins.established > 0 || p.origins.roots.some((r) => r.circle)) return null
  // A headline says what the text below it has from somebody.
  const bare = accusing.filter((s) => !s.heading)
  if (bare.length === 0) return null
  return finding(
    'unattributed',
    'accusation',
    [{ evidence: evidenceOf(bare), established: 0 }],
    `${nameOf(context.cards.get(bare[0]!.document)!)} says ${quoted(bare[0]!)} and does not say who says so.`,
    WEIGHTS.unattributed * (bare[0]!.hearsay ? 0.8 : 1),
  )
}

/** Says of somebody named that they did wrong. */
function isAccusation(s: Statement, context: Context): boolean {
  if (!(frameNamed(s.frame)?.accuses ?? false) || s.polarity === 'negative' || s.strength === 0) return false
  const card = context.cards.get(s.document)!
  return (
    !isPrimary(card.kind) &&
    (s.doer === null ? /^(?:he|she)\b/i.test(s.evidence.text) : !s.doer.startsWith('~'))
  )
}
