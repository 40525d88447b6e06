/**
 * Learns which pairs of sentences the network for pairs is asked about, how likely they oppose each other by its answer, and which
 * quarrels they make (src/compare/opposed/weights.json); says how well it does on affairs that it did not learn from.
 *
 *   WHENCE_PAIRS_FOLDS=folder WHENCE_READINGS=folder node --import tsx training/opposed.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoreFindings } from '../bench/case-findings.js'
import type { Truth } from '../bench/case-truth.js'
import { withRuled } from '../src/compare/opposed/opposed.js'
import { gathered } from '../src/compare/opposed/gather.js'
import { glanceOf, lookedAt, lookOf } from '../src/compare/opposed/looks.js'
import { kindOf, signsOf } from '../src/compare/opposed/signs.js'
import { answered, weighed, type Weighed } from '../src/compare/opposed/weigh.js'
import { indexPassages, type Passages } from '../src/compare/passages/index.js'
import { chanceBy, type Line, type Values } from '../src/compare/regression.js'
import { AGAINST } from '../src/compare/trust/trust.js'
import type { Finding } from '../src/schema/reading.js'
import { investigate } from '../src/workflow/investigate.js'
import { affairsRead, leftOut, opposes, ROOT, UNSEEN_BY_TESTS, type Placed } from './affairs.js'
import { logistic, type Example } from './regress.js'

const FOLDS = 10
const RIDGE = { pair: 40, look: 40, quarrel: 120 }
/** A pair so likely is worth asking about, whether it is planted or not. */
const WORTH = 0.3
/** Of what is shown of affairs that were not learned from, at least so much is right. */
const LEAST_PRECISION = 0.65

interface AffairPairs {
  readonly case: string
  readonly truth: Truth
  readonly texts: ReadonlyMap<string, string>
  readonly passages: Passages
  readonly ruled: readonly Finding[]
  readonly pairs: readonly Weighed[]
  /** 1 planted, 0 not, null where an editor may or may not want it. */
  readonly labels: readonly (0 | 1 | null)[]
}

const cases: AffairPairs[] = []
for await (const { read, planted, networks } of affairsRead()) {
  const { name, truth, texts, findings, arguable } = planted
  const alone = { embed: networks.embed, relate: null, close: () => Promise.resolve() }
  const { compared } = await investigate(read, [], alone)
  const passages = indexPassages({ ...compared.context, ...networks })
  const pairs = weighed(await answered(await lookedAt(passages), passages), passages)
  const labels = pairs.map(({ a, b }) => {
    const hits = (p: Placed): boolean => opposes(p, [a], [b])
    if (findings.some((p) => AGAINST.has(p.kind) && hits(p))) return 1
    return [...findings, ...arguable].some(hits) ? null : 0
  })
  const ruled = compared.raised.filter(({ kind }) => AGAINST.has(kind))
  cases.push({ case: name, truth, texts, passages, ruled, pairs, labels })
  process.stderr.write(`${name}: ${pairs.length} pairs, ${ruled.length} findings of the tests\n`)
}

const pairExamples = (from: readonly AffairPairs[]): Example[] =>
  from.flatMap(({ pairs, labels }) =>
    pairs.flatMap(({ values }, i) => (labels[i] === null ? [] : [{ values, label: labels[i]!, weight: 1 }])),
  )
const learnPairs = (from: readonly AffairPairs[]): Line => logistic(pairExamples(from), RIDGE.pair)
const asUnseen = new Map(
  leftOut(cases, learnPairs, FOLDS).map(({ one, learned }) => [
    one,
    weighed(one.pairs, one.passages, learned),
  ]),
)

/** Average precision (area under precision and recall) of pairs as they are weighed where they were not learned from. */
const ranked = cases
  .flatMap((one) =>
    asUnseen
      .get(one)!
      .flatMap(({ chance }, i) => (one.labels[i] === null ? [] : [{ chance, is: one.labels[i] === 1 }])),
  )
  .sort((x, y) => y.chance - x.chance)
let [hits, area] = [0, 0]
ranked.forEach(({ is }, i) => {
  if (is) area += ++hits / (i + 1)
})
process.stdout.write(
  `pairs: ${ranked.length}, ${hits} planted, average precision ${((100 * area) / hits).toFixed(1)}\n`,
)

const worth = (of: (one: Weighed) => Values): Line =>
  logistic(
    cases.flatMap((one) =>
      asUnseen.get(one)!.map((pair, i): Example => {
        const label = one.labels[i] === 1 || pair.chance > WORTH ? 1 : 0
        return { values: of(pair), label, weight: 1 }
      }),
    ),
    RIDGE.look,
  )

interface Row {
  readonly case: string
  readonly one: AffairPairs
  readonly finding: Finding
  readonly signs: Values
  readonly label: 0 | 1 | null
}
const rows = cases
  .filter((one) => UNSEEN_BY_TESTS.has(one.case))
  .flatMap((one) => {
    const pairs = asUnseen.get(one)!
    return withRuled(gathered(pairs, pairs), one.ruled).map((opposed): Row => {
      const { kind, on } = kindOf(opposed.quarrel.pairs)
      const sides = opposed.quarrel.sides.map((side) => ({
        evidence: [...side].map((p) => p.evidence),
        established: 0,
      }))
      const finding = { id: '', kind, on, why: '', score: 0, sides }
      const { kinds, alarms } = scoreFindings(one.truth, [finding], one.texts)
      const label = kinds.get(kind)?.right === 1 ? 1 : alarms.length > 0 ? 0 : null
      const signs = signsOf(
        opposed.quarrel,
        opposed.ruled.map((r) => r.finding),
      )
      return { case: one.case, one, finding, signs, label }
    })
  })
const learnQuarrels = (from: readonly Row[]): Line =>
  logistic(
    from.flatMap(({ signs, label }) => (label === null ? [] : [{ values: signs, label, weight: 1 }])),
    RIDGE.quarrel,
  )
const chances = new Map(
  leftOut(rows, learnQuarrels, FOLDS).map(({ one, learned }) => [one, chanceBy(learned, one.signs)]),
)

const unseen = [...new Set(rows.map(({ one }) => one))]
const wanted = unseen.reduce(
  (n, { truth }) => n + truth.findings.filter(({ kind }) => AGAINST.has(kind)).length,
  0,
)
let least = 0.95
for (let at = 0.1; at < 0.96; at += 0.05) {
  let [right, alarms] = [0, 0]
  for (const one of unseen) {
    const shown = rows
      .filter((row) => row.one === one && chances.get(row)! >= at)
      .map((row) => ({ ...row.finding, score: chances.get(row)! }))
    const score = scoreFindings(one.truth, shown, one.texts)
    right += [...score.kinds.values()].reduce((n, tally) => n + tally.right, 0)
    alarms += score.alarms.length
  }
  const precision = right / Math.max(1, right + alarms)
  process.stdout.write(
    `quarrels ≥ ${at.toFixed(2)}: ${right} right of ${right + alarms} (${(100 * precision).toFixed(0)} %), ${wanted} planted\n`,
  )
  if (right > 0 && precision >= LEAST_PRECISION) least = Math.min(least, at)
}
process.stdout.write(`shown from ${least.toFixed(2)}\n`)

if (process.argv.includes('--write')) {
  const about =
    'Learned by training/opposed.ts from planted affairs that the network had not seen, and of quarrels from those that the tests had not seen either; not to be changed by hand. glance, look: which pairs are worth asking about; pair: whether two sentences oppose each other; quarrel: whether their quarrel is one; least: less likely ones are not shown.'
  const lines = {
    glance: worth((one) => glanceOf(one, one.matter)),
    look: worth(lookOf),
    pair: learnPairs(cases),
    quarrel: learnQuarrels(rows),
  }
  writeFileSync(
    join(ROOT, 'src/compare/opposed/weights.json'),
    `${JSON.stringify({ about, least: Number(least.toFixed(2)), ...lines }, null, 2)}\n`,
  )
}
