/**
 * Learns which two sentences of two documents carry what one origin says (src/compare/carried/weights.json) from the planted truth of
 * the cases that are tuned on, and says how many chains of such sentences are right on each when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/carried.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { circularAmong } from '../src/compare/carried/carried.js'
import { chainsIn, type Weighed } from '../src/compare/carried/chains.js'
import { carriedPairs, type Carried } from '../src/compare/carried/signs.js'
import { lineageOf } from '../src/compare/lineage.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { chanceBy, type Line } from '../src/compare/regression.js'
import { affairsRead, contextIn, leftOut, ROOT, touches, type Placed, type Planted } from './affairs.js'
import { logistic } from './regress.js'

const RIDGE = 10
/** Of what is shown of affairs that were not learned from, at least so much is right. */
const LEAST_PRECISION = 0.8
const ONE_ORIGIN = ['circular', 'single-origin'] as const

interface Row {
  readonly case: string
  readonly pair: Carried
  /** 1 both in one planted place, 0 neither in any, null where an editor may or may not want it. */
  readonly label: 0 | 1 | null
}

const isOf = ({ kind, also }: Placed, kinds: readonly string[]): boolean =>
  [kind, ...(also ?? [])].some((k) => kinds.includes(k))
const placesOf = ({ at }: Placed): Placed['at'][number] => at.flat()

const rows: Row[] = []
const known: Planted[] = []
for await (const { read, planted, networks } of affairsRead()) {
  const { name, findings, arguable } = planted
  known.push(planted)
  const wanted = findings.filter(({ kind }) => ONE_ORIGIN.some((k) => k === kind))
  const may = [...findings, ...arguable].filter((p) => isOf(p, ONE_ORIGIN))
  const context = contextIn(read, networks)
  for (const pair of await carriedPairs(indexPassages(context), lineageOf(context))) {
    const { earlier, later } = pair
    const both = wanted.some((p) => touches(placesOf(p), [earlier]) && touches(placesOf(p), [later]))
    const beside = may.some((p) => touches(placesOf(p), [earlier, later]))
    rows.push({ case: name, pair, label: both ? 1 : beside ? null : 0 })
  }
}

const learn = (from: readonly Row[]): Line =>
  logistic(
    from.flatMap(({ label, pair }) => (label === null ? [] : [{ values: pair.signs, label, weight: 1 }])),
    RIDGE,
  )

const held = new Map<string, Weighed[]>()
for (const { one, learned } of leftOut(rows, learn)) {
  const list = held.get(one.case) ?? []
  list.push({ ...one.pair, likely: chanceBy(learned, one.pair.signs) })
  held.set(one.case, list)
}

interface Tally {
  readonly right: number
  readonly wrong: number
  readonly planted: number
}
/** What is right and wrong of an affair when chains are shown from `least`, as bench/case-findings.ts counts it. */
function tallyOf({ name, findings, arguable }: Planted, least: number): Tally {
  const wanted = findings.filter(({ kind }) => kind === 'circular')
  const may = [...findings, ...arguable].filter((p) => isOf(p, ['circular']))
  const met = new Set<Placed>()
  let wrong = 0
  for (const { said } of circularAmong(chainsIn(held.get(name) ?? [], least))) {
    const hits = wanted.filter((p) => touches(placesOf(p), said))
    const fresh = hits.find((p) => !met.has(p))
    if (fresh) met.add(fresh)
    else if (hits.length === 0 && !may.some((p) => touches(placesOf(p), said))) wrong++
  }
  return { right: met.size, wrong, planted: wanted.length }
}

let least = 0.95
for (let at = 0.05; at < 0.96; at += 0.05) {
  const all = known.map((one) => tallyOf(one, at))
  const sum = (of: keyof Tally): number => all.reduce((n, tally) => n + tally[of], 0)
  const [right, wrong] = [sum('right'), sum('wrong')]
  console.log(at.toFixed(2), 'right', right, 'wrong', wrong, 'of', sum('planted'))
  if (right > 0 && right / (right + wrong) >= LEAST_PRECISION) least = Math.min(least, at)
}
console.log('shown from', least.toFixed(2))
for (const one of known) console.log(one.name, JSON.stringify(tallyOf(one, least)))

if (process.argv.includes('--write')) {
  const about = 'Learned by training/carried.ts from planted affairs; not to be changed by hand.'
  writeFileSync(
    join(ROOT, 'src/compare/carried/weights.json'),
    `${JSON.stringify({ about, least: Number(least.toFixed(2)), ...learn(rows) }, null, 2)}\n`,
  )
}
