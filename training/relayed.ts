/**
 * Learns when a document changes what it passes on (src/compare/relayed/weights.json) from the planted truth of the cases that are
 * tuned on, and says how well it does on each case when it learned from the others only.
 *
 *   WHENCE_READINGS=folder node --import tsx training/relayed.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineageOf } from '../src/compare/lineage.js'
import { indexPassages } from '../src/compare/passages/index.js'
import { chanceBy, type Line } from '../src/compare/regression.js'
import type { Kind } from '../src/compare/relayed/changes.js'
import { changesIn, type Weighed } from '../src/compare/relayed/relayed.js'
import { affairsRead, contextIn, leftOut, metBy, opposes, ROOT, UNSEEN, type Candidate, type Placed } from './affairs.js' // prettier-ignore
import { logistic } from './regress.js'

const KINDS: readonly Kind[] = ['figure', 'quotation', 'certainty']
const RIDGE = 6
/** Of what is raised on cases that were not learned from, at least so much is right. */
const LEAST_PRECISION: Readonly<Record<Kind, number>> = { figure: 0.7, quotation: 0.78, certainty: 0.76 }

interface Row extends Candidate {
  readonly change: Weighed
}

const rows: Row[] = []
let wantedInAll = 0
for await (const { read, planted, networks } of affairsRead()) {
  const { name, findings, arguable } = planted
  const wanted = findings.filter(({ kind }) => kind === 'drift' || kind === 'inflation')
  wantedInAll += wanted.length
  const context = contextIn(read, networks)
  for (const change of await changesIn(indexPassages(context), lineageOf(context))) {
    const own = change.kind === 'certainty' ? 'inflation' : 'drift'
    const hits = (p: Placed): boolean => opposes(p, [change.from], [change.to])
    const met = wanted.flatMap((p, k) => (p.kind === own && hits(p) ? [k] : []))
    const beside = [...findings, ...arguable].some(
      (p) => (p.kind === own || p.also?.includes(own)) && hits(p),
    )
    rows.push({ case: name, change, label: met.length > 0 ? 1 : beside ? null : 0, met })
  }
}

const learn = (from: readonly Row[]): Line =>
  logistic(
    from.flatMap(({ label, change }) => (label === null ? [] : [{ values: change.all, label, weight: 1 }])),
    RIDGE,
  )

const accepted: Record<string, number> = {}
for (const kind of KINDS) {
  const own = rows.filter(({ change }) => change.kind === kind)
  // One sentence changes one thing of its source.
  const best = new Map<string, { row: Row; at: number }>()
  for (const { one: row, learned } of leftOut(own, learn)) {
    const at = chanceBy(learned, row.change.all)
    const key = `${row.case} ${row.change.to.document} ${row.change.to.sentence}`
    if (!best.has(key) || best.get(key)!.at < at) best.set(key, { row, at })
  }
  const held = [...best.values()]
  if (process.argv.includes('--alarms'))
    for (const { row, at } of held) {
      const { on, from, to } = row.change
      if (at >= 0.4 && row.label === 0 && !UNSEEN.has(row.case))
        console.log(row.case, kind, on, at.toFixed(2), from.evidence.text, '→', to.evidence.text)
    }
  let kept = 1
  for (const least of [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8]) {
    const raised = held.flatMap(({ at, row }) => (at >= least && row.label !== null ? [row] : []))
    const right = metBy(raised)
    const wrong = raised.filter(({ label }) => label === 0).length
    console.log(kind, least, 'right', right, 'wrong', wrong)
    if (right > 0 && right / (right + wrong) >= LEAST_PRECISION[kind] && least < kept) kept = least
  }
  console.log(kind, own.length, 'changes, within reach', metBy(own), 'accepted from', kept)
  accepted[kind] = kept
}
console.log('planted', wantedInAll)
if (process.argv.includes('--write')) {
  const lines = Object.fromEntries(
    KINDS.map((kind) => [kind, learn(rows.filter(({ change }) => change.kind === kind))]),
  )
  writeFileSync(
    join(ROOT, 'src/compare/relayed/weights.json'),
    `${JSON.stringify({ lines, accepted }, null, 2)}\n`,
  )
}
