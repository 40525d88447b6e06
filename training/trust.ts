/**
 * Learns how far findings whose sides cannot both hold can be trusted (src/compare/trust/weights.json) from affairs that neither the
 * tests that raise them nor the network for pairs had seen, and says how well it does on each when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/trust.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoreFindings } from '../bench/case-findings.js'
import { quarrelsIn, withRuled } from '../src/compare/opposed/opposed.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { chanceBy, type Line } from '../src/compare/regression.js'
import { signsOf, type Signs } from '../src/compare/trust/evidence.js'
import { AGAINST } from '../src/compare/trust/trust.js'
import { affairsRead, leftOut, ROOT, UNSEEN_BY_TESTS } from './affairs.js'
import { logistic } from './regress.js'

const RIDGE = 12
/** Of what is shown of affairs that were not learned from, at least so much is right. */
const LEAST_PRECISION = 0.6

interface Row {
  readonly case: string
  readonly signs: Signs
  readonly right: boolean
  readonly kind: string
}

const rows: Row[] = []
let wantedInAll = 0
for await (const { read, planted, product, networks } of affairsRead()) {
  const { name, truth, texts } = planted
  if (!UNSEEN_BY_TESTS.has(name)) continue
  const { compared } = await product.investigate(read)
  const passages = indexPassages({ ...compared.context, ...networks })
  const against = compared.raised.filter(({ kind }) => AGAINST.has(kind))
  // What is part of a quarrel is weighed with it (training/opposed.ts).
  const opposed = withRuled(await quarrelsIn(passages), against)
  const within = new Set(opposed.flatMap(({ ruled }) => ruled.map(({ finding }) => finding)))
  const findings = against.filter((finding) => !within.has(finding))
  const signs = await signsOf(findings, passages)
  wantedInAll += truth.findings.filter(({ kind }) => AGAINST.has(kind)).length
  findings.forEach((finding, i) => {
    const { kinds, alarms } = scoreFindings(truth, [finding], texts)
    const right = kinds.get(finding.kind)?.right === 1
    // What is neither, an editor may or may not want.
    if (signs[i] && (right || alarms.length > 0))
      rows.push({ case: name, signs: signs[i], right, kind: finding.kind })
  })
  process.stderr.write(`${name}: ${findings.length} findings\n`)
}

const learn = (from: readonly Row[]): Line =>
  logistic(
    from.map(({ signs, right }) => ({ values: signs, label: right ? 1 : 0, weight: 1 })),
    RIDGE,
  )
const held = leftOut(rows, learn).map(({ one, learned }) => ({ row: one, at: chanceBy(learned, one.signs) }))
const shown = (least: number): { right: number; of: number } => {
  const kept = held.filter(({ at }) => at >= least)
  return { right: kept.filter(({ row }) => row.right).length, of: kept.length }
}
let least = 0.95
for (let at = 0.05; at < 0.96; at += 0.05) {
  const { right, of } = shown(at)
  process.stdout.write(
    `≥ ${at.toFixed(2)}: ${right} right of ${of} (${((100 * right) / Math.max(1, of)).toFixed(0)} %), ${wantedInAll} planted\n`,
  )
  if (of > 0 && right / of >= LEAST_PRECISION) least = Math.min(least, at)
}
for (const kind of AGAINST) {
  const own = held.filter(({ row }) => row.kind === kind)
  const kept = own.filter(({ at }) => at >= least)
  process.stdout.write(
    `${kind}: ${kept.filter(({ row }) => row.right).length} right of ${kept.length}, before ${own.filter(({ row }) => row.right).length} of ${own.length}\n`,
  )
}
process.stdout.write(`shown from ${least.toFixed(2)}\n`)

if (process.argv.includes('--write')) {
  const about =
    'Learned by training/trust.ts from planted affairs that the tests had not seen; not to be changed by hand. least: findings less likely right than this are not shown.'
  writeFileSync(
    join(ROOT, 'src/compare/trust/weights.json'),
    `${JSON.stringify({ about, least: Number(least.toFixed(2)), ...learn(rows) }, null, 2)}\n`,
  )
}
