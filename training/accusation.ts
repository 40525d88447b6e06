/**
 * Learns which sentences accuse without a source (src/compare/passages/accusation.json) from the planted truth of the
 * cases that are tuned on, and says how well it does on each case when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/accusation.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownVoiceIn, type Accusing } from '../src/compare/passages/accusation.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { chanceBy, type Line } from '../src/compare/regression.js'
import { affairsRead, contextIn, leftOut, metBy, ROOT, touches, UNSEEN, type Candidate, type Placed } from './affairs.js' // prettier-ignore
import { logistic } from './regress.js'

const RIDGE = 6
/** Of what is raised on cases that were not learned from, at least so much is right. */
const LEAST_PRECISION = 0.76

interface Row extends Candidate {
  readonly accusing: Accusing
}

const rows: Row[] = []
let wantedInAll = 0
for await (const { read, planted, networks } of affairsRead()) {
  const { name, findings, arguable } = planted
  const wanted = findings.filter(({ kind }) => kind === 'unattributed')
  wantedInAll += wanted.length
  for (const accusing of await ownVoiceIn(indexPassages(contextIn(read, networks)))) {
    const hits = ({ at }: Placed): boolean => at.some((side) => touches(side, [accusing.passage]))
    const met = wanted.flatMap((p, k) => (hits(p) ? [k] : []))
    const beside = [...findings, ...arguable].some(
      (p) => (p.kind === 'unattributed' || p.also?.includes('unattributed')) && hits(p),
    )
    rows.push({ case: name, accusing, label: met.length > 0 ? 1 : beside ? null : 0, met })
  }
}

const learn = (from: readonly Row[]): Line =>
  logistic(
    from.flatMap(({ label, accusing }) =>
      label === null ? [] : [{ values: accusing.signs, label, weight: 1 }],
    ),
    RIDGE,
  )

const held = leftOut(rows, learn).map(({ one, learned }) => ({
  row: one,
  at: chanceBy(learned, one.accusing.signs),
}))
if (process.argv.includes('--alarms'))
  for (const { row, at } of held)
    if ((at >= 0.3 && row.label === 0) || (at < 0.4 && row.label === 1))
      if (!UNSEEN.has(row.case))
        console.log(row.label, row.case, at.toFixed(2), row.accusing.passage.evidence.text)
let accepted = 1
for (let least = 0.1; least < 0.9; least += 0.05) {
  const raised = held.flatMap(({ at, row }) => (at >= least && row.label !== null ? [row] : []))
  const right = metBy(raised)
  const wrong = raised.filter(({ label }) => label === 0).length
  console.log(least.toFixed(2), 'right', right, 'wrong', wrong)
  if (right / (right + wrong) >= LEAST_PRECISION) accepted = Math.min(accepted, least)
}
console.log(rows.length, 'sentences, within reach', metBy(rows), 'of', wantedInAll, 'accepted from', accepted)
if (process.argv.includes('--write'))
  writeFileSync(
    join(ROOT, 'src/compare/passages/accusation.json'),
    `${JSON.stringify({ accepted: Math.round(accepted * 100) / 100, ...learn(rows) }, null, 2)}\n`,
  )
