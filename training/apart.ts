/**
 * Learns when two sentences that differ contradict each other (src/compare/apart/weights.json) from the planted truth of the cases
 * that are tuned on, and says how well it does on each case when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/apart.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlantedFinding } from '../bench/case-truth.js'
import { candidatesOf } from '../src/compare/apart/candidates.js'
import { differencesOf, type Difference, type Features, type On } from '../src/compare/apart/difference.js'
import { featuresOf } from '../src/compare/apart/features.js'
import { likeliest } from '../src/compare/apart/apart.js'
import { gathered } from '../src/compare/apart/gather.js'
import { nearnessOf } from '../src/compare/apart/nearness.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { chanceBy, type Line } from '../src/compare/regression.js'
import { affairsRead, opposes, ROOT, type Candidate, type Placed } from './affairs.js'
import { fitLogistic } from './logistic.js'

const ONS: readonly On[] = ['number', 'date', 'time', 'place', 'whether']
/** How much freer a kind's own weights are held than those that all kinds share, and how strongly all are held. */
const OWN = 0.5
const RIDGE = 10
/** What is raised is weighed once more with all that is known of it (src/compare/trust), so that less likely ones may come so far. */
const WEIGHED = 0.35
/** A false alarm costs so many findings; most denials are seen without this as well. */
const COST: Readonly<Record<On, number>> = { number: 0.8, date: 0.8, time: 1, place: 1, whether: 2 }

interface Row extends Candidate {
  readonly difference: Difference
  readonly features: Features
}

const rows: Row[] = []
const planted = new Map<string, readonly Placed[]>()
for await (const { read, planted: truth, product, networks } of affairsRead()) {
  const { name, findings, arguable } = truth
  const { compared } = await product.investigate(read)
  const passages = indexPassages({ ...compared.context, ...networks })
  const differences = candidatesOf(passages).flatMap(([a, b]) => differencesOf(a, b, passages))
  const nearness = await nearnessOf(differences, passages.context.embed!)
  const features = featuresOf(differences, nearness, passages)
  const any = [...findings, ...arguable]
  planted.set(name, findings)
  differences.forEach((difference, i) => {
    const hits = (p: Placed): boolean => opposes(p, [difference.a.passage], [difference.b.passage])
    const met = findings.flatMap((p, k) => (isMeant(p) && hits(p) ? [k] : []))
    const label = met.length > 0 ? 1 : any.some(hits) ? null : 0
    rows.push({ case: name, difference, features: features[i]!, label, met })
  })
  process.stderr.write(`${name}: ${differences.length} differences\n`)
}

function isMeant({ kind }: PlantedFinding): boolean {
  return kind === 'contradiction' || kind === 'disputed'
}
const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].sort()
const shared = names.filter((name) =>
  ONS.every((on) => rows.some((r) => r.difference.on === on && name in r.features)),
)

type Lines = Readonly<Record<string, Line>>

function learn(from: readonly Row[]): Lines {
  const used = from.filter(({ label }) => label !== null)
  const scale = new Map(
    ONS.map((on) => {
      const own = used.filter(({ difference }) => difference.on === on)
      return [
        on,
        names.map((name) => {
          const values = own.map(({ features }) => features[name] ?? 0)
          const mean = values.reduce((n, v) => n + v, 0) / Math.max(1, values.length)
          const spread = Math.sqrt(
            values.reduce((n, v) => n + (v - mean) ** 2, 0) / Math.max(1, values.length),
          )
          return { mean, spread: spread < 1e-9 ? null : spread }
        }),
      ] as const
    }),
  )
  const width = shared.length + ONS.length * names.length
  const inputs = used.map(({ difference: { on }, features }) => {
    const row = new Float64Array(width + ONS.length)
    const k = ONS.indexOf(on)
    names.forEach((name, i) => {
      const { mean, spread } = scale.get(on)![i]!
      const z = spread === null ? 0 : ((features[name] ?? 0) - mean) / spread
      const at = shared.indexOf(name)
      if (at >= 0) row[at] = z
      row[shared.length + k * names.length + i] = OWN * z
    })
    row[width + k] = 1
    return row
  })
  // Each planted finding counts alike, however many pairs of sentences carry it.
  const pairs = new Map<string, number>()
  for (const r of used)
    for (const k of r.met) pairs.set(`${r.case} ${k}`, (pairs.get(`${r.case} ${k}`) ?? 0) + 1)
  const weights = used.map((r) =>
    r.label === 1 ? Math.max(...r.met.map((k) => 6 / (pairs.get(`${r.case} ${k}`)! + 1))) : 1,
  )
  const found = fitLogistic(
    inputs,
    used.map(({ label }) => label!),
    weights,
    RIDGE,
    ONS.length,
  )
  return Object.fromEntries(
    ONS.map((on, k) => {
      let bias = found[width + k]!
      const own: Record<string, number> = {}
      names.forEach((name, i) => {
        const { mean, spread } = scale.get(on)![i]!
        if (spread === null) return
        const at = shared.indexOf(name)
        const weight =
          ((at >= 0 ? found[at]! : 0) + OWN * found[shared.length + k * names.length + i]!) / spread
        bias -= weight * mean
        own[name] = Number(weight.toPrecision(4))
      })
      return [on, { bias: Number(bias.toFixed(4)), weights: own }]
    }),
  )
}

const score = ({ difference: { on }, features }: Row, lines: Lines): number => chanceBy(lines[on]!, features)

const held = new Map<Row, number>()
for (const name of planted.keys()) {
  const lines = learn(rows.filter((r) => r.case !== name))
  for (const row of rows) if (row.case === name) held.set(row, score(row, lines))
}

/** Quarrels over a threshold: planted findings met, and false alarms. */
function counted(
  on: On,
  least: number,
  only: string | null = null,
): { met: number; contradictions: number; alarms: number } {
  let [met, contradictions, alarms] = [0, 0, 0]
  for (const [name, findings] of planted) {
    if (only !== null && only !== name) continue
    const own = rows.filter((r) => r.case === name && r.difference.on === on && held.get(r)! >= least)
    const hit = new Set<number>()
    for (const { sides } of gathered(
      likeliest(own.map((r) => ({ difference: r.difference, score: held.get(r)! }))),
    )) {
      const meant = findings.flatMap((p, k) => (isMeant(p) && opposes(p, sides[0], sides[1]) ? [k] : []))
      const neutral = own.some(
        (r) =>
          r.label === null &&
          sides.flat().includes(r.difference.a.passage) &&
          sides.flat().includes(r.difference.b.passage),
      )
      if (meant.length > 0) for (const k of meant) hit.add(k)
      else if (!neutral) alarms++
    }
    met += hit.size
    contradictions += [...hit].filter((k) => findings[k]!.kind === 'contradiction').length
  }
  return { met, contradictions, alarms }
}

const accepted: Record<string, number> = {}
for (const on of ONS) {
  let best = { least: 0.95, worth: -Infinity }
  for (let least = 0.3; least < 0.96; least += 0.05) {
    const { met, contradictions, alarms } = counted(on, least)
    process.stdout.write(
      `${on} ≥ ${least.toFixed(2)}: ${met} planted met (${contradictions} contradictions), ${alarms} false alarms\n`,
    )
    const worth = met - COST[on] * alarms
    if (worth > best.worth + 1e-9) best = { least, worth }
  }
  accepted[on] = Number((WEIGHED * best.least).toFixed(2))
}
process.stdout.write(`accepted, leaving each case out: ${JSON.stringify(accepted)}\n`)
for (const name of planted.keys())
  process.stdout.write(
    `${name}: ${ONS.map((on) => {
      const c = counted(on, accepted[on]!, name)
      return `${on} ${c.met}/${c.alarms}`
    }).join(' · ')}\n`,
  )

if (process.argv.includes('--write')) {
  const about =
    'Learned by training/apart.ts from the planted truth of cases/affair-*; not to be changed by hand. accepted: likelihoods from which a difference is raised.'
  writeFileSync(
    join(ROOT, 'src/compare/apart/weights.json'),
    `${JSON.stringify({ about, accepted, lines: learn(rows) }, null, 2)}\n`,
  )
}
