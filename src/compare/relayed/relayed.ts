/** Drift and inflation on the way from one document into another, as a regression learned from planted truth weighs it (training/relayed.ts). */
import type { Lineage } from '../lineage.js'
import { brief, nearOf } from '../passages/meaning.js'
import type { Passages, Raised } from '../passages/index.js'
import { chanceBy, type Line } from '../regression.js'
import { changesOf, type Change, type Features, type Kind } from './changes.js'
import data from './weights.json' with { type: 'json' }
import { relayedPairs } from './pairs.js'

/** Changes compared in meaning, at most. */
const MOST_COMPARED = 6_000

export interface Weighed extends Change {
  readonly all: Features
}

/** Every change that may be one, with all its features. */
export async function changesIn(passages: Passages, lineage: Lineage): Promise<Weighed[]> {
  const changes = (await relayedPairs(passages, lineage))
    .flatMap((pair) => changesOf(pair, passages))
    .slice(0, MOST_COMPARED)
  const near = await nearOf(
    changes.flatMap(({ from, to, clauses }) =>
      [from.evidence.text, to.evidence.text, ...clauses].map((text) => brief(text.trim())),
    ),
    passages.context,
  )
  const corrected = await correctionsOf(changes, passages)
  const known = changes.map((c) => ({
    whole: near(brief(c.from.evidence.text), brief(c.to.evidence.text)) ?? 0,
    clause: near(brief(c.clauses[0].trim()), brief(c.clauses[1].trim())) ?? 0,
  }))
  // How far a pair lies behind the nearest that its sentence has in that document, and the other way round.
  const most = new Map<string, number>()
  const keysOf = ({ kind, from, to }: Change): readonly [string, string] => [
    `${kind} ${to.document} ${to.sentence} ${from.document}`,
    `${kind} ${from.document} ${from.sentence} ${to.document}`,
  ]
  changes.forEach((c, i) => {
    for (const key of keysOf(c)) most.set(key, Math.max(most.get(key) ?? 0, known[i]!.whole))
  })
  return changes.map((c, i) => {
    const { whole, clause } = known[i]!
    const [forth, back] = keysOf(c)
    return {
      ...c,
      all: {
        ...c.features,
        nearWhole: whole,
        nearClause: clause,
        behind: most.get(forth)! - whole,
        behindBack: most.get(back)! - whole,
        ...corrected(c),
      },
    }
  })
}

/** Whether whoever passed it on has corrected something since, and how near that lies to the sentence. */
async function correctionsOf(
  changes: readonly Change[],
  passages: Passages,
): Promise<(c: Change) => Features> {
  const lines = new Map<string, string[]>()
  for (const p of passages.all) {
    const { publisher } = passages.cardOf(p)
    if (publisher === null || !passages.corrects(p)) continue
    lines.set(publisher, [...(lines.get(publisher) ?? []), brief(p.evidence.text)])
  }
  const near = await nearOf([...lines.values()].flat(), passages.context)
  return ({ to }) => {
    const own = lines.get(passages.cardOf(to).publisher ?? '')
    if (!own) return {}
    const text = brief(to.evidence.text)
    return { corrected: 1, nearCorrection: Math.max(0, ...own.map((line) => near(line, text) ?? 0)) }
  }
}

const LINES: Readonly<Record<Kind, Line>> = data.lines

/** What a case's documents change in what they pass on; none where there is no sentence encoder. */
export async function changedOnTheWay(passages: Passages, lineage: Lineage): Promise<Raised[]> {
  if (!passages.context.embed) return []
  const best = new Map<string, { change: Weighed; score: number }>()
  for (const change of await changesIn(passages, lineage)) {
    const score = chanceBy(LINES[change.kind], change.all)
    if (score < data.accepted[change.kind]) continue
    // One sentence changes one thing of its source, whichever of its sources that stands in.
    const key = `${change.kind} ${change.to.document} ${change.to.sentence}`
    const known = best.get(key)
    if (!known || known.score < score) best.set(key, { change, score })
  }
  return [...best.values()].map(({ change: { kind, on, from, to }, score }) => ({
    kind: kind === 'certainty' ? 'inflation' : 'drift',
    on,
    sides: [[from], [to]],
    why: `${short(from.evidence.text)} became on the way ${short(to.evidence.text)}`,
    score: Math.min(0.85, 0.45 + 0.4 * score),
  }))
}
const short = (text: string): string => `“${text.replace(/\s+/g, ' ').slice(0, 160)}”`
