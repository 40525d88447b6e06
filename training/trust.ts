/**
 * Learns how far findings whose sides cannot both hold can be trusted (src/compare/trust/weights.json) from affairs that neither the
 * tests that raise them nor the network for pairs had seen, and says how well it does on each when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/trust.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { affairs } from '../bench/case-truth.js'
import { scoreFindings } from '../bench/case-findings.js'
import { productOf } from '../bench/case-product.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { signsOf, type Signs } from '../src/compare/trust/evidence.js'
import { AGAINST } from '../src/compare/trust/trust.js'
import { openNetworks } from '../src/workflow/networks.js'
import { openReader } from '../src/workflow/read-document.js'
import { fitLogistic } from './logistic.js'

const ROOT = join(import.meta.dirname, '..')
/** Written after the tests of findings; the network for pairs was not taught on them. */
const UNSEEN =
  'prison striker statue solvent checkpoint pension petition footbridge thesis convoy orchard canteen avalanche wells ferry ward'
    .split(' ')
    .map((name) => `affair-${name}`)
const RIDGE = 12
/** Of what is shown of affairs that were not learned from, at least so much is right. */
const LEAST_PRECISION = Number(process.env['WHENCE_LEAST'] ?? 0.6)

interface Row {
  readonly case: string
  readonly signs: Signs
  readonly right: boolean
  readonly kind: string
}

const reader = await openReader({ threads: 2 })
const product = productOf(reader)
const networks = openNetworks()
const rows: Row[] = []
let planted = 0
for (const { name, truth, documents } of affairs(join(ROOT, 'cases')).filter((a) =>
  UNSEEN.includes(a.name),
)) {
  const read = []
  for (const file of documents) read.push(await product.read(file))
  const { compared } = await product.investigate(read)
  const passages = indexPassages({ ...compared.context, ...networks })
  const texts = new Map(read.map(({ reading: { document } }) => [document.file, document.text]))
  const findings = compared.raised.filter(({ kind }) => AGAINST.has(kind))
  const signs = await signsOf(findings, passages)
  planted += truth.findings.filter(({ kind }) => AGAINST.has(kind)).length
  findings.forEach((finding, i) => {
    const { kinds, alarms } = scoreFindings(truth, [finding], texts)
    const right = kinds.get(finding.kind)?.right === 1
    // What is neither, an editor may or may not want.
    if (signs[i] && (right || alarms.length > 0))
      rows.push({ case: name, signs: signs[i], right, kind: finding.kind })
  })
  process.stderr.write(`${name}: ${findings.length} findings\n`)
}

const names = [...new Set(rows.flatMap(({ signs }) => Object.keys(signs)))].sort()

interface Line {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

function learn(from: readonly Row[]): Line {
  const spread = names.map((name) => {
    const values = from.map(({ signs }) => signs[name] ?? 0)
    const middle = values.reduce((n, v) => n + v, 0) / values.length
    const wide = Math.sqrt(values.reduce((n, v) => n + (v - middle) ** 2, 0) / values.length)
    return { middle, wide: wide < 1e-9 ? null : wide }
  })
  const inputs = from.map(({ signs }) =>
    Float64Array.from([
      ...names.map((name, k) => {
        const { middle, wide } = spread[k]!
        return wide === null ? 0 : ((signs[name] ?? 0) - middle) / wide
      }),
      1,
    ]),
  )
  const found = fitLogistic(
    inputs,
    from.map(({ right }) => Number(right)),
    from.map(() => 1),
    RIDGE,
    1,
  )
  let bias = found[names.length]!
  const weights: Record<string, number> = {}
  names.forEach((name, k) => {
    const { middle, wide } = spread[k]!
    if (wide === null) return
    weights[name] = Number((found[k]! / wide).toPrecision(4))
    bias -= (found[k]! / wide) * middle
  })
  return { bias: Number(bias.toFixed(4)), weights }
}
const score = ({ bias, weights }: Line, signs: Signs): number =>
  1 / (1 + Math.exp(-Object.entries(weights).reduce((n, [name, w]) => n + w * (signs[name] ?? 0), bias)))

const held = rows.map((row) => score(learn(rows.filter((r) => r.case !== row.case)), row.signs))
const shown = (least: number): { right: number; of: number } => {
  const kept = rows.filter((_, i) => held[i]! >= least)
  return { right: kept.filter(({ right }) => right).length, of: kept.length }
}
let least = 0.95
for (let at = 0.05; at < 0.96; at += 0.05) {
  const { right, of } = shown(at)
  process.stdout.write(
    `≥ ${at.toFixed(2)}: ${right} right of ${of} (${((100 * right) / Math.max(1, of)).toFixed(0)} %), ${planted} planted\n`,
  )
  if (of > 0 && right / of >= LEAST_PRECISION) least = Math.min(least, at)
}
for (const kind of AGAINST) {
  const own = rows.flatMap((row, i) => (row.kind === kind ? [{ row, likely: held[i]! }] : []))
  const kept = own.filter(({ likely }) => likely >= least)
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
await Promise.all([reader.close(), networks.close()])
