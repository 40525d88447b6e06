/** One sentence of a draft against what a case holds: what carries it, what speaks against it, and how it stands. */
import type { Checked, Verdict } from '../schema/case.js'
import type { Evidence, Finding } from '../schema/reading.js'
import type { Span } from '../schema/span.js'
import { answerOf } from './answer.js'
import { groundOf, spokenOf, type Ground } from './check/ground.js'
import { claimsNothing, givesAccount, givesBoth, isPlanned } from './check/kind.js'
import { isHedged } from './check/hedged.js'
import { otherwise } from './check/score.js'
import { signalsOf, type Signals } from './check/signals.js'
import { vectorsOf, type Vectors } from './check/weigh.js'
import type { Compared } from './compare.js'
import type { Context } from './context.js'
import type { Card } from './statement.js'

export interface Index {
  readonly compared: Compared
  readonly ground: Ground
  /** The case's, with the draft beside its documents and with networks that are open. */
  readonly context: Context
  readonly vectors: Vectors
  /** What the case's documents say against the draft's sentences, found as between any two documents. */
  readonly contested: readonly Finding[]
}

/** What a draft is checked with. The case's sentences are laid out once for each case. */
export const indexOf = (compared: Compared, context: Context, contested: readonly Finding[] = []): Index => ({
  compared,
  ground: groundOf(compared.context),
  context,
  vectors: vectorsOf(context),
  contested,
})

/** The documents of a case that a draft is compared with: those that share most with it. */
export function nearOf(draft: Card, { ground, context }: Index): Card[] {
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
  if (!passage || claimsNothing(passage, own.some((s) => s.heading) || isTitle(draft, words)))
    return {
      ...span,
      text: words,
      verdict: 'no-claim',
      evidence: [],
      against: [],
      why: NOTHING,
      answer: null,
    }
  const d = spokenOf(passage, own, [passages[at - 1], passages[at - 2]], index.context)
  const signals = await signalsOf(
    d,
    index.ground,
    index.context,
    index.vectors,
    index.compared,
    index.contested,
  )
  const account = givesAccount(words)
  const { verdict, why } = verdictOf(words, account, signals)
  const against = againstOf(signals)
  return {
    ...span,
    text: words,
    verdict,
    evidence: unique(signals.carried.map(({ spoken }) => spoken.passage.evidence)).slice(0, MOST_EVIDENCE),
    against: verdict === 'contradicted' || givesBoth(words) ? against : [],
    why,
    answer: answerOf(d, signals, against, index.context),
  }
}
const NOTHING = 'The sentence says nothing that could be checked.'
const MOST_EVIDENCE = 50
const isTitle = (draft: Card, words: string): boolean =>
  draft.title !== null &&
  words.trim() !== '' &&
  draft.title.includes(words.replace(/^#+\s*/, '').trim()) &&
  !/[.!]\s*$/.test(words)

/** The first that fits, see cases/README.md. */
function verdictOf(words: string, account: boolean, s: Signals): { verdict: Verdict; why: string } {
  const [first] = s.carried
  const { list, established } = s.origins
  const names = list.filter((o) => o.count > 0).map((o) => o.who)
  if (account && first) return { verdict: 'supported', why: 'The case holds that they say so.' }
  const contested = otherwise(s, established === 0, isPlanned(words)) >= OTHERWISE
  if (contested && !account && !givesBoth(words)) {
    // ‘That was wrong.’ says less than what it is said of.
    const others = againstOf(s)
    const other = others.find(({ text }) => text.split(/\s+/).length > 4) ?? others[0]
    return { verdict: 'contradicted', why: `The case holds another account: “${brief(other?.text ?? '')}”.` }
  }
  if (!first) return { verdict: 'unsupported', why: 'Nothing in the case says so.' }
  if (!isHedged(words) && s.hedged > s.firm * FIRMER)
    return { verdict: 'overstated', why: `The case puts it less firmly: “${brief(firstHedged(s))}”.` }
  if (established === 0)
    return { verdict: 'unsupported', why: 'It stands in the case, but nobody is named whose word it is.' }
  if (established === 1) return { verdict: 'single-origin', why: `${names[0]} alone says so.` }
  return { verdict: 'supported', why: `${established} independent origins: ${names.slice(0, 4).join(', ')}.` }
}
/** Above it another account is likelier than any other verdict. */
const OTHERWISE = 0.42
const FIRMER = 1
const firstHedged = (s: Signals): string =>
  s.all.find(({ features }) => features.hedged === 1)?.spoken.passage.evidence.text ?? ''

/** What speaks against the sentence, the likeliest first. */
function againstOf(s: Signals): Evidence[] {
  const weighed = s.all
    .filter((w) => w.against >= LEAST_AGAINST && !s.carried.includes(w))
    .sort((a, b) => b.against - a.against)
    .map(({ spoken }) => spoken.passage.evidence)
  return unique([...s.contestedEvidence, ...s.knownEvidence, ...weighed]).slice(0, MOST_EVIDENCE)
}
const LEAST_AGAINST = 0.15

const unique = (list: readonly Evidence[]): Evidence[] => [
  ...new Map(list.map((e) => [`${e.file} ${e.start} ${e.end}`, e])).values(),
]
const brief = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 140)
