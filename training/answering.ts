/**
 * Learns which denials dispute what their likeliest accounts say (src/compare/passages/answering.json) from the planted truth of the
 * cases that are tuned on, and says how well it does on each case when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/answering.ts [--write]
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
import { answersIn } from '../src/compare/passages/answered.js'
import { judgedIn, type Judged, type Traits } from '../src/compare/passages/answering.js'
import { indexPassages } from '../src/compare/passages/index.js'
import type { Passage } from '../src/compare/passages/passage.js'
import { retractionsIn } from '../src/compare/passages/retraction.js'
import { localEntities } from '../src/resolve/local-entity.js'
import { resolve } from '../src/resolve/resolve.js'
import { cardsOf } from '../src/workflow/investigate.js'
import { openNetworks } from '../src/workflow/networks.js'
import { openReader } from '../src/workflow/read-document.js'
import { fitLogistic } from './logistic.js'

const ROOT = join(import.meta.dirname, '..')
const RIDGE = 12
/** Of what is raised on cases that were not learned from, at least so much is right. */
const LEAST_PRECISION = 0.74

interface Row {
  readonly case: string
  readonly judged: Judged
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
  const wanted = place(truth.findings).filter(({ kind }) => kind === 'disputed')
  const any = [...place(truth.findings), ...place(truth.arguable)]
  planted += wanted.length
  for (const judged of await judgedIn(await answersIn(passages, retractionsIn(passages)), passages)) {
    const { denying, accounts } = judged
    const by = denying.retraction ? denying.retraction.by : [denying.passage]
    const said = [
      ...accounts.map(({ account }) => account),
      ...(denying.retraction?.repeats ? [denying.retraction.repeats] : []),
    ]
    const hits = (p: Placed): boolean => fits(p, said, by)
    const met = wanted.flatMap((p, k) => (hits(p) ? [k] : []))
    rows.push({ case: name, judged, label: met.length > 0 ? 1 : any.some(hits) ? null : 0, met })
  }
}
await networks.close()

function fits({ at: [x, y] }: Placed, one: readonly Passage[], other: readonly Passage[]): boolean {
  const touch = (places: readonly Located[], list: readonly Passage[]): boolean =>
    places.some((p) => list.some((q) => overlap(p, q.evidence) > 0))
  if (x === undefined || y === undefined) return false
  return (touch(x, one) && touch(y, other)) || (touch(x, other) && touch(y, one))
}

interface Line {
  readonly bias: number
  readonly weights: Record<string, number>
}
function learn(from: readonly Row[]): Line {
  const used = from.filter(({ label }) => label !== null)
  const names = [...new Set(used.flatMap(({ judged }) => Object.keys(judged.traits)))].sort()
  const scale = names.map((name) => {
    const values = used.map(({ judged }) => judged.traits[name] ?? 0)
    const mean = values.reduce((n, v) => n + v, 0) / values.length
    const spread = Math.sqrt(values.reduce((n, v) => n + (v - mean) ** 2, 0) / values.length)
    return { mean, spread: spread < 1e-9 ? Infinity : spread }
  })
  const inputs = used.map(({ judged }) =>
    Float64Array.from([
      ...names.map((name, i) => ((judged.traits[name] ?? 0) - scale[i]!.mean) / scale[i]!.spread),
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
const score = ({ bias, weights }: Line, traits: Traits): number =>
  1 / (1 + Math.exp(-Object.entries(weights).reduce((n, [k, w]) => n + w * (traits[k] ?? 0), bias)))

const cases = [...new Set(rows.map((r) => r.case))]
const held = cases.flatMap((name) => {
  const line = learn(rows.filter((r) => r.case !== name))
  return rows.filter((r) => r.case === name).map((row) => ({ row, at: score(line, row.judged.traits) }))
})
let accepted = 1
for (let least = 0.1; least < 0.9; least += 0.05) {
  const raised = held.filter(({ at, row }) => at >= least && row.label !== null)
  const right = new Set(raised.flatMap(({ row }) => row.met.map((k) => `${row.case} ${k}`))).size
  // Denials of one account are raised as one.
  const wrong = new Set(
    raised.flatMap(({ row }) => {
      const { account } = row.judged.accounts[0]!
      return row.label === 0 ? [`${account.document} ${account.sentence}`] : []
    }),
  ).size
  console.log(least.toFixed(2), 'right', right, 'wrong', wrong)
  if (right / (right + wrong) >= LEAST_PRECISION) accepted = Math.min(accepted, least)
}
const reach = new Set(rows.flatMap((r) => r.met.map((k) => `${r.case} ${k}`))).size
console.log(rows.length, 'denials, within reach', reach, 'of', planted, 'accepted from', accepted)
const line = learn(rows)
console.log(Object.entries(line.weights).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, 30).map(([k, w]) => `${k} ${w}`).join(', ')) // prettier-ignore
if (process.argv.includes('--write'))
  writeFileSync(
    join(ROOT, 'src/compare/passages/answering.json'),
    `${JSON.stringify({ accepted: Math.round(accepted * 100) / 100, ...line }, null, 2)}\n`,
  )
