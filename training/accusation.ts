/**
 * Learns which sentences accuse without a source (src/compare/passages/accusation.json) from the planted truth of the
 * cases that are tuned on, and says how well it does on each case when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/accusation.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  affairs,
  locate,
  overlap,
  type Located,
  type PlantedFinding,
  type Truth,
} from '../bench/case-truth.js'
import { productOf } from '../bench/case-product.js'
import { contextOf } from '../src/compare/context.js'
import { ownVoiceIn, type Accusing, type Signs } from '../src/compare/passages/accusation.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { localEntities } from '../src/resolve/local-entity.js'
import { resolve } from '../src/resolve/resolve.js'
import { cardsOf } from '../src/workflow/investigate.js'
import { openNetworks } from '../src/workflow/networks.js'
import { openReader } from '../src/workflow/read-document.js'
import { fitLogistic } from './logistic.js'

const ROOT = join(import.meta.dirname, '..')
const RIDGE = 6
/** Of what is raised on cases that were not learned from, at least so much is right. */
const LEAST_PRECISION = 0.76

interface Row {
  readonly case: string
  readonly accusing: Accusing
  readonly label: 0 | 1 | null
  readonly met: readonly number[]
}
type Placed = PlantedFinding & { readonly at: readonly (readonly Located[])[] }

const product = productOf(await openReader({ threads: 1 }))
const networks = openNetworks()
const ONLY = process.env['WHENCE_CASES']?.split(',')
const rows: Row[] = []
let planted = 0
for (const { name, truth, documents } of affairs(join(ROOT, 'cases'))) {
  if (ONLY && !ONLY.includes(name)) continue
  const read = []
  for (const file of documents) read.push(await product.read(file))
  const { entities, entityOf } = resolve(
    read.flatMap(({ reading }) => localEntities(reading)),
    [],
  )
  const names = new Map(entities.map((e) => [e.id, e.name]))
  const cards = [...cardsOf(read, entities, entityOf)].sort((a, b) => (a.document < b.document ? -1 : 1))
  const passages = indexPassages(
    contextOf(cards, { nameOf: (id) => names.get(id) ?? '', within: () => false, ...networks }),
  )
  const texts = new Map(read.map(({ reading: { document } }) => [document.file, document.text]))
  const place = (list: Truth['findings']): Placed[] =>
    list.map((p) => ({ ...p, at: p.sides.map((s) => s.map((q) => locate(texts, q))) }))
  const wanted = place(truth.findings).filter(({ kind }) => kind === 'unattributed')
  const any = [...place(truth.findings), ...place(truth.arguable)]
  planted += wanted.length
  for (const accusing of await ownVoiceIn(passages)) {
    const hits = ({ at }: Placed): boolean =>
      at.some((side) => side.some((place) => overlap(place, accusing.passage.evidence) > 0))
    const met = wanted.flatMap((p, k) => (hits(p) ? [k] : []))
    const beside = any.some((p) => (p.kind === 'unattributed' || p.also?.includes('unattributed')) && hits(p))
    rows.push({ case: name, accusing, label: met.length > 0 ? 1 : beside ? null : 0, met })
  }
}
await networks.close()

interface Line {
  readonly bias: number
  readonly weights: Record<string, number>
}
function learn(from: readonly Row[]): Line {
  const used = from.filter(({ label }) => label !== null)
  const names = [...new Set(used.flatMap(({ accusing }) => Object.keys(accusing.signs)))].sort()
  const scale = names.map((name) => {
    const values = used.map(({ accusing }) => accusing.signs[name] ?? 0)
    const mean = values.reduce((n, v) => n + v, 0) / values.length
    const spread = Math.sqrt(values.reduce((n, v) => n + (v - mean) ** 2, 0) / values.length)
    return { mean, spread: spread < 1e-9 ? Infinity : spread }
  })
  const inputs = used.map(({ accusing }) =>
    Float64Array.from([
      ...names.map((name, i) => ((accusing.signs[name] ?? 0) - scale[i]!.mean) / scale[i]!.spread),
      1,
    ]),
  )
  const found = fitLogistic(inputs, used.map(({ label }) => label!), used.map(() => 1), RIDGE, 1) // prettier-ignore
  const weights: Record<string, number> = {}
  let bias = found[names.length]!
  names.forEach((name, i) => {
    const w = found[i]! / scale[i]!.spread
    bias -= w * scale[i]!.mean
    if (Math.abs(found[i]!) > 1e-3) weights[name] = Math.round(w * 1e4) / 1e4
  })
  return { bias: Math.round(bias * 1e4) / 1e4, weights }
}
const score = ({ bias, weights }: Line, signs: Signs): number =>
  1 / (1 + Math.exp(-Object.entries(weights).reduce((n, [k, w]) => n + w * (signs[k] ?? 0), bias)))

const UNSEEN = /striker|solvent|pension|thesis|orchard|avalanche|ferry|ward|rails|visas/
const cases = [...new Set(rows.map((r) => r.case))]
const held = cases.flatMap((name) => {
  const line = learn(rows.filter((r) => r.case !== name))
  return rows.filter((r) => r.case === name).map((row) => ({ row, at: score(line, row.accusing.signs) }))
})
if (process.argv.includes('--alarms'))
  for (const { row, at } of held)
    if ((at >= 0.3 && row.label === 0) || (at < 0.4 && row.label === 1))
      if (!UNSEEN.test(row.case))
        console.log(row.label, row.case, at.toFixed(2), row.accusing.passage.evidence.text)
let accepted = 1
for (let least = 0.1; least < 0.9; least += 0.05) {
  const raised = held.filter(({ at, row }) => at >= least && row.label !== null)
  const right = new Set(raised.flatMap(({ row }) => row.met.map((k) => `${row.case} ${k}`))).size
  const wrong = raised.filter(({ row }) => row.label === 0).length
  console.log(least.toFixed(2), 'right', right, 'wrong', wrong)
  if (right / (right + wrong) >= LEAST_PRECISION) accepted = Math.min(accepted, least)
}
const reach = new Set(rows.flatMap((r) => r.met.map((k) => `${r.case} ${k}`))).size
console.log(rows.length, 'sentences, within reach', reach, 'of', planted, 'accepted from', accepted)
const line = learn(rows)
console.log(Object.entries(line.weights).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, 30).map(([k, w]) => `${k} ${w}`).join(', ')) // prettier-ignore
if (process.argv.includes('--write'))
  writeFileSync(
    join(ROOT, 'src/compare/passages/accusation.json'),
    `${JSON.stringify({ accepted: Math.round(accepted * 100) / 100, ...line }, null, 2)}\n`,
  )
