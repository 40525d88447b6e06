/** One sentence of a draft against what a case holds: what carries it, what speaks against it, and how it stands. */
import type { Checked } from '../schema/case.js'
import type { Finding } from '../schema/reading.js'
import type { Span } from '../schema/span.js'
import { answerOf } from './answer.js'
import { reasonOf, verdictOf } from './check/decide.js'
import { foundFor, mayReply, vectorsOf, type Sought } from './check/found.js'
import { groundOf, spokenOf, type Ground } from './check/ground.js'
import { givesBoth } from './check/kind.js'
import { MODEL } from './check/model.js'
import { unique } from './places.js'
import { standingOf } from './check/standing.js'
import { traitsOf } from './check/traits.js'
import type { Compared } from './compare.js'
import type { Context } from './context.js'
import type { Card } from './statement.js'

export interface Index extends Sought {
  readonly compared: Compared
  /** The documents of the case that share most with the draft. */
  readonly near: readonly Card[]
}

/**
 * What a draft is checked with. `context` is the case's, with the draft beside its documents and with networks that are open;
 * `contested` is what the case's documents say against the draft's sentences, found as between any two documents. The case's
 * sentences are laid out once for each case.
 */
export function indexOf(
  compared: Compared,
  context: Context,
  draft: Card,
  contested: readonly Finding[] = [],
): Index {
  const ground = groundOf(compared.context)
  const near = nearOf(draft, ground, context)
  const pool = near.flatMap((card) => card.passages ?? []).slice(0, MOST_MEANT)
  return {
    compared,
    ground,
    near,
    context,
    contested,
    findings: compared.findings,
    vectors: vectorsOf(context),
    pool,
    replies: pool.filter(mayReply),
  }
}

/** The documents of a case that a draft is compared with: those that share most with it. */
function nearOf(draft: Card, ground: Ground, context: Context): Card[] {
  const documents = new Map<string, number>()
  for (const passage of draft.passages ?? [])
    for (const [rank, p] of ground.nearest(spokenOf(passage, [], [], context), MOST_OF_SENTENCE).entries())
      documents.set(p.document, (documents.get(p.document) ?? 0) + 1 / (1 + rank))
  return [...documents]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(([id]) => context.cards.get(id)!)
}
const MOST_OF_SENTENCE = 24
const MOST_NEAR = 40
/** Sentences that are compared with the draft's by meaning, whatever words they share. */
const MOST_MEANT = 1500

/** The verdict on the sentence of a draft with this number; `span` is where it stands in the draft's `text`. */
export async function checkSentence(
  span: Span,
  text: string,
  draft: Card,
  sentence: number,
  index: Index,
): Promise<Checked> {
  const words = text.slice(span.start, span.end)
  const passages = draft.passages ?? []
  const at = passages.findIndex((p) => p.sentence === sentence)
  const passage = passages[at]
  const own = draft.statements.filter((s) => s.sentence === sentence)
  const heading = (own.some((s) => s.heading) || isTitle(draft, words)) && !/[.!]["”’']?\s*$/.test(words)
  if (!passage || heading) return { ...span, text: words, ...NOTHING }
  const { context, compared } = index
  const spoken = spokenOf(passage, own, [passages[at - 1], passages[at - 2]], context)
  const found = await foundFor(spoken, index)
  const standing = standingOf(found, MODEL, context, compared.lineage)
  const verdict = verdictOf(words, traitsOf(found, standing, context), standing, MODEL)
  if (verdict === 'no-claim') return { ...span, text: words, ...NOTHING }
  return {
    ...span,
    text: words,
    verdict,
    evidence: unique(standing.carried.map((w) => w.spoken.passage.evidence)).slice(0, MOST_EVIDENCE),
    against:
      verdict === 'contradicted' || givesBoth(words) ? unique(standing.against).slice(0, MOST_EVIDENCE) : [],
    why: reasonOf(verdict, words, standing),
    answer: answerOf(found, standing, context, MODEL),
  }
}
const NOTHING = {
  verdict: 'no-claim',
  evidence: [],
  against: [],
  why: 'The sentence says nothing that could be checked.',
  answer: null,
} as const
const MOST_EVIDENCE = 50
const isTitle = (draft: Card, words: string): boolean =>
  draft.title !== null &&
  words.trim() !== '' &&
  draft.title.includes(words.replace(/^#+\s*/, '').trim()) &&
  !/[.!]\s*$/.test(words)
