/** What is known of a finding whose two sides cannot both hold: its sentences' nearness, what they share, and the network's word. */
import type { Related } from '../../inference/relate.js'
import type { Finding } from '../../schema/reading.js'
import { matterOfPair } from '../apart/matter.js'
import { sightOf } from '../apart/sight.js'
import type { Passages } from '../passages/index.js'
import { brief, nearOf } from '../passages/meaning.js'
import { logOdds, type Values } from '../regression.js'
import type { Passage } from '../passages/passage.js'
import { saidOf } from '../passages/said.js'

/** Sentences of a side that are looked at, and pairs of a finding that the network is asked about: those nearest in meaning. */
const MOST_OF_SIDE = 4
const MOST_ASKED = 4
/** Of a case, the surest findings first; the others are trusted as far as their test is. */
const MOST_FINDINGS = 3_000

export type Signs = Values

type Pair = readonly [Passage, Passage]

/** For each finding its signs; null where it has not two sides with sentences of their own, or there are too many. */
export async function signsOf(
  findings: readonly Finding[],
  passages: Passages,
): Promise<readonly (Signs | null)[]> {
  const at = placesIn(passages)
  const order = [...findings.keys()].sort((i, j) => findings[j]!.score - findings[i]!.score || i - j)
  const looked = new Set(order.slice(0, MOST_FINDINGS))
  const pairs = findings.map((finding, i) => (looked.has(i) ? pairsOf(finding, at) : []))
  const texts = new Set(pairs.flatMap((list) => list.flatMap(([a, b]) => [textOf(a), textOf(b)])))
  const near = await nearOf(texts, passages.context)
  const nearness = ([a, b]: Pair): number => near(textOf(a), textOf(b)) ?? 0
  const nearest = pairs.map((list) =>
    [...list].sort((x, y) => nearness(y) - nearness(x)).slice(0, MOST_ASKED),
  )
  const asked = nearest.flat()
  const answers = await passages.context.relate?.(
    asked.map(([a, b]) => [saidOf(a, passages.context), saidOf(b, passages.context)] as const),
  )
  const answerOf = new Map(asked.map((pair, i) => [pair, answers?.[i]] as const))
  return findings.map((finding, i) => {
    const list = nearest[i]!
    return list.length === 0 ? null : signs(finding, list, nearness, (pair) => answerOf.get(pair), passages)
  })
}

function signs(
  finding: Finding,
  pairs: readonly Pair[],
  nearness: (pair: Pair) => number,
  answerOf: (pair: Pair) => Related | undefined,
  passages: Passages,
): Signs {
  const judged = pairs.map((pair) => ({ pair, answer: answerOf(pair) }))
  const best = judged.reduce((x, y) => ((y.answer?.differ ?? 0) > (x.answer?.differ ?? 0) ? y : x))
  const { same, differ } = best.answer ?? { same: 0, differ: 0 }
  const [a, b] = best.pair
  const kinds = best.answer?.kinds ?? {}
  return {
    ...matterOfPair(sightOf(a), sightOf(b), passages),
    score: finding.score,
    differ,
    differLogit: logOdds(differ),
    differMean: mean(judged.map(({ answer }) => answer?.differ ?? 0)),
    same,
    sameMost: Math.max(...judged.map(({ answer }) => answer?.same ?? 0)),
    sameKind: kinds[KIND_OF[finding.on] ?? finding.on] ?? 0,
    denialKind: (kinds['denial'] ?? 0) + (kinds['retraction'] ?? 0),
    near: Math.max(...pairs.map(nearness)),
    nearBest: nearness(best.pair),
    wide: Math.log(finding.sides.reduce((n, { evidence }) => n * Math.max(1, evidence.length), 1)),
    [`is ${finding.kind}`]: 1,
    [`on ${finding.on}`]: 1,
  }
}
/** What a finding differs on, as the network calls it. */
const KIND_OF: Readonly<Record<string, string>> = { amount: 'number', time: 'date' }

const textOf = (p: Passage): string => brief(p.evidence.text)
const mean = (list: readonly number[]): number => list.reduce((n, x) => n + x, 0) / Math.max(1, list.length)

/** Sentences of the two sides, each with each; a sentence is not held against itself. */
function pairsOf({ sides }: Finding, at: (file: string, place: Place) => Passage[]): Pair[] {
  const [one, other] = sides.map(({ evidence }) =>
    [...new Set(evidence.flatMap((e) => at(e.file, e)))].slice(0, MOST_OF_SIDE),
  )
  return (one ?? []).flatMap((a) => (other ?? []).flatMap((b) => (a === b ? [] : [[a, b] as const])))
}

interface Place {
  readonly start: number
  readonly end: number
}

/** The sentences in which a place of a file lies. */
function placesIn(passages: Passages): (file: string, place: Place) => Passage[] {
  const byFile = new Map<string, Passage[]>()
  for (const p of passages.all) {
    const list = byFile.get(p.evidence.file)
    if (list) list.push(p)
    else byFile.set(p.evidence.file, [p])
  }
  for (const list of byFile.values()) list.sort((a, b) => a.evidence.start - b.evidence.start)
  return (file, { start, end }) => {
    const list = byFile.get(file) ?? []
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]!.evidence.end <= start) low = middle + 1
      else high = middle
    }
    const out: Passage[] = []
    for (let i = low; i < list.length && list[i]!.evidence.start < end; i++) out.push(list[i]!)
    return out
  }
}
