/**
 * Learns when a document changes what it passes on (src/compare/relayed/weights.json) from the planted truth of the cases that are
 * tuned on, and says how well it does on each case when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/relayed.ts [--write]
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
import { cardsOf } from '../src/workflow/investigate.js'
import { contextOf } from '../src/compare/context.js'
import { lineageOf } from '../src/compare/lineage.js'
import { indexPassages } from '../src/compare/passages/index.js'
import type { Passage } from '../src/compare/passages/passage.js'
import type { Kind } from '../src/compare/relayed/changes.js'
import { changesIn, type Weighed } from '../src/compare/relayed/relayed.js'
import { openMeaning } from '../src/inference/meaning.js'
import { localEntities } from '../src/resolve/local-entity.js'
import { resolve } from '../src/resolve/resolve.js'
import { MEANING_FOLDER } from '../src/workflow/networks.js'
import { openReader } from '../src/workflow/read-document.js'
import { fitLogistic } from './logistic.js'

const ROOT = join(import.meta.dirname, '..')
const KINDS: readonly Kind[] = ['figure', 'quotation', 'certainty']
const RIDGE = Number(process.env['RIDGE'] ?? 6)
/** Of what is raised on cases that were not learned from, at least so much is right. */
const LEAST_PRECISION: Readonly<Record<Kind, number>> = { figure: 0.7, quotation: 0.78, certainty: 0.76 }

interface Row {
  readonly case: string
  readonly change: Weighed
  readonly label: 0 | 1 | null
  readonly met: readonly number[]
}
type Placed = PlantedFinding & { readonly at: readonly (readonly Located[])[] }

const product = productOf(await openReader({ threads: 1 }))
const meaning = openMeaning(MEANING_FOLDER)
const rows: Row[] = []
let planted = 0
const ONLY = process.env['WHENCE_CASES']?.split(',')
for (const { name, truth, documents } of affairs(join(ROOT, 'cases'))) {
  if (ONLY && !ONLY.includes(name)) continue
  const read = []
  for (const file of documents) read.push(await product.read(file))
  const { entities, entityOf } = resolve(
    read.flatMap(({ reading }) => localEntities(reading)),
    [],
  )
  const names = new Map(entities.map((e) => [e.id, e.name]))
  const cards = cardsOf(read, entities, entityOf).sort((a, b) => (a.document < b.document ? -1 : 1))
  const context = contextOf(cards, {
    nameOf: (id) => names.get(id) ?? '',
    within: () => false,
    embed: (list) => meaning.embed(list),
  })
  const texts = new Map(read.map(({ reading: { document } }) => [document.file, document.text]))
  const place = (list: Truth['findings']): Placed[] =>
    list.map((p) => ({ ...p, at: p.sides.map((s) => s.map((q) => locate(texts, q))) }))
  const wanted = place(truth.findings).filter(isMeant)
  const any = [...place(truth.findings), ...place(truth.arguable)]
  planted += wanted.length
  for (const change of await changesIn(indexPassages(context), lineageOf(context))) {
    const own = change.kind === 'certainty' ? 'inflation' : 'drift'
    const hits = (p: Placed): boolean => fits(p, change.from, change.to)
    const met = wanted.flatMap((p, k) => (p.kind === own && hits(p) ? [k] : []))
    const label =
      met.length > 0 ? 1 : any.some((p) => (p.kind === own || p.also?.includes(own)) && hits(p)) ? null : 0
    rows.push({ case: name, change, label, met })
  }
}
function isMeant({ kind }: PlantedFinding): boolean {
  return kind === 'drift' || kind === 'inflation'
}
function fits({ at: [x, y] }: Placed, from: Passage, to: Passage): boolean {
  const touch = (places: readonly Located[], q: Passage): boolean =>
    places.some((p) => overlap(p, q.evidence) > 0)
  return (
    x !== undefined &&
    y !== undefined &&
    ((touch(x, from) && touch(y, to)) || (touch(x, to) && touch(y, from)))
  )
}

interface Line {
  readonly bias: number
  readonly weights: Record<string, number>
}
function learn(from: readonly Row[], kind: Kind): Line {
  const used = from.filter(({ label, change }) => label !== null && change.kind === kind)
  const features = [...new Set(used.flatMap(({ change }) => Object.keys(change.all)))].sort()
  const scale = features.map((name) => {
    const values = used.map(({ change }) => change.all[name] ?? 0)
    const mean = values.reduce((n, v) => n + v, 0) / values.length
    const spread = Math.sqrt(values.reduce((n, v) => n + (v - mean) ** 2, 0) / values.length)
    return { mean, spread: spread < 1e-9 ? Infinity : spread }
  })
  const inputs = used.map(({ change }) =>
    Float64Array.from([
      ...features.map((name, i) => ((change.all[name] ?? 0) - scale[i]!.mean) / scale[i]!.spread),
      1,
    ]),
  )
  const many = used.filter(({ label }) => label === 1).length
  const found = fitLogistic(
    inputs,
    used.map(({ label }) => label!),
    used.map(() => 1),
    many === 0 ? 1 : RIDGE,
    1,
  )
  const weights: Record<string, number> = {}
  let bias = found[features.length]!
  features.forEach((name, i) => {
    const w = found[i]! / scale[i]!.spread
    bias -= w * scale[i]!.mean
    if (Math.abs(found[i]!) > 1e-3) weights[name] = Math.round(w * 1e4) / 1e4
  })
  return { bias: Math.round(bias * 1e4) / 1e4, weights }
}
const score = (line: Line, { change }: Row): number =>
  1 /
  (1 + Math.exp(-Object.entries(line.weights).reduce((n, [k, w]) => n + w * (change.all[k] ?? 0), line.bias)))

const UNSEEN = /striker|solvent|pension|thesis|orchard|avalanche|ferry|ward|rails|visas/
const cases = [...new Set(rows.map((r) => r.case))]
const accepted: Record<string, number> = {}
for (const kind of KINDS) {
  const held = cases.flatMap((name) => {
    const line = learn(
      rows.filter((r) => r.case !== name),
      kind,
    )
    const best = new Map<string, { row: Row; at: number }>()
    for (const row of rows.filter((r) => r.case === name && r.change.kind === kind)) {
      const at = score(line, row)
      const key = `${row.change.to.document} ${row.change.to.sentence}`
      if (!best.has(key) || best.get(key)!.at < at) best.set(key, { row, at })
    }
    return [...best.values()]
  })
  if (process.argv.includes('--alarms'))
    for (const { row, at } of held)
      if (at >= 0.4 && row.label === 0 && !UNSEEN.test(row.case))
        console.log(row.case, kind, row.change.on, at.toFixed(2), JSON.stringify([row.change.from.evidence.text.slice(0, 200), row.change.to.evidence.text.slice(0, 200)]), row.change.to.evidence.file, row.change.by, row.change.repeats) // prettier-ignore
  let kept = 1
  for (const least of [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8]) {
    const raised = held.filter(({ at, row }) => at >= least && row.label !== null)
    const right = new Set(raised.flatMap(({ row }) => row.met.map((k) => `${row.case} ${k}`))).size
    const wrong = raised.filter(({ row }) => row.label === 0).length
    console.log(kind, least, 'right', right, 'wrong', wrong)
    if (right > 0 && right / (right + wrong) >= LEAST_PRECISION[kind] && least < kept) kept = least
  }
  const reach = new Set(
    rows.filter((r) => r.change.kind === kind).flatMap((r) => r.met.map((k) => `${r.case} ${k}`)),
  ).size
  console.log(
    kind,
    rows.filter((r) => r.change.kind === kind).length,
    'changes, within reach',
    reach,
    'accepted from',
    kept,
  )
  accepted[kind] = kept
}
console.log('planted', planted)
if (process.argv.includes('--write')) {
  const lines = Object.fromEntries(KINDS.map((kind) => [kind, learn(rows, kind)]))
  writeFileSync(
    join(ROOT, 'src/compare/relayed/weights.json'),
    `${JSON.stringify({ lines, accepted }, null, 2)}\n`,
  )
}
await meaning.close()
