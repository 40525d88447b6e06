/** What a case holds for and against one sentence of a draft, in numbers. */
import type { Evidence, Finding } from '../../schema/reading.js'
import type { Compared } from '../compare.js'
import type { Context } from '../context.js'
import { originsOf, type Origins } from '../origins.js'
import type { Passage } from '../passages/passage.js'
import { carrierIn } from './carriers.js'
import type { Ground, Spoken } from './ground.js'
import { weigh, type Vectors, type Weighed } from './weigh.js'

export interface Signals {
  readonly all: readonly Weighed[]
  /** Those that say so, the likeliest first. */
  readonly carried: readonly Weighed[]
  readonly origins: Origins
  /** The likeliest to say so among those that put it firmly, and among those that do not. */
  readonly firm: number
  readonly hedged: number
  /** The likeliest to say otherwise. */
  readonly against: number
  readonly second: number
  /** What findings of the case set against what carries it: how near it comes to the sentence; 0 where nothing. */
  readonly known: number
  readonly knownEvidence: readonly Evidence[]
  /** What comparing the draft with the case found against it, 0..1. */
  readonly contested: number
  readonly contestedEvidence: readonly Evidence[]
}

/** Likely enough to say so. */
export const SAYS = 0.28
/** As likely as the likeliest, nearly. */
const SHARE = 0.35

/** Weighs the sentences of a case that come nearest to `d`, and what its findings set against them; `contested` are findings between the draft and the case. */
export async function signalsOf(
  d: Spoken,
  ground: Ground,
  context: Context,
  vectors: Vectors,
  { findings, lineage }: Pick<Compared, 'findings' | 'lineage'>,
  contested: readonly Finding[],
): Promise<Signals> {
  const first = await weigh(d, ground.nearest(d, MOST), ground, context, vectors)
  const saying = first.filter((w) => w.says >= SAYS).map(({ spoken }) => spoken.passage.evidence)
  const known = sentencesOf(oppositeOf(saying, findings), ground)
  const raised = contested.filter(({ sides }) =>
    sides.some((s) => s.evidence.some((e) => touches(e, d.passage.evidence))),
  )
  const { file } = d.passage.evidence
  const outside = (list: readonly Evidence[]): Evidence[] => list.filter((e) => e.file !== file)
  const contestedEvidence = outside(oppositeOf([d.passage.evidence], raised))
  const found = sentencesOf(contestedEvidence, ground)
  const fresh = [...new Set([...known, ...found])].filter((p) => !first.some((w) => w.spoken.passage === p))
  const second = await weigh(d, fresh.slice(0, MOST), ground, context, vectors)
  const all = [...first, ...second].sort(bySaying)
  const top = all[0]?.says ?? 0
  const likely = all.filter((w) => w.says >= Math.max(SAYS, SHARE * top, w.against))
  const carried = likely.length > 0 ? likely : all.slice(0, top >= LEAST ? 1 : 0)
  const origins = originsOf(
    carried.map(({ spoken }) => carrierIn(spoken, d, context)),
    context,
    lineage,
  )
  const rest = all.filter((w) => !carried.includes(w))
  const against = rest.map((w) => w.against).sort((a, b) => b - a)
  const among = (list: readonly Passage[]): Weighed[] => rest.filter((w) => list.includes(w.spoken.passage))
  return {
    all,
    carried,
    origins,
    firm: max(all.filter((w) => w.features.hedged === 0).map((w) => w.says)),
    hedged: max(all.filter((w) => w.features.hedged === 1).map((w) => w.says)),
    against: against[0] ?? 0,
    // In a case of few sentences there is no second to speak for or against it
    second: against[1] ?? against[0] ?? 0,
    known: max(among(known).map((w) => Math.max(w.matter, w.against))),
    knownEvidence: among(known).map(({ spoken }) => spoken.passage.evidence),
    contested: max(
      raised
        .filter((f) => {
          const other = outside(oppositeOf([d.passage.evidence], [f]))
          const sentences = all.filter((w) => other.some((e) => touches(e, w.spoken.passage.evidence)))
          return other.length > 0 && (sentences.length === 0 || !sentences.every(agrees))
        })
        .map(({ score }) => score),
    ),
    contestedEvidence,
  }
}
/** Says the same and differs in nothing: what is found between the two is no contradiction. */
const agrees = ({ says, features: f }: Weighed): boolean =>
  says >= 0.5 && f.figuresApart + f.daysApart + f.clocksApart + f.exclusive === 0 && f.denied < 0.3
const max = (list: readonly number[]): number => Math.max(0, ...list)
/** Sentences of a case that are weighed for one of a draft. */
const MOST = 20
/** The likeliest is taken where nothing else is likely. */
const LEAST = 0.1
const bySaying = (a: Weighed, b: Weighed): number =>
  b.says - a.says || (a.spoken.passage.evidence.text < b.spoken.passage.evidence.text ? -1 : 1)

const touches = (a: Evidence, b: Evidence): boolean => a.file === b.file && a.start < b.end && b.start < a.end

/** What two-sided findings set against these words. */
const oppositeOf = (words: readonly Evidence[], findings: readonly Finding[]): Evidence[] =>
  findings.flatMap(({ kind, sides }) => {
    if ((kind !== 'contradiction' && kind !== 'disputed') || sides.length !== 2) return []
    const on = sides.map((side) => side.evidence.some((e) => words.some((w) => touches(e, w))))
    return on[0] === on[1] ? [] : [...sides[on[0] ? 1 : 0]!.evidence]
  })
const sentencesOf = (evidence: readonly Evidence[], ground: Ground): Passage[] => [
  ...new Set(evidence.flatMap((e) => ground.at(e))),
]
