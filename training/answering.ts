/**
 * Learns which denials dispute what their likeliest accounts say (src/compare/passages/answering.json) from the planted truth of the
 * cases that are tuned on, and says how well it does on each case when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/answering.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answersIn } from '../src/compare/passages/answered.js'
import { judgedIn, type Judged } from '../src/compare/passages/answering.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { retractionsIn } from '../src/compare/passages/retraction.js'
import { chanceBy, type Line } from '../src/compare/regression.js'
import { affairsRead, contextIn, leftOut, metBy, opposes, ROOT, type Candidate, type Placed } from './affairs.js' // prettier-ignore
import { logistic } from './regress.js'

const RIDGE = 12
/** Of what is raised on cases that were not learned from, at least so much is right. */
const LEAST_PRECISION = 0.74

interface Row extends Candidate {
  readonly judged: Judged
}

const rows: Row[] = []
let wantedInAll = 0
for await (const { read, planted, networks } of affairsRead()) {
  const { name, findings, arguable } = planted
  const passages = indexPassages(contextIn(read, networks))
  const wanted = findings.filter(({ kind }) => kind === 'disputed')
  wantedInAll += wanted.length
  for (const judged of await judgedIn(await answersIn(passages, retractionsIn(passages)), passages)) {
    const { denying, accounts } = judged
    const by = denying.retraction ? denying.retraction.by : [denying.passage]
    const said = [
      ...accounts.map(({ account }) => account),
      ...(denying.retraction?.repeats ? [denying.retraction.repeats] : []),
    ]
    const hits = (p: Placed): boolean => opposes(p, said, by)
    const met = wanted.flatMap((p, k) => (hits(p) ? [k] : []))
    const label = met.length > 0 ? 1 : [...findings, ...arguable].some(hits) ? null : 0
    rows.push({ case: name, judged, label, met })
  }
}

const learn = (from: readonly Row[]): Line =>
  logistic(
    from.flatMap(({ label, judged }) =>
      label === null ? [] : [{ values: judged.traits, label, weight: 1 }],
    ),
    RIDGE,
  )

const held = leftOut(rows, learn).map(({ one, learned }) => ({
  row: one,
  at: chanceBy(learned, one.judged.traits),
}))
let accepted = 1
for (let least = 0.1; least < 0.9; least += 0.05) {
  const raised = held.flatMap(({ at, row }) => (at >= least && row.label !== null ? [row] : []))
  const right = metBy(raised)
  // Denials of one account are raised as one.
  const wrong = new Set(
    raised.flatMap(({ label, judged }) => {
      const { account } = judged.accounts[0]!
      return label === 0 ? [`${account.document} ${account.sentence}`] : []
    }),
  ).size
  console.log(least.toFixed(2), 'right', right, 'wrong', wrong)
  if (right / (right + wrong) >= LEAST_PRECISION) accepted = Math.min(accepted, least)
}
console.log(rows.length, 'denials, within reach', metBy(rows), 'of', wantedInAll, 'accepted from', accepted)
if (process.argv.includes('--write'))
  writeFileSync(
    join(ROOT, 'src/compare/passages/answering.json'),
    `${JSON.stringify({ accepted: Math.round(accepted * 100) / 100, ...learn(rows) }, null, 2)}\n`,
  )
