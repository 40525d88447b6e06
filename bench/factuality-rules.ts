/**
 * How well the rules of src/read/factuality agree with people on "did it happen" (UDS-IH2, White et al. 2016; Rudinger
 * et al. 2018): Pearson's r and mean absolute error over the predicates of EWT dev, on gold trees found by their text.
 * The labels are measured against, never tuned on.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { factualityOf } from '../src/read/factuality/factuality.js'
import { buildTree } from '../src/read/propositions/tree.js'
import { readConllu } from './conllu.js'

export interface Agreement {
  readonly predicates: number
  readonly pearson: number
  readonly meanAbsoluteError: number
}

interface Labelled {
  readonly text: string
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[]
}

/** Measures on the files under `data`; null where they are not there. */
export function measureFactuality(data: string): Agreement | null {
  const labels = join(data, 'eval-only/uds-factuality/dev.jsonl')
  const trees = join(data, 'ud-ewt/dev.conllu')
  if (!existsSync(labels) || !existsSync(trees)) return null
  const { layers } = readConllu(readFileSync(trees, 'utf8'))
  const tree = buildTree(layers.words, layers.encoded.syntax)
  const byText = new Map(
    layers.sentences.map((s) => [
      layers.words
        .slice(s.first, s.last)
        .map((w) => w.text)
        .join(' '),
      s.first,
    ]),
  )
  const gold: number[] = []
  const ours: number[] = []
  for (const line of readFileSync(labels, 'utf8').split('\n').filter(Boolean)) {
    const { text, targets } = JSON.parse(line) as Labelled
    const first = byText.get(text)
    if (first === undefined) continue
    for (const { span1, label } of targets) {
      gold.push(label)
      ours.push(factualityOf(tree, first + span1[0]).value)
    }
  }
  return {
    predicates: gold.length,
    pearson: pearson(gold, ours),
    meanAbsoluteError: mean(gold.map((g, i) => Math.abs(g - ours[i]!))),
  }
}

const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length

/** Pearson's correlation. */
export function pearson(xs: readonly number[], ys: readonly number[]): number {
  const mx = mean(xs)
  const my = mean(ys)
  const covariance = mean(xs.map((x, i) => (x - mx) * (ys[i]! - my)))
  return covariance / Math.sqrt(mean(xs.map((x) => (x - mx) ** 2)) * mean(ys.map((y) => (y - my) ** 2)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = measureFactuality(process.env['WHENCE_DATA'] ?? '../shared/data')
  console.log(result ? JSON.stringify(result) : 'WHENCE_DATA holds no uds-factuality; nothing was measured.')
}
